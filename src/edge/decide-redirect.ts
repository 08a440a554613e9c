import type { ClickKind } from '../partners/clicks/model.ts';
import { isMachine } from '../partners/clicks/rules.ts';
import type { RedirectLink } from '../partners/links/model.ts';
import { targetFor } from '../partners/links/rules.ts';

export type Visit = {
  method: string;
  user_agent: string | undefined;
  /** Sec-Purpose, Purpose, X-Purpose and X-Moz, joined. */
  purpose: string;
  /** The visitor, or their browser, said no to being followed. */
  refuses_tracking: boolean;
  /** ISO 3166-1 alpha-2; undefined when nobody knows, or no rule asks. */
  country: string | undefined;
};

export type RedirectDecision = {
  target_url: string;
  /** What to record; null when the link earns nothing any more. */
  click: { kind: ClickKind; consent: boolean } | null;
  /** Whether the visitor takes a click token along. */
  token: boolean;
};

type IsMachine = (userAgent: string) => boolean;
type Leads = Omit<RedirectLink, 'id' | 'code' | 'partner_id' | 'programme_id'>;

/** Where a visit of a known link goes and what is kept of it. Nobody is turned away. */
export function decideRedirect(link: Leads, visit: Visit, now: Date, machine: IsMachine = isMachine): RedirectDecision {
  const target_url = targetFor(link, visit);
  if (!isEarning(link, now)) return { target_url, click: null, token: false };
  const kind = clickKind(visit, machine);
  const consent = !visit.refuses_tracking;
  return { target_url, click: { kind, consent }, token: kind === 'human' && consent };
}

function isEarning(link: Leads, now: Date): boolean {
  if (link.expires_at && link.expires_at <= now) return false;
  return link.state === 'active' && link.partner_state === 'approved' && link.programme_state === 'live';
}

function clickKind(visit: Visit, machine: IsMachine): ClickKind {
  if (visit.method === 'HEAD') return 'head';
  if (visit.purpose !== '' && /prefetch|preview|prerender/i.test(visit.purpose)) return 'prefetch';
  return machine(visit.user_agent ?? '') ? 'bot' : 'human';
}

/** The target with the token in its query; everything else of it stays as it was written. */
export function withToken(target: string, token: string): string {
  const url = new URL(target);
  const others = url.search.slice(1).split('&');
  const kept = others.filter((part) => part !== '' && !new URLSearchParams(part).has('gw_click'));
  url.search = [...kept, `gw_click=${token}`].join('&');
  return url.href;
}
