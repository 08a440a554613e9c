export type LinkState = 'active' | 'paused' | 'ended';

export const DEVICES = ['ios', 'android', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];

/** Another target for visitors from one of the countries (ISO 3166-1) and with one of the devices; empty: any. */
export type TargetRule = { countries: string[]; devices: Device[]; target_url: string };

export type Link = {
  id: string;
  code: string;
  programme_id: string;
  partner_id: string;
  target_url: string;
  /** The first that fits decides; none: `target_url`. */
  target_rules: TargetRule[];
  state: LinkState;
  expires_at: Date | null;
  created_at: Date;
};

/** A code on an invoice that names a partner; always in capital letters. */
export type Coupon = {
  code: string;
  programme_id: string;
  partner_id: string;
  state: 'active' | 'ended';
  /** How many accounts it may bring: 1 is a coupon for one use; null: any number. */
  accounts_at_most: number | null;
  expires_at: Date | null;
};

/** A coupon as the API answers it. */
export function toCouponView(coupon: Coupon) {
  return { ...coupon, expires_at: coupon.expires_at?.toISOString() ?? null };
}

/** What a redirect has to know about a link. */
export type RedirectLink = Omit<Link, 'created_at' | 'state'> & {
  state: string;
  partner_state: string;
  programme_state: string;
};

/** Which links changed: `code:CODE`, `partner:ID` or `programme:ID`, told at commit. */
export const LINKS_CHANNEL = 'goodword_links';

/** What a click token carries; no personal data. */
export type ClickToken = { link: string; partner: string; programme: string; click: string; at: string };

/** Where a partner's link is reached. */
export function linkUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/r/${encodeURIComponent(code)}`;
}

/** A link as the API answers it. */
export function toLinkView(link: Link, publicUrl: string) {
  return {
    ...link,
    url: linkUrl(publicUrl, link.code),
    expires_at: link.expires_at?.toISOString() ?? null,
    created_at: link.created_at.toISOString(),
  };
}
