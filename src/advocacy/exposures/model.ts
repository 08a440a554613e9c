export const ARMS = ['ask', 'hold'] as const;
export type Arm = (typeof ARMS)[number];

/** One in twenty is kept back until somebody says otherwise. */
export const DEFAULT_HOLD_BPS = 500;

/** An account when it first was ready to be asked. */
export type Exposure = { account_id: string; arm: Arm; hold_bps: number; score: number; ready_at: Date };
