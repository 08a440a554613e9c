import type { IncomingMessage, ServerResponse } from 'node:http';
import { htmlPage } from '../http/page.ts';
import { makeId } from '../kernel/ids.ts';
import type { Click } from '../partners/clicks/model.ts';
import { clickText, isMachine, networkOf, subIdsOf } from '../partners/clicks/rules.ts';
import { asksCountry, tokenText } from '../partners/links/rules.ts';
import { memoise } from '../platform/cache.ts';
import type { Clock } from '../platform/clock.ts';
import { say } from '../platform/locale.ts';
import { metrics } from '../platform/metrics.ts';
import type { Tokens } from '../platform/token.ts';
import { decideRedirect, type Visit, withToken } from './decide-redirect.ts';
import type { Door } from './edge.ts';
import type { LinkCache } from './link-cache.ts';

export type RedirectDeps = {
  links: Pick<LinkCache, 'peek' | 'find'>;
  /** Resolves once the click is on the disk. */
  append(click: string): Promise<void>;
  tokens: Tokens;
  clock: Clock;
  callerOf(req: IncomingMessage): string;
  /** ISO 3166-1 alpha-2 of an address; undefined when nobody knows. */
  countryOf(address: string): string | undefined;
};

const PATH = '/r/';
const VISITS = ['GET', 'HEAD'];
const CODE = /^[A-Za-z0-9_-]{3,64}$/;
/** A code of 64 letters, each percent-encoded. */
const MOST_TEXT = 193;
const NO_QUERY = new URLSearchParams();
const ALWAYS = ['cache-control', 'no-store', 'referrer-policy', 'no-referrer-when-downgrade'];
const HTML = [
  ...['content-type', 'text/html; charset=utf-8', 'x-content-type-options', 'nosniff'],
  ...['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'"],
];
const TOKEN_HERE = '0token0';
const [HITS, MISSES] = [metrics.cache.labels('hit'), metrics.cache.labels('miss')];
const SHED = metrics.shed.labels('redirect');

/** `GET /r/CODE`: finds the link in memory, makes the click durable, and only then sends the visitor on. */
export function redirectDoor(deps: RedirectDeps): Door {
  const all = { ...deps, ...remember() };
  return { handle: (req, res) => req.url?.startsWith(PATH) === true && redirect(all, req, res) };
}

type Deps = RedirectDeps & ReturnType<typeof remember>;

/** What is the same for many visits is computed once. */
function remember() {
  return {
    machine: memoise((agent) => isMachine(agent), 5_000),
    hostOf: memoise((referrer) => URL.parse(referrer)?.hostname.slice(0, 253) || null, 5_000),
    aroundToken: memoise((target) => withToken(target, TOKEN_HERE).split(TOKEN_HERE), 20_000),
  };
}

async function redirect(deps: Deps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { url = '', method = '' } = req;
  if (!VISITS.includes(method)) return void res.writeHead(405, [...ALWAYS, 'allow', VISITS.join(', ')]).end();
  const end = url.indexOf('?');
  const query = end < 0 ? '' : url.slice(end + 1);
  const code = codeOf(url.slice(PATH.length, end < 0 ? undefined : end));
  const known = code === undefined ? null : deps.links.peek(code);
  (known === undefined ? MISSES : HITS).inc();
  const link = known === undefined && code ? await deps.links.find(code).catch(() => undefined) : known;
  if (!link) return answerPage(res, link === null ? 'not_found' : 'unavailable');
  const asked = query === '' ? NO_QUERY : new URLSearchParams(query);
  const visitor = visitorOf(deps, req);
  const visit = visitOf(req, asked, asksCountry(link) ? deps.countryOf(visitor.address) : undefined);
  const now = deps.clock.now();
  const { target_url, click, token } = decideRedirect(link, visit, now, deps.machine);
  if (!click) return sendOn(res, target_url);
  const id = makeId('click', now.getTime());
  const at = instantOf(now);
  const origin = { link_id: link.id, partner_id: link.partner_id, programme_id: link.programme_id };
  const about = click.consent ? keptOf(deps, visitor, asked, at) : NOTHING;
  // A visitor is sent on whatever becomes of the click: the token carries what attribution needs.
  await deps.append(clickText({ ...origin, id, at, ...about, ...click })).catch(shed);
  if (!token) return sendOn(res, target_url);
  const [before, after] = deps.aroundToken(target_url);
  sendOn(res, `${before}${deps.tokens.signText('click', tokenText(link, id, at))}${after}`);
}

/** A letter of a code may come percent-encoded, a slash behind it; what is no code at all is nobody's. */
function codeOf(text: string): string | undefined {
  const plain = text.endsWith('/') ? text.slice(0, -1) : text;
  const code = plain.length < MOST_TEXT && plain.includes('%') ? decoded(plain) : plain;
  return CODE.test(code) ? code : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function visitOf(
  { method = '', headers }: IncomingMessage,
  asked: URLSearchParams,
  country: string | undefined,
): Visit {
  const { purpose: old = '', 'sec-purpose': purpose = old, 'x-purpose': x = '', 'x-moz': moz = '' } = headers;
  const refuses_tracking = asked.get('consent') === '0' || headers['sec-gpc'] === '1' || headers.dnt === '1';
  const purposes = purpose === '' && x === '' && moz === '' ? '' : `${purpose} ${old} ${x} ${moz}`;
  return { method, user_agent: headers['user-agent'], purpose: purposes, refuses_tracking, country };
}

type Visitor = { address: string; agent: string; referrer: string | undefined };

function visitorOf(deps: Deps, req: IncomingMessage): Visitor {
  const { referer, 'user-agent': agent = '' } = req.headers;
  return { address: deps.callerOf(req), agent, referrer: referer };
}

type Kept = Pick<Click, 'visitor_key' | 'network_key' | 'referrer_host' | 'sub'>;
/** Without consent nothing is kept that could tell one visitor from another. */
const NOTHING: Kept = { visitor_key: null, network_key: null, referrer_host: null, sub: null };

function networkKeyOf({ tokens }: Deps, address: string): string | null {
  const network = networkOf(address);
  return network === undefined ? null : tokens.quickHash('network', network);
}

let latest = { ms: Number.NaN, text: '' };

/** Many visits share a millisecond. */
function instantOf(now: Date): string {
  if (latest.ms !== now.getTime()) latest = { ms: now.getTime(), text: now.toISOString() };
  return latest.text;
}

/** The same visitor has another key tomorrow: nobody can be followed from day to day. */
function keptOf(deps: Deps, { address, agent, referrer }: Visitor, asked: URLSearchParams, at: string): Kept {
  const day = at.slice(0, 10);
  return {
    visitor_key: deps.tokens.quickHash('visitor', `${day}\n${address}\n${agent}`),
    network_key: networkKeyOf(deps, address),
    referrer_host: referrer ? deps.hostOf(referrer) : null,
    sub: asked === NO_QUERY ? null : subIdsOf(asked),
  };
}

function shed(): void {
  SHED.inc();
}

function sendOn(res: ServerResponse, location: string): void {
  res.writeHead(302, ['location', location, 'content-length', '0', ...ALWAYS]);
  res.end();
}

function answerPage(res: ServerResponse, what: 'not_found' | 'unavailable'): void {
  const page = htmlPage({ title: say(`links:${what}.title`), text: say(`links:${what}.text`) });
  const again = what === 'unavailable' ? ['retry-after', '5'] : [];
  res.writeHead(what === 'not_found' ? 404 : 503, [...ALWAYS, ...HTML, ...again]);
  res.end(page);
}
