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
};
