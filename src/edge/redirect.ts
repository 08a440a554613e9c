import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { htmlPage } from '../http/page.ts';
import { SENT_WITH, type SendOn } from '../http/quick-front.ts';
import type { Visit as VisitRequest } from '../http/quick-request.ts';
import { makeId } from '../kernel/ids.ts';
import type { Click } from '../partners/clicks/model.ts';
import { askedOf, clickText, isMachine, networkOf, subIdsOf } from '../partners/clicks/rules.ts';
import type { RedirectLink } from '../partners/links/model.ts';
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
  callerOf(req: VisitRequest): string;
  /** ISO 3166-1 alpha-2 of an address; undefined when nobody knows. */
  countryOf(address: string): string | undefined;
};

const PATH = '/r/';
const VISITS = ['GET', 'HEAD'];
const NO_QUERY = new URLSearchParams();
const HTML = [
  ...['content-type', 'text/html; charset=utf-8', 'x-content-type-options', 'nosniff'],
  ...['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'"],
];
const PLAIN = /^[!-~]+$/;
/** No target holds it by chance, and nobody can know it. */
const TOKEN_HERE = randomBytes(16).toString('hex');
const [HITS, MISSES] = [metrics.cache.labels('hit'), metrics.cache.labels('miss')];
const SHED = metrics.shed.labels('redirect');

/** `GET /r/CODE`: finds the link in memory, makes the click durable, and only then sends the visitor on. */
export function redirectDoor(deps: RedirectDeps): Door {
  const all = { ...deps, ...remember(deps) };
  return {
    handle: (req, res) => req.url?.startsWith(PATH) === true && redirect(all, req, res),
    sendOn: (visit, sendOn) => visit.url?.startsWith(PATH) === true && sendOnKnown(all, visit, sendOn),
  };
}

type Deps = RedirectDeps & ReturnType<typeof remember>;

/** What is the same for many visits is computed once. */
function remember({ tokens }: RedirectDeps) {
  return {
    machine: memoise((agent) => isMachine(agent), 5_000),
    hostOf: memoise((referrer) => URL.parse(referrer)?.hostname.slice(0, 253) || null, 5_000),
    networkKey: memoise((network) => tokens.quickHash('network', network), 5_000),
    aroundToken: memoise((target) => withToken(target, TOKEN_HERE).split(TOKEN_HERE), 20_000),
  };
}

async function redirect(deps: Deps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { url = '', method = '' } = req;
  if (!VISITS.includes(method)) return void res.writeHead(405, [...SENT_WITH, 'allow', VISITS.join(', ')]).end();
  const { code, query } = askedOf(url, PATH);
  const known = code === undefined ? null : deps.links.peek(code);
  (known === undefined ? MISSES : HITS).inc();
  const link = known === undefined && code ? await deps.links.find(code).catch(() => undefined) : known;
  if (!link) return answerPage(res, link === null ? 'not_found' : 'unavailable');
  const { location, click } = visitOf(deps, link, req, query);
  if (click !== undefined) await deps.append(click).catch(shed);
  res.writeHead(302, ['location', location, 'content-length', '0', ...SENT_WITH]).end();
}

/** The same for links that there are, when their target can be written as it is. */
function sendOnKnown(deps: Deps, req: VisitRequest, sendOn: SendOn): boolean {
  const { code, query } = askedOf(req.url ?? '', PATH);
  const known = code === undefined ? null : deps.links.peek(code);
  if (known) return follow(deps, known, req, query, sendOn);
  if (known === null || code === undefined) return false;
  const giveUp = () => sendOn(undefined);
  deps.links
    .find(code)
    .then((link) => (link && follow(deps, link, req, query, sendOn)) || giveUp())
    .catch(giveUp);
  return true;
}

function follow(deps: Deps, link: RedirectLink, req: VisitRequest, query: string, sendOn: SendOn): boolean {
  const { location, click } = visitOf(deps, link, req, query);
  if (!PLAIN.test(location)) return false;
  HITS.inc();
  const go = () => sendOn(location);
  if (click === undefined) go();
  else
    deps.append(click).then(go, () => {
      shed();
      go();
    });
  return true;
}

/** Where a visit leads and what is kept of it. A visitor is sent on whatever becomes of the click: the token has it all. */
function visitOf(
  deps: Deps,
  link: RedirectLink,
  req: VisitRequest,
  query: string,
): { location: string; click?: string } {
  const asked = query === '' ? NO_QUERY : new URLSearchParams(query);
  const visitor = visitorOf(deps, req);
  const visit = signsOf(req, asked, asksCountry(link) ? deps.countryOf(visitor.address) : undefined);
  const now = deps.clock.now();
  const { target_url, click: kept, token } = decideRedirect(link, visit, now, deps.machine);
  if (!kept) return { location: target_url };
  const id = makeId('click', now.getTime());
  const at = instantOf(now);
  const origin = { link_id: link.id, partner_id: link.partner_id, programme_id: link.programme_id };
  const about = kept.consent ? keptOf(deps, visitor, asked, at) : NOTHING;
  const click = clickText({ ...origin, id, at, ...about, ...kept });
  if (!token) return { location: target_url, click };
  const [before, after] = deps.aroundToken(target_url);
  return { location: `${before}${deps.tokens.signText('click', tokenText(link, id, at))}${after}`, click };
}

function signsOf({ method = '', headers }: VisitRequest, asked: URLSearchParams, country: string | undefined): Visit {
  const { purpose: old = '', 'sec-purpose': purpose = old, 'x-purpose': x = '', 'x-moz': moz = '' } = headers;
  const refuses_tracking = asked.get('consent') === '0' || headers['sec-gpc'] === '1' || headers.dnt === '1';
  const purposes = purpose === '' && x === '' && moz === '' ? '' : `${purpose} ${old} ${x} ${moz}`;
  return { method, user_agent: headers['user-agent'], purpose: purposes, refuses_tracking, country };
}

type Visitor = { address: string; agent: string; referrer: string | undefined };

function visitorOf(deps: Deps, req: VisitRequest): Visitor {
  const { referer, 'user-agent': agent = '' } = req.headers;
  return { address: deps.callerOf(req), agent, referrer: referer };
}

type Kept = Pick<Click, 'visitor_key' | 'network_key' | 'referrer_host' | 'sub'>;
/** Without consent nothing is kept that could tell one visitor from another. */
const NOTHING: Kept = { visitor_key: null, network_key: null, referrer_host: null, sub: null };

let latest = { ms: Number.NaN, text: '' };

/** Many visits share a millisecond. */
function instantOf(now: Date): string {
  if (latest.ms !== now.getTime()) latest = { ms: now.getTime(), text: now.toISOString() };
  return latest.text;
}

/** The same visitor has another key tomorrow: nobody can be followed from day to day. */
function keptOf(deps: Deps, { address, agent, referrer }: Visitor, asked: URLSearchParams, at: string): Kept {
  const day = at.slice(0, 10);
  const network = networkOf(address);
  return {
    visitor_key: deps.tokens.quickHash('visitor', `${day}\n${address}\n${agent}`),
    network_key: network === undefined ? null : deps.networkKey(network),
    referrer_host: referrer ? deps.hostOf(referrer) : null,
    sub: asked === NO_QUERY ? null : subIdsOf(asked),
  };
}

function shed(): void {
  SHED.inc();
}

function answerPage(res: ServerResponse, what: 'not_found' | 'unavailable'): void {
  const page = htmlPage({ title: say(`links:${what}.title`), text: say(`links:${what}.text`) });
  const again = what === 'unavailable' ? ['retry-after', '5'] : [];
  res.writeHead(what === 'not_found' ? 404 : 503, [...SENT_WITH, ...HTML, ...again]);
  res.end(page);
}
