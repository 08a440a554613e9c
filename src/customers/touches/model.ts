import type { IsoDate } from '../../kernel/time.ts';

export const TOUCH_KINDS = ['call', 'meeting', 'email', 'visit', 'training', 'other'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** A call, a meeting or the like that somebody of ours had with an account; `minutes` is what it took us. */
export type Touch = {
  id: string;
  account_id: string;
  kind: TouchKind;
  happened_on: IsoDate;
  minutes: number;
  note: string;
  logged_by: string;
  logged_at: Date;
};
