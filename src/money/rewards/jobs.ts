/** Every hour at 23 past: makes ready what waited long enough, tells receivers, reminds, forgets addresses. No payload. */
export const TEND_REWARDS = { name: 'tend-rewards', cron: '23 * * * *' } as const;

/** Every night: compares what was referred with what was given, and tells the owners of what is missing. No payload. */
export const RECONCILE_REWARDS = { name: 'reconcile-rewards', cron: '37 4 * * *' } as const;
