// The script for customers' sites: no dependency, at most 3 kB gzipped. See docs/events.md.

type Fields = Record<string, unknown>;
type Touch = { at: string; page: string; ref?: string; utm?: Fields; click?: string; via?: string };
type Memory = { visitor: string; user?: string; account?: string; first?: Touch; last?: Touch };
type Call = [name: string, ...args: unknown[]];
type Queue = { (...call: Call): unknown; q?: ArrayLike<unknown>[] };

const script = document.currentScript as HTMLScriptElement;
const option = (name: string) => script.getAttribute(`data-${name}`);
const own = new URL(script.src).origin;
const NAME = 'gw';
const MONTHS_13 = 34_128_000;
const HELD = 100;
const nav = navigator as Navigator & { globalPrivacyControl?: boolean };

let allowed = option('consent') !== 'required' && !nav.globalPrivacyControl && nav.doNotTrack !== '1';
let memory: Memory = read() ?? { visitor: makeId() };
let waiting: Fields[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let seen = '';

function makeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function read(): Memory | undefined {
  const found = document.cookie.match(/(?:^|; )gw=([^;]+)/);
  try {
    return allowed && found ? (JSON.parse(decodeURIComponent(found[1] as string)) as Memory) : undefined;
  } catch {
    return undefined;
  }
}

/** Without consent nothing is kept; what was kept before goes. */
function keep(): void {
  const domain = option('domain');
  const value = allowed ? encodeURIComponent(JSON.stringify(memory)) : '';
  const life = `max-age=${allowed ? MONTHS_13 : 0}; path=/; SameSite=Lax${domain ? `; domain=${domain}` : ''}`;
  if (allowed || document.cookie.includes(`${NAME}=`))
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${NAME}=${value}; ${life}${location.protocol === 'https:' ? '; Secure' : ''}`;
}

/** How the visitor came: only a new campaign, a partner's link or another site is a touch. */
function touch(): void {
  const query = new URLSearchParams(location.search);
  const utm: Fields = {};
  query.forEach((value, name) => {
    if (/^utm_/.test(name)) utm[name.slice(4)] = value.slice(0, 100);
  });
  const text = (name: string) => query.get(name)?.slice(0, 700) || undefined;
  const [click, via] = [text('gw_click'), text('via')?.slice(0, 64)];
  const from = document.referrer ? new URL(document.referrer).hostname : '';
  const ref = from && from !== location.hostname ? from : undefined;
  const isNew = click || via || ref || Object.keys(utm).length > 0;
  if (memory.first && !isNew) return;
  const page = location.pathname.slice(0, 200);
  const last: Touch = { at: new Date().toISOString(), page, ref, utm: isNew ? utm : undefined, click, via };
  // The first touch keeps no token: the newest one stands in the last.
  memory.first ??= { ...last, click: undefined };
  memory.last = { ...last, click: click ?? memory.last?.click, via: via ?? memory.last?.via };
}

function add(event: Fields): void {
  // Without consent nobody is followed: only what a signed-in user does is told.
  if (!allowed && !memory.user) return;
  const names = {
    user_id: memory.user,
    anonymous_id: allowed ? memory.visitor : undefined,
    account_id: memory.account,
  };
  waiting.push({ ...names, id: makeId(), occurred_at: new Date().toISOString(), ...event });
  waiting = waiting.slice(-HELD);
  timer ??= setTimeout(send, 1_000);
}

function send(): void {
  clearTimeout(timer);
  timer = undefined;
  const events = waiting.splice(0, 25);
  if (!events.length) return;
  const again = () => {
    waiting = [...events, ...waiting].slice(-HELD);
    failures += 1;
    if (failures < 6) timer ??= setTimeout(send, 1_000 * 2 ** failures);
  };
  const body = JSON.stringify({ key: option('key'), sentAt: new Date().toISOString(), events });
  fetch(`${option('host') ?? own}/v1/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain' },
    keepalive: body.length < 60_000,
    credentials: 'omit',
  }).then(({ status }) => {
    if (status === 429 || status >= 500) return again();
    failures = 0;
    if (waiting.length) send();
  }, again);
}

function view(): void {
  if (option('pages') === 'no' || seen === location.href) return;
  seen = location.href;
  calls.page?.();
}

/** Hands the visitor's token and code to the site's own server, with its forms. */
function decorate(form: HTMLFormElement): void {
  const target = new URL(form.action || location.href, location.href);
  if (target.host !== location.host || form.method === 'get' || option('forms') === 'no') return;
  for (const [name, value] of [
    ['gw_click', memory.last?.click],
    ['gw_via', memory.last?.via],
  ] as const) {
    if (!value) continue;
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
}

const calls: Record<string, (...args: never[]) => unknown> = {
  track: (event: string, properties?: Fields) => add({ type: 'track', event, properties }),
  page: (name?: string, properties?: Fields) =>
    add({ type: 'page', name, properties: { path: location.pathname, title: document.title, ...properties } }),
  identify(user: string, traits?: Fields) {
    memory.user = `${user}`;
    add({ type: 'identify', traits });
    keep();
  },
  group(account: string, traits?: Fields) {
    memory.account = `${account}`;
    add({ type: 'group', traits });
    keep();
  },
  consent(yes: boolean) {
    allowed = yes;
    if (!yes) waiting = [];
    keep();
    if (yes) seen = '';
    if (yes) view();
  },
  reset() {
    memory = { visitor: makeId() };
    keep();
  },
  /** What the site's server needs to credit a partner, and how the visitor came. */
  get: (then: (known: Fields) => void) => then({ ...memory, click: memory.last?.click, via: memory.last?.via }),
};

const host = window as unknown as { gw?: Queue; history: History };
const before = host.gw?.q ?? [];
host.gw = (name, ...args) => (Object.hasOwn(calls, name) ? calls[name]?.(...(args as never[])) : undefined);
touch();
keep();
for (const call of before) host.gw(...(Array.from(call) as Call));
view();

const push = history.pushState;
history.pushState = function pushState(...args) {
  push.apply(this, args);
  view();
};
addEventListener('popstate', view);
addEventListener('pagehide', send);
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && send());
addEventListener('submit', ({ target }) => decorate(target as HTMLFormElement), true);
const forms = () => Array.from(document.forms, decorate);
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', forms);
else forms();
