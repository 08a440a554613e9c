import type pg from 'pg';
import { NO_ROWS, type UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import {
  canCopy,
  copyUsage,
  hasUsage,
  insertStagedEvents,
  mergeStagedUsage,
  openUsageStage,
  rollUpAllUsage,
  stageUsage,
  type UsageRow,
} from './store.ts';

export type UsageLoad = {
  /** How many rows are best added at a time. */
  batch: number;
  add(rows: readonly UsageRow[]): Promise<UpsertCounts>;
  /** Ends the load: only then are the days complete. */
  finish(): Promise<void>;
};

/** Fewer and longer runs in key order cost less, and hold more rows in memory. */
const BATCH = 50_000;

/**
 * Opens a load of many usage events inside the caller's transaction on `client`. An event id must not come twice in one
 * load. Where the database takes COPY the rows travel that way; a first load rolls the days up once, at its end.
 */
export async function openUsageLoad(ctx: Ctx, client: pg.PoolClient): Promise<UsageLoad> {
  requireScope(ctx, 'imports:write');
  await openUsageStage(ctx.db);
  const copies = await canCopy(ctx.db);
  if (await hasUsage(ctx.db)) return laterLoad(ctx, client, copies);
  return firstLoad(ctx, client, copies);
}

function laterLoad({ db }: Ctx, client: pg.PoolClient, copies: boolean): UsageLoad {
  return {
    batch: BATCH,
    async add(rows) {
      if (rows.length === 0) return NO_ROWS;
      await (copies ? copyUsage(client, 'usage_stage', rows) : stageUsage(db, rows));
      return mergeStagedUsage(db);
    },
    finish: async () => {},
  };
}

/** Nothing is there to be met again: the rows go straight to their place, each batch account by account. */
function firstLoad({ db }: Ctx, client: pg.PoolClient, copies: boolean): UsageLoad {
  return {
    batch: BATCH,
    async add(rows) {
      if (rows.length === 0) return NO_ROWS;
      if (copies) await copyUsage(client, 'usage_events', byAccount(rows));
      else {
        await stageUsage(db, rows);
        await insertStagedEvents(db, { daily: false });
      }
      return { ...NO_ROWS, inserted: rows.length };
    },
    finish: () => rollUpAllUsage(db),
  };
}

/** Rows of one account lie together in the index; where exactly among each other matters little. */
function byAccount(rows: readonly UsageRow[]): UsageRow[] {
  const groups = Map.groupBy(rows, (row) => row.account_id);
  return [...groups.keys()].sort().flatMap((account) => groups.get(account) ?? []);
}
