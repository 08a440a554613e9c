import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createKey } from '../../src/access/keys/service.ts';
import { takeEvents } from '../../src/flows/take-events.ts';
import type { Database } from '../../src/platform/database.ts';
import { holdConnection } from '../../src/platform/postgres.ts';
import { addPartner, makeLiveProgramme } from '../flows/partner-company.fixture.ts';
import { testCtx } from '../harness/ctx.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PROCESS = join(import.meta.dirname, 'edge-process.fixture.ts');
const NODE_COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/goodword/compiled');

/** What clients of the edge need: a live link, a write key, and a user who belongs to an account. */
export type Furniture = { code: string; key: string };

export async function furnish(database: Database): Promise<Furniture> {
  const ctx = testCtx(database, { at: new Date().toISOString() });
  const { code } = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  const { secret } = await createKey(ctx, { name: 'edge', scopes: ['events:write'] });
  const received_at = ctx.clock.now().toISOString();
  const body = { batch: [{ type: 'group', userId: 'u1', groupId: 'acme', traits: { name: 'Acme' } }] };
  const about = { key_id: 'ky_1', is_public: false, door: 'segment', received_at, body };
  const record = { position: 'furniture', at: ctx.clock.now(), payload: Buffer.from(JSON.stringify(about)) };
  await holdConnection(ctx.db, ({ db, client }) =>
    db.transaction().execute((db) => takeEvents({ ...ctx, db }, client, [record])),
  );
  return { code, key: secret };
}

/** A process that starts under load may refuse all events for a while: so many ids of each kind are waited for. */
const OF_EACH = 2;

export type Life = { kill(signal: NodeJS.Signals): Promise<number | null>; complaint(): string };

/** Starts an edge as its own process; resolves once it answers. */
export async function startLife(
  env: Record<string, string>,
  command: string[] = [PROCESS],
  sign = 'The edge of Goodword is',
): Promise<Life> {
  const child = spawn(process.execPath, command, { env: { PATH: process.env.PATH, NODE_COMPILE_CACHE, ...env } });
  const seen = { out: '', err: '' };
  const ended = once(child, 'close');
  child.stderr.on('data', (data) => {
    seen.err += data;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      seen.out += data;
      if (seen.out.includes(sign)) resolve();
    });
    ended.then(() => reject(new Error(`the edge ended before it was there: ${seen.err}`)));
  });
  return {
    complaint: () => seen.err,
    async kill(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** What was promised to clients: click ids and event ids, each acknowledged. */
export type Promised = { clicks: string[]; events: string[]; refused: number };

/** Clients that follow the link and send events, some of them again, until told to stop; what fails they forget. */
export function makeClients(url: string, { code, key }: Furniture, clients = 4) {
  const promised: Promised = { clicks: [], events: [], refused: 0 };
  let going = true;
  const follow = async () => {
    const answer = await fetch(`${url}/r/${code}`, { redirect: 'manual', headers: { 'user-agent': BROWSER } });
    const token = new URL(answer.headers.get('location') ?? '').searchParams.get('gw_click') ?? '';
    promised.clicks.push(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).click);
  };
  const send = async () => {
    const again = promised.events.at(-1);
    const ids = [randomUUID(), randomUUID(), ...(again ? [again] : [])];
    const timestamp = new Date().toISOString();
    const batch = ids.map((messageId) => ({ type: 'track', userId: 'u1', event: 'Exported', messageId, timestamp }));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ batch }) });
    if (answer.status === 200) promised.events.push(...ids);
    else promised.refused += 1;
    await answer.arrayBuffer();
  };
  const target = { answers: Number.POSITIVE_INFINITY, reached: Promise.withResolvers<void>() };
  let answers = 0;
  const count = () => {
    answers += 1;
    const { clicks, events } = promised;
    const isMixed = Math.min(clicks.length, events.length) >= OF_EACH;
    if (answers - promised.refused >= target.answers && isMixed) target.reached.resolve();
  };
  const one = async () => {
    while (going) await (Math.random() < 0.5 ? follow() : send()).then(count, () => {});
  };
  const running = Array.from({ length: clients }, one);
  return {
    promised,
    /** Resolves once that many requests were answered with a promise, some of them clicks and some events. */
    answered(count: number): Promise<void> {
      target.answers = count;
      return target.reached.promise;
    },
    async stop() {
      going = false;
      await Promise.all(running);
    },
  };
}

/** How many of the promised are missing, and whether the days count exactly what is there. */
export async function judge(database: Database, promised: Promised) {
  const { rows } = await database.pool.query(
    `select
       (select count(*) from unnest($1::text[]) p where not exists (select from clicks c where c.id = p)) as clicks_lost,
       (select count(*) from unnest($2::text[]) p where not exists (select from usage_events u where u.id = p)) as events_lost,
       (select count(*) from clicks)::bigint - (select coalesce(sum(clicks), 0) from clicks_daily)::bigint as clicks_twice,
       (select count(*) from usage_events)::bigint - (select coalesce(sum(events), 0) from usage_daily)::bigint as events_twice,
       (select count(*) from intake_rejects) + (select count(*) from event_quarantine) as unusable`,
    [promised.clicks, promised.events],
  );
  return rows[0] as Record<'clicks_lost' | 'events_lost' | 'clicks_twice' | 'events_twice' | 'unusable', number>;
}

export const SOUND = { clicks_lost: 0, events_lost: 0, clicks_twice: 0, events_twice: 0, unusable: 0 };
