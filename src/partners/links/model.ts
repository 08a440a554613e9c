export type LinkState = 'active' | 'paused' | 'ended';

export type Link = {
  id: string;
  code: string;
  programme_id: string;
  partner_id: string;
  target_url: string;
  state: LinkState;
  expires_at: Date | null;
  created_at: Date;
};

/** What a click token carries; no personal data. */
export type ClickToken = { link: string; partner: string; programme: string; click: string; at: string };

/** Where a partner's link is reached. */
export function linkUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/r/${encodeURIComponent(code)}`;
}
