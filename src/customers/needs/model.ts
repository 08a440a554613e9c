export const NEED_KINDS = ['pain_point', 'use_case'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Something customers come for: what hurts them, or what they want to do. */
export type Need = {
  id: string;
  kind: NeedKind;
  name: string;
  description: string;
  /** Words by which it is recognised in texts, beside its name. */
  keywords: string[];
  /** What we say to it (unique selling point), what is to be made of that, and the page it leads to. */
  usp: string;
  asset: string;
  page_url: string;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
};

/** suggested: found by its words; confirmed or rejected: decided by somebody, or stated in the account's own record. */
export const NEED_STATES = ['suggested', 'confirmed', 'rejected'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** Where a need was seen, the most telling first. */
export const NEED_SOURCES = ['record', 'answer', 'ticket', 'hand'] as const;
export type NeedSource = (typeof NEED_SOURCES)[number];

/** Something a customer said or that is written about them. */
export type Saying = {
  account_id: string;
  source: Exclude<NeedSource, 'hand'>;
  /** Of the account's record: which of its two fields it is. */
  kind: NeedKind | null;
  text: string;
  said_at: Date | null;
};

export type Sighting = {
  account_id: string;
  need_id: string;
  source: Exclude<NeedSource, 'hand'>;
  evidence: string;
  seen_at: Date | null;
  /** The record names it in so many words, so nobody has to confirm it. */
  is_stated: boolean;
};

export type AccountNeed = {
  account_id: string;
  need_id: string;
  state: NeedState;
  source: NeedSource;
  evidence: string;
  seen_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
};
