/** Every hour at seven minutes past: makes payable what has waited long enough. No payload. */
export const MATURE_COMMISSIONS = { name: 'mature-commissions', cron: '7 * * * *' } as const;
