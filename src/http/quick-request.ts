import type { IncomingMessage } from 'node:http';

/** What a visit needs of its request, also as node:http would give it. */
export type Visit = Pick<IncomingMessage, 'url' | 'method' | 'headers'> & { socket: { remoteAddress?: string } };

const LONGEST = 4096;
/**
 * A whole request whose meaning nobody could dispute: one GET, in letters that mean themselves, each header on a line of
 * its own, nothing behind it. It is read from left to right without a choice to take back.
 */
const PLAIN = /^GET \/[\w\-.~%!$&'()*+,;=:@/?]* HTTP\/1\.1\r\n(?:[\w-]+:[ -~]*\r\n)+\r\n$/;
const URL_AT = 'GET '.length;
const LINE_END = '\r\n';

/** Headers that a visit may read, each once. */
const READ = new Set(
  ['host', 'user-agent', 'referer', 'x-forwarded-for', 'dnt', 'sec-gpc'].concat(
    ...['purpose', 'sec-purpose', 'x-purpose', 'x-moz', 'connection'],
  ),
);
/** Headers that make a request more than its first lines. */
const MORE = new Set(
  ['content-length', 'transfer-encoding', 'expect', 'upgrade', 'te', 'trailer'].concat(
    ...['keep-alive', 'proxy-connection', 'http2-settings'],
  ),
);

/** Reads one plain GET, all of it in these bytes; undefined for anything else, which is for node:http to judge. */
export function readPlainGet(bytes: Buffer): Pick<Visit, 'url' | 'headers'> | undefined {
  if (bytes.length > LONGEST) return undefined;
  const text = bytes.toString('latin1');
  if (!PLAIN.test(text)) return undefined;
  const lineEnd = text.indexOf(LINE_END);
  const headers: { [name: string]: string | undefined } = {};
  for (let at = lineEnd + 2; at < text.length - 2; ) {
    const [colon, end] = [text.indexOf(':', at), text.indexOf(LINE_END, at)];
    const name = text.slice(at, colon).toLowerCase();
    if (MORE.has(name)) return undefined;
    if (READ.has(name)) {
      if (headers[name] !== undefined) return undefined;
      headers[name] = text.slice(colon + 1, end).trim();
    }
    at = end + 2;
  }
  const { host, connection = 'keep-alive' } = headers;
  if (!host || connection.toLowerCase() !== 'keep-alive') return undefined;
  return { url: text.slice(URL_AT, text.indexOf(' ', URL_AT)), headers };
}
