export type ClickKind = 'human' | 'bot' | 'prefetch' | 'head';

/** Somebody, or something, followed a partner's link. Keys are keyed hashes, never addresses. */
export type Click = {
  id: string;
  link_id: string;
  partner_id: string;
  programme_id: string;
  occurred_at: Date;
  visitor_key: string | null;
  network_key: string | null;
  consent: boolean;
  kind: ClickKind;
  known_account_id: string | null;
  referrer_host: string | null;
  /** What a network wrote on the link for itself, to be told again in postbacks. */
  sub?: SubIds | null;
};

export const SUB_IDS = ['click_id', 'sub1', 'sub2', 'sub3', 'sub4', 'sub5'] as const;
export type SubIds = Partial<Record<(typeof SUB_IDS)[number], string>>;
