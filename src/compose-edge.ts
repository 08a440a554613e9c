import { join } from 'node:path';
import type pg from 'pg';
import { makeKeyFinder } from './access/keys/verbs/find-write-key.ts';
import type { Config } from './config.ts';
import { makeCollector } from './edge/collect.ts';
import { Drain, type DrainOptions } from './edge/drain.ts';
import { type Door, type Edge, makeEdge } from './edge/edge.ts';
import { type Intake, KIND, openIntake } from './edge/intake.ts';
import { takeEvents } from './flows/take-events.ts';
import type { Click } from './partners/clicks/model.ts';
import { recordClick } from './partners/clicks/service.ts';
import type { Ctx } from './platform/ctx.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { openDisk } from './platform/intake/disk.ts';
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
  const drain = new Drain({ ctx, intake, mayStore, sinks: { [KIND.click]: takeClicks, [KIND.events]: takeEvents } });
  const edge = makeEdge({ intake, drain, log, doors: doorsOf(parts, intake) });
  return {
    ...edge,
    async stop() {
      await edge.stop(DRAIN_MS);
      lock.release();
    },
  };
}

function doorsOf({ config, systemCtx, webDir }: EdgeParts, intake: Intake): Door[] {
  const ctx = systemCtx('collect');
  return [
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

async function takeClicks(ctx: Ctx, _client: pg.PoolClient, records: readonly { payload: Buffer }[]): Promise<void> {
  for (const { payload } of records) {
    const click = JSON.parse(payload.toString()) as Click;
    await recordClick(ctx, { ...click, occurred_at: new Date(click.occurred_at) });
  }
}
