import type { Server } from 'node:http';
import { join } from 'node:path';
import type pg from 'pg';
import { makeKeyFinder } from './access/keys/verbs/find-write-key.ts';
import { makeBasics } from './compose-basics.ts';
import type { Config } from './config.ts';
import { makeCollector } from './edge/collect.ts';
import { Drain, type DrainOptions } from './edge/drain.ts';
import { type Door, type Edge, makeEdge } from './edge/edge.ts';
import { type Intake, KIND, openIntake } from './edge/intake.ts';
import { type LinkCache, openLinkCache } from './edge/link-cache.ts';
import { redirectDoor } from './edge/redirect.ts';
import { takeClicks } from './flows/take-clicks.ts';
import { readEventsAhead, takeEvents } from './flows/take-events.ts';
import { edgeServer } from './http/edge-server.ts';
import { AppError } from './kernel/errors.ts';
import { callerAddress } from './platform/caller-address.ts';
import type { Ctx } from './platform/ctx.ts';
import { readServerUrl } from './platform/database.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { type CountryOf, openGeography } from './platform/geography.ts';
import { openDisk } from './platform/intake/disk.ts';
import { makeLog } from './platform/log.ts';
import { schemaState } from './platform/migrate.ts';
import { makeDb, makePool } from './platform/postgres.ts';
import { readSnippet } from './platform/snippet.ts';

const MEGABYTE = 1024 * 1024;
/** Of the time a stop may take. */
const DRAIN_MS = 6_000;

export type EdgeParts = {
  config: Config;
  /** The context of a sink or a door, named in the audit. */
  systemCtx(name: string): Ctx;
  pool: pg.Pool;
  webDir: string;
  mayStore: DrainOptions['mayStore'];
};

export type EdgeProduct = { config: Config; server: Server; stop(): Promise<void> };

/**
 * A process that is nothing but an edge. It asks nothing of the database at its start, nor brings its schema up to date:
 * that is for the processes with the API, and until they have, the intake keeps what arrives.
 */
export async function composeEdge(config: Config, webDir: string): Promise<EdgeProduct> {
  const pool = makePool({ connectionString: readServerUrl(config.databaseUrl) });
  const log = makeLog(config.logLevel);
  const { jobs, systemCtx } = makeBasics({ config, log, pool, db: makeDb(pool) });
  let isReady = false;
  const mayStore = async () => {
    if (isReady) return;
    const { missing } = await schemaState(pool);
    if (missing.length > 0) throw new AppError('unavailable', `The database has not got ${missing[0]} yet.`);
    await jobs.start([], { work: false });
    isReady = true;
  };
  const edge = await openEdge({ config, systemCtx, pool, webDir, mayStore });
  const parts = { intake: () => edge.check() };
  return {
    config,
    server: edgeServer({ front: edge, parts, metricsToken: config.metricsToken }),
    async stop() {
      await edge.stop();
      if (isReady) await jobs.stop();
      await pool.end();
    },
  };
}

export type OpenEdge = Omit<Edge, 'stop'> & { stop(): Promise<void> };

/**
 * Opens the intake of the data folder and everything that fills or empties it. Asks nothing of the database at first.
 * @throws conflict when another process has the intake of this folder
 */
export async function openEdge(parts: EdgeParts): Promise<OpenEdge> {
  const { config, systemCtx, mayStore } = parts;
  const folder = join(config.dataDir, 'intake');
  const lock = lockFolder(folder);
  const ctx = systemCtx('edge');
  const { clock, log } = ctx;
  const limitBytes = config.intakeMaxMb * MEGABYTE;
  const intake = await openIntake({ disk: await openDisk(folder), limitBytes, clock, log });
  const links = await openLinkCache({ ctx, pool: parts.pool, file: join(folder, 'links.jsonl') });
  const countryOf = await openGeography(config.geoDatabase);
  const sinks = { [KIND.click]: takeClicks, [KIND.events]: takeEvents };
  const readAhead = { [KIND.events]: readEventsAhead };
  const drain = new Drain({ ctx, intake, mayStore, sinks, readAhead });
  const edge = makeEdge({ intake, drain, log, doors: doorsOf(parts, { intake, links, countryOf }) });
  return {
    ...edge,
    async stop() {
      await edge.stop(DRAIN_MS);
      await links.stop();
      lock.release();
    },
  };
}

type Behind = { intake: Intake; links: LinkCache; countryOf: CountryOf };

function doorsOf({ config, systemCtx, webDir }: EdgeParts, { intake, links, countryOf }: Behind): Door[] {
  const ctx = systemCtx('collect');
  return [
    redirectDoor({
      links,
      append: (payload) => intake.append(KIND.click, payload),
      tokens: ctx.tokens,
      clock: ctx.clock,
      callerOf: callerAddress(config.trustProxy),
      countryOf,
    }),
    makeCollector({
      append: (payload) => intake.append(KIND.events, payload),
      findKey: makeKeyFinder(ctx, join(config.dataDir, 'write-keys.json')),
      snippet: readSnippet(webDir),
      publicUrl: config.publicUrl,
      eventsPerSecond: config.eventsPerSecond,
      now: () => ctx.clock.now(),
    }),
  ];
}
