import { isbot } from 'isbot';
import { type Click, SUB_IDS, type SubIds } from './model.ts';

/**
 * Openers of links that isbot 5.2 takes for people: words of their user agents, and whose they are. Scanners that give
 * themselves out as a browser (Safe Links does at times) cannot be told from one by a single request.
 */
export const SCANNERS: readonly { says: readonly string[]; is: string }[] = [
  { says: ['MSOffice', 'ms-office', 'Microsoft Office', 'Microsoft Outlook'], is: 'Outlook, before anybody clicks' },
  { says: ['Outlook-iOS/', 'Outlook-Android/'], is: 'previews of Outlook on phones' },
  { says: ['Thunderbird/'], is: 'a mail reader: its clicks open in a browser' },
  { says: ['Barracuda'], is: 'Barracuda Link Protection' },
  { says: ['Mimecast'], is: 'Mimecast URL Protect' },
  { says: ['Proofpoint'], is: 'Proofpoint URL Defense' },
  { says: ['Symantec', 'MessageLabs'], is: 'Symantec Email Security.cloud' },
  { says: ['Trend Micro', 'TrendMicro'], is: 'Trend Micro Web Threat Protection' },
  { says: ['FortiGuard', 'FortiMail', 'FortiSandbox'], is: 'Fortinet' },
  { says: ['IronPort', 'CiscoSecureEmail'], is: 'Cisco Secure Email' },
  { says: ['Sophos', 'Cofense', 'Ironscales', 'Vade Secure', 'F-Secure'], is: 'mail filters that name themselves' },
  { says: ['Hatena'], is: 'previews of Hatena' },
];
const SCANNER = new RegExp(SCANNERS.flatMap(({ says }) => says).join('|'), 'i');

/** Robots, previews of messengers, scanners of mail, and whatever says nothing of itself. */
export function isMachine(userAgent: string | undefined): boolean {
  return !userAgent || isbot(userAgent) || SCANNER.test(userAgent);
}

const PRIVATE = /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|^(::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)$/i;

/** The /24 of an IPv4 address, the /48 of an IPv6 one; undefined for a private address, which tells nobody apart. */
export function networkOf(ip: string): string | undefined {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (PRIVATE.test(plain)) return undefined;
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain);
  return v4?.[1] ?? plain.split(':').slice(0, 3).join(':');
}

const CODE = /^[A-Za-z0-9_-]{3,64}$/;
/** A code of 64 letters, each percent-encoded. */
const MOST_TEXT = 193;

/** The code and the query that an address has behind `path`; without a code when it cannot be any link's. */
export function askedOf(url: string, path: string): { code: string | undefined; query: string } {
  const end = url.indexOf('?');
  const code = codeOf(url.slice(path.length, end < 0 ? undefined : end));
  return { code, query: end < 0 ? '' : url.slice(end + 1) };
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

const SUB_LIMIT = 200;

/** What a network wrote on the link for itself; null when it wrote nothing. A repeated name counts once. */
export function subIdsOf(query: Pick<URLSearchParams, 'get'>): SubIds | null {
  const found = SUB_IDS.flatMap((name) => {
    const value = query.get(name) ?? (name === 'click_id' ? query.get('clickid') : null);
    return value ? [[name, value.slice(0, SUB_LIMIT).toWellFormed().replaceAll('\0', '')] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}

type ClickFacts = Omit<Click, 'occurred_at' | 'known_account_id'> & { /** ISO 8601 */ at: string };

/** The JSON of a `Click`, for thousands a second: ids, instants and keys of ours need no escapes. */
export function clickText(click: ClickFacts): string {
  const { visitor_key, network_key, referrer_host, sub = null } = click;
  return (
    `{"link_id":"${click.link_id}","partner_id":"${click.partner_id}","programme_id":"${click.programme_id}"` +
    `,"id":"${click.id}","occurred_at":"${click.at}","kind":"${click.kind}","consent":${click.consent}` +
    `,"visitor_key":${quoted(visitor_key)},"network_key":${quoted(network_key)},"known_account_id":null` +
    `,"referrer_host":${referrer_host && JSON.stringify(referrer_host)},"sub":${sub && JSON.stringify(sub)}}`
  );
}

const quoted = (plain: string | null) => (plain === null ? 'null' : `"${plain}"`);
