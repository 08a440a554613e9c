import type pg from 'pg';
import { NO_ROWS, type UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import {
  canCopy,
  copyToStage,
  hasUsage,
  insertStagedEvents,
  mergeStagedUsage,
  openUsageStage,
  rollUpAllUsage,
  stageUsage,
  type UsageRow,
} from './store.ts';

export type UsageLoad = {
  add(rows: readonly UsageRow[]): Promise<UpsertCounts>;
  /** Ends the load: only then are the days complete. */
  finish(): Promise<void>;
};

/**
 * Opens a load of many usage events inside the caller's transaction on `client`. An event id must not come twice in one
 * load. Where the database takes COPY the rows travel that way; a first load rolls the days up once, at its end.
 */
export async function openUsageLoad(ctx: Ctx, client: pg.PoolClient): Promise<UsageLoad> {
  requireScope(ctx, 'imports:write');
  await openUsageStage(ctx.db);
  const isFirst = !(await hasUsage(ctx.db));
  const stage = (await canCopy(ctx.db))
    ? (rows: readonly UsageRow[]) => copyToStage(client, rows)
    : (rows: readonly UsageRow[]) => stageUsage(ctx.db, rows);
  return {
    async add(rows) {
      if (rows.length === 0) return NO_ROWS;
      await stage(rows);
      if (!isFirst) return mergeStagedUsage(ctx.db);
      return { ...NO_ROWS, inserted: await insertStagedEvents(ctx.db, { daily: false }) };
    },
    async finish() {
      if (isFirst) await rollUpAllUsage(ctx.db);
    },
  };
}
