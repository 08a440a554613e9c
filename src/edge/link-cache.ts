import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { LINKS_CHANNEL, type RedirectLink } from '../partners/links/model.ts';
import { listForRedirect, pageForRedirect } from '../partners/links/service.ts';
import { Cache, type Cached } from '../platform/cache.ts';
import type { Ctx } from '../platform/ctx.ts';
import { listenTo } from '../platform/listen.ts';

export type LinkCache = {
  peek(code: string): Cached<RedirectLink>;
  /** @throws when the code is not in memory and the database does not answer in time */
  find(code: string): Promise<RedirectLink | null>;
  stop(): Promise<void>;
};

export type LinkCacheOptions = {
  ctx: Ctx;
  pool: pg.Pool /** Where the links are kept for the next start. */;
  file: string;
};

const MOST = 50_000;
const UNKNOWN_MS = 10_000;
const ANSWER_MS = 2_000;
/** Notices tell of changes at once; the age is for what they might miss, and all there is while nobody can listen. */
const STALE_MS = { listening: 60_000, deaf: 1_000 };
const KEPT_EVERY_MS = 5_000;
const LINES_AT_ONCE = 500;

/** Every link a redirect may need, in memory: at first as the file knows it, then as the database tells. */
export async function openLinkCache({ ctx, pool, file }: LinkCacheOptions): Promise<LinkCache> {
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
  const listening = listenTo(pool, LINKS_CHANNEL, { notice: (text) => cache.doubt(meant(cache, text)), began });
  for await (const link of readKept(file))
    if (!cache.peek(link.code)) cache.put(link.code, link, Number.NEGATIVE_INFINITY);
  const ending = new AbortController();
  const keeping = keepNowAndThen();
  return {
    peek: (code) => cache.peek(code),
    find: (code) => cache.find(code),
    async stop() {
      ending.abort();
      await keeping;
      await listening.stop();
      await keep();
    },
  };

  /** What changed before is unknown: nothing is believed any more, and all there is room for is read. */
  function began(): void {
    cache.doubtAll();
    readAll().catch((error) =>
      ctx.log.warn({ err: error }, 'the links could not be read into memory; they are when used'),
    );
  }

  async function readAll(): Promise<void> {
    for (let after = ''; cache.size < MOST; ) {
      const links = await pageForRedirect(ctx, after, LINES_AT_ONCE);
      for (const link of links) cache.put(link.code, link);
      after = links.at(-1)?.code ?? '';
      if (links.length < LINES_AT_ONCE) return;
    }
  }

  async function keepNowAndThen(): Promise<void> {
    while (!ending.signal.aborted) {
      await wait(KEPT_EVERY_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      await keep();
    }
  }

  async function keep(): Promise<void> {
    if (!isChanged) return;
    isChanged = false;
    await writeKept(file, cache).catch((error) => {
      isChanged = true;
      ctx.log.warn({ err: error }, 'the links could not be kept for the next start');
    });
  }
}

/** The codes a notice is about. */
function meant(cache: Cache<RedirectLink>, notice: string): string[] {
  const [what, name = ''] = notice.split(':');
  if (what === 'code') return [name];
  const field = what === 'partner' ? 'partner_id' : 'programme_id';
  return [...cache.entries()].filter(([, { value }]) => value[field] === name).map(([code]) => code);
}

async function* readKept(file: string): AsyncGenerator<RedirectLink> {
  try {
    for await (const line of createInterface(createReadStream(file))) {
      const link = JSON.parse(line) as RedirectLink;
      yield { ...link, expires_at: link.expires_at && new Date(link.expires_at) };
    }
  } catch {
    // There is none yet, or it is damaged from here on: the database tells.
  }
}

/** A few hundred lines at a time, so that no redirect waits for it; the owner alone may read it. */
async function writeKept(file: string, cache: Cache<RedirectLink>): Promise<void> {
  const out = await open(`${file}.new`, 'w', 0o600);
  try {
    let lines: string[] = [];
    for (const [, { value }] of cache.entries()) {
      lines.push(`${JSON.stringify(value)}\n`);
      if (lines.length < LINES_AT_ONCE) continue;
      await out.write(lines.join(''));
      lines = [];
    }
    await out.write(lines.join(''));
  } finally {
    await out.close();
  }
  await rename(`${file}.new`, file);
}
