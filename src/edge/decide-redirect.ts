import { isbot } from 'isbot';
import { type ClickKind, SUB_IDS, type SubIds } from '../partners/clicks/model.ts';

export type RedirectLink = {
  target_url: string;
  state: string;
  expires_at: Date | null;
  partner_state: string;
  programme_state: string;
};

export type Visit = {
  method: string;
  user_agent: string | undefined;
  /** Sec-Purpose, Purpose, X-Purpose and X-Moz, joined. */
  purpose: string;
  /** The visitor, or their browser, said no to being followed. */
  refuses_tracking: boolean;
};

export type RedirectDecision =
  | { kind: 'not_found' }
  | {
      kind: 'redirect';
      target_url: string;
      /** What to record; null when the link earns nothing any more. */
      click: { kind: ClickKind; consent: boolean } | null;
      /** Whether the visitor takes a click token along. */
      token: boolean;
    };

/** Where a visit of a link goes and what is kept of it. Nobody is turned away: only an unknown code is not found. */
export function decideRedirect(link: RedirectLink | undefined, visit: Visit, now: Date): RedirectDecision {
  if (!link) return { kind: 'not_found' };
  const { target_url } = link;
  if (!isEarning(link, now)) return { kind: 'redirect', target_url, click: null, token: false };
  const kind = clickKind(visit);
  const consent = !visit.refuses_tracking;
  return { kind: 'redirect', target_url, click: { kind, consent }, token: kind === 'human' && consent };
}

function isEarning(link: RedirectLink, now: Date): boolean {
  if (link.expires_at && link.expires_at <= now) return false;
  return link.state === 'active' && link.partner_state === 'approved' && link.programme_state === 'live';
}

function clickKind(visit: Visit): ClickKind {
  if (visit.method === 'HEAD') return 'head';
  if (/prefetch|preview|prerender/i.test(visit.purpose)) return 'prefetch';
  return !visit.user_agent || isbot(visit.user_agent) ? 'bot' : 'human';
}

/** The target with the token in its query; everything else of it stays as it was written. */
export function withToken(target: string, token: string): string {
  const url = new URL(target);
  url.searchParams.set('gw_click', token);
  return url.href;
}

const PRIVATE = /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|^(::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)$/i;

/** The /24 of an IPv4 address, the /48 of an IPv6 one; undefined for a private address, which tells nobody apart. */
export function networkOf(ip: string): string | undefined {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (PRIVATE.test(plain)) return undefined;
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain);
  return v4?.[1] ?? plain.split(':').slice(0, 3).join(':');
}

const SUB_LIMIT = 200;

/** What a network wrote on the link for itself; null when it wrote nothing. A repeated name counts once. */
export function subIdsOf(query: Readonly<Record<string, unknown>>): SubIds | null {
  const found = SUB_IDS.flatMap((name) => {
    const value = [query[name] ?? (name === 'click_id' ? query.clickid : undefined)].flat()[0];
    return typeof value === 'string' && value !== ''
      ? [[name, value.slice(0, SUB_LIMIT).toWellFormed().replaceAll('\0', '')] as const]
      : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}
