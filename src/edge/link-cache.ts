import type pg from 'pg';
import { LINKS_CHANNEL, type RedirectLink } from '../partners/links/model.ts';
import { listForRedirect, pageForRedirect } from '../partners/links/service.ts';
import { Cache, type Cached } from '../platform/cache.ts';
import type { Ctx } from '../platform/ctx.ts';
import { keepLines, readKeptLines } from '../platform/kept-lines.ts';
import { listenTo } from '../platform/listen.ts';
import { repeat } from '../platform/repeat.ts';

export type LinkCache = {
  peek(code: string): Cached<RedirectLink>;
  /** @throws when the code is not in memory and the database does not answer in time */
  find(code: string): Promise<RedirectLink | null>;
  stop(): Promise<void>;
};

export type LinkCacheOptions = {
  ctx: Ctx;
  pool: pg.Pool;
  /** Where the links are kept for the next start. */
  file: string;
};

const MOST = 50_000;
const UNKNOWN_MS = 10_000;
const ANSWER_MS = 2_000;
/** Notices tell of changes at once; the age is for what they might miss, and all there is while nobody can listen. */
const STALE_MS = { listening: 60_000, deaf: 1_000 };
const KEPT_EVERY_MS = 5_000;
const LINKS_AT_ONCE = 500;

/** Every link a redirect may need, in memory: at first as the file knows it, then as the database tells. */
export async function openLinkCache({ ctx, pool, file }: LinkCacheOptions): Promise<LinkCache> {
  const { log } = ctx;
  let isChanged = false;
  const cache = new Cache<RedirectLink>({
    load: async (codes) => new Map((await listForRedirect(ctx, codes)).map((link) => [link.code, link])),
    most: MOST,
    staleMs: () => (listening.isOn() ? STALE_MS.listening : STALE_MS.deaf),
    unknownMs: UNKNOWN_MS,
    answerMs: ANSWER_MS,
    now: () => performance.now(),
    changed: () => {
      isChanged = true;
    },
  });
  const listening = listenTo(pool, LINKS_CHANNEL, {
    notice: (text) => cache.doubt(meant(cache, text)),
    began: () =>
      void readAll(ctx, cache).catch((error) =>
        log.warn({ err: error }, 'not all links could be read into memory; the others are when they are used'),
      ),
  });
  for await (const value of readKeptLines(file)) putKept(cache, value as RedirectLink);
  const keep = async () => {
    if (!isChanged) return false;
    isChanged = false;
    await keepLines(file, valuesOf(cache)).catch((error) => {
      isChanged = true;
      throw error;
    });
    return false;
  };
  const keeping = repeat('keeping the links for the next start', keep, { everyMs: KEPT_EVERY_MS, log });
  return {
    peek: (code) => cache.peek(code),
    find: (code) => cache.find(code),
    async stop() {
      await keeping.stop();
      await listening.stop();
      await keep().catch((error) => log.warn({ err: error }, 'the links could not be kept for the next start'));
    },
  };
}

/** What changed before is unknown: nothing is believed any more, and all there is room for is read. */
async function readAll(ctx: Ctx, cache: Cache<RedirectLink>): Promise<void> {
  cache.doubtAll();
  for (let after = ''; cache.size < MOST; ) {
    const links = await pageForRedirect(ctx, after, LINKS_AT_ONCE);
    for (const link of links) cache.put(link.code, link);
    after = links.at(-1)?.code ?? '';
    if (links.length < LINKS_AT_ONCE) return;
  }
}

/** What the file says is old: it is asked for again when it is used. */
function putKept(cache: Cache<RedirectLink>, link: RedirectLink): void {
  if (cache.peek(link.code)) return;
  const expires_at = link.expires_at && new Date(link.expires_at);
  cache.put(link.code, { ...link, expires_at }, Number.NEGATIVE_INFINITY);
}

/** The codes a notice is about. */
function meant(cache: Cache<RedirectLink>, notice: string): string[] {
  const [what, name = ''] = notice.split(':');
  if (what === 'code') return [name];
  const field = what === 'partner' ? 'partner_id' : 'programme_id';
  return [...cache.entries()].filter(([, { value }]) => value[field] === name).map(([code]) => code);
}

function* valuesOf(cache: Cache<RedirectLink>): Generator<RedirectLink> {
  for (const [, { value }] of cache.entries()) yield value;
}
