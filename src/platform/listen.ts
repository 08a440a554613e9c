import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export type Heard = {
  /** A message of the channel, told when the transaction that said it committed. */
  notice(payload: string): void;
  /** Listening began, or began again: what was said before went unheard. */
  began(): void;
};

export type Listening = { isOn(): boolean; stop(): Promise<void> };

const AGAIN_MS = { least: 100, most: 2_000 };
const PING_MS = 5_000;

/**
 * Listens to a channel on a connection of its own, and connects again for as long as it takes.
 *
 * The pool's connections listen as well: so a process hears what it said itself before it hears that it was committed,
 * and the embedded database, one session for all connections, tells whichever of them committed.
 */
export function listenTo(pool: pg.Pool, channel: string, heard: Heard): Listening {
  const ending = new AbortController();
  const note = ({ channel: name, payload }: pg.Notification) => {
    if (name === channel) heard.notice(payload ?? '');
  };
  const forget = hearPool(pool, channel, note);
  let isOn = false;
  let pause = AGAIN_MS.least;
  const began = () => {
    isOn = true;
    pause = AGAIN_MS.least;
    heard.began();
  };
  const running = (async () => {
    while (!ending.signal.aborted) {
      await listenOnce(pool, channel, { note, began, ending: ending.signal }).catch(() => {});
      isOn = false;
      await wait(pause, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      pause = Math.min(pause * 2, AGAIN_MS.most);
    }
  })();
  return {
    isOn: () => isOn,
    async stop() {
      ending.abort();
      forget();
      await running;
    },
  };
}

const listenSql = (channel: string) => `listen ${pg.escapeIdentifier(channel)}`;

type Note = (message: pg.Notification) => void;

function hearPool(pool: pg.Pool, channel: string, note: Note): () => void {
  const known = new Set<pg.ClientBase>();
  const hear = async (client: pg.ClientBase) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('notification', note);
    await client.query(listenSql(channel));
  };
  // New connections listen before anybody gets them, those that were there when they are next taken.
  pool.options.onConnect = hear;
  const take = (client: pg.PoolClient) => void hear(client).catch(() => {});
  const lose = (client: pg.PoolClient) => known.delete(client);
  pool.on('acquire', take).on('remove', lose);
  return () => {
    delete pool.options.onConnect;
    pool.off('acquire', take).off('remove', lose);
    for (const client of known) client.off('notification', note);
  };
}

/** Resolves or rejects when the connection ends. A network that went silent is noticed by asking now and then. */
async function listenOnce(
  pool: pg.Pool,
  channel: string,
  { note, began, ending }: { note: Note; began: () => void; ending: AbortSignal },
): Promise<void> {
  const client = new pg.Client({ ...pool.options, query_timeout: PING_MS });
  // An error is followed by `end`; without a listener it would end the process.
  client.on('error', () => {}).on('notification', note);
  try {
    await client.connect();
    const ended = once(client, 'end');
    await client.query(listenSql(channel));
    began();
    while (!ending.aborted) {
      const isOver = await Promise.race([ended.then(() => true), untilPing(ending)]);
      if (isOver) return;
      await client.query('select 1');
    }
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether it was ended. */
function untilPing(ending: AbortSignal): Promise<boolean> {
  return wait(PING_MS, false, { signal: ending, ref: false }).catch(() => true);
}
