/** Every day at 03:23: lists as unattributed what waited 90 days for its account or invoice. No payload. */
export const EXPIRE_PARKED = { name: 'expire-parked', cron: '23 3 * * *' } as const;
