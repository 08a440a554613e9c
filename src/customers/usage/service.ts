import type pg from 'pg';
import { NO_ROWS, type UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Month, monthOf } from '../../platform/firehose/model.ts';
import { ensureMonths } from '../../platform/firehose/months.ts';
import { findRetention } from '../../platform/firehose/retention.ts';
import { msOf, type UsageRow } from './model.ts';
import { firstOfEach, sumDays, sumSpans } from './rules.ts';
import { rollUpAllUsage } from './store/days.ts';
import { hasUsage, mergeStagedUsage, takeUsageTurn } from './store/events.ts';
import { addDays, addSpans, findKnown, keyOf } from './store/live.ts';
import { canCopy, copyUsage, insertUsage, openUsageStage, type UsageTable } from './store/stage.ts';

export type UsageLoad = {
  /** How many rows are best added at a time. */
  batch: number;
  add(rows: readonly UsageRow[]): Promise<UpsertCounts>;
  /** Ends the load: only then are the days complete. */
  finish(): Promise<void>;
};

/** `repeated`: was there, or came twice. `closed`: of a day whose events were dropped, and so not counted again. */
export type LiveLoad = { inserted: number; repeated: number; closed: number };

/** Fewer and longer runs in key order cost less, and hold more rows in memory. */
const BATCH = 50_000;

type Opened = { ctx: Ctx; client: pg.PoolClient; copies: boolean };

/**
 * Opens a load of many usage events inside the caller's transaction on `client`. An event id must not come twice in one
 * load; events of days whose events were dropped count as unchanged. Where the database takes COPY the rows travel that
 * way; a first load rolls the days up once, at its end.
 */
export async function openUsageLoad(ctx: Ctx, client: pg.PoolClient): Promise<UsageLoad> {
  requireScope(ctx, 'imports:write');
  const opened = await openTurn(ctx, client);
  const { closed_before } = await findRetention(ctx.db, 'usage');
  const load = (await hasUsage(ctx.db)) ? laterLoad(opened) : firstLoad(opened);
  return {
    ...load,
    async add(rows) {
      const open = stillOpen(rows, closed_before);
      if (open.length > 0)
        await makeMonths(
          ctx,
          open.map(({ occurred_at: at }) => (typeof at === 'number' ? new Date(at) : at)),
        );
      const counts = open.length > 0 ? await load.add(open) : NO_ROWS;
      return { ...counts, unchanged: counts.unchanged + rows.length - open.length };
    },
  };
}

/**
 * Adds events as they come from the doors, in the caller's transaction on `client`: however late, in any order, and
 * again. An event counts once in its account, the first time it comes; the days and signals count only what is new.
 * `occurred_at` is the time on our clock: whoever calls has taken off by how much the sender's clock is wrong.
 */
export async function loadLiveUsage(ctx: Ctx, client: pg.PoolClient, rows: readonly UsageRow[]): Promise<LiveLoad> {
  requireScope(ctx, 'track:write');
  if (rows.length === 0) return { inserted: 0, repeated: 0, closed: 0 };
  await takeUsageTurn(ctx.db);
  const open = stillOpen(rows, (await findRetention(ctx.db, 'usage')).closed_before);
  const first = firstOfEach(open);
  const known = first.length > 0 ? await findKnown(ctx.db, first) : new Set();
  const fresh = known.size > 0 ? first.filter((row) => !known.has(keyOf(row))) : first;
  if (fresh.length > 0) await addLive(ctx, client, fresh);
  return { inserted: fresh.length, repeated: open.length - fresh.length, closed: rows.length - open.length };
}

/** Straight to their place, and the days from the same rows: the database reads and writes each only once. */
async function addLive(ctx: Ctx, client: pg.PoolClient, rows: readonly UsageRow[]): Promise<void> {
  const days = sumDays(rows);
  await makeMonths(
    ctx,
    days.map(({ on_date }) => on_date),
  );
  await put({ ctx, client, copies: await canCopy(ctx.db) }, 'usage_events', rows);
  await addDays(ctx.db, days);
  await addSpans(ctx.db, sumSpans(days));
}

async function openTurn(ctx: Ctx, client: pg.PoolClient): Promise<Opened> {
  await takeUsageTurn(ctx.db);
  await openUsageStage(ctx.db);
  return { ctx, client, copies: await canCopy(ctx.db) };
}

function put({ ctx, client, copies }: Opened, table: UsageTable, rows: readonly UsageRow[]): Promise<void> {
  return copies ? copyUsage(client, table, rows) : insertUsage(ctx.db, table, rows);
}

function laterLoad(opened: Opened): UsageLoad {
  return {
    batch: BATCH,
    async add(rows) {
      await put(opened, 'usage_stage', rows);
      return mergeStagedUsage(opened.ctx.db);
    },
    finish: async () => {},
  };
}

/** Nothing is there to be met again: the rows go straight to their place, each batch account by account. */
function firstLoad(opened: Opened): UsageLoad {
  return {
    batch: BATCH,
    async add(rows) {
      await put(opened, 'usage_events', byAccount(rows));
      return { ...NO_ROWS, inserted: rows.length };
    },
    finish: () => rollUpAllUsage(opened.ctx.db, null),
  };
}

async function makeMonths(ctx: Ctx, instants: readonly (Date | string)[]): Promise<void> {
  await ensureMonths(ctx.db, 'usage', { months: new Set<Month>(instants.map(monthOf)), now: ctx.clock.now() });
}

function stillOpen(rows: readonly UsageRow[], closedBefore: string | null): readonly UsageRow[] {
  if (closedBefore === null) return rows;
  const opened = Date.parse(closedBefore);
  return rows.filter(({ occurred_at }) => msOf(occurred_at) >= opened);
}

/** Rows of one account lie together in the index; where exactly among each other matters little. */
function byAccount(rows: readonly UsageRow[]): UsageRow[] {
  const groups = Map.groupBy(rows, (row) => row.account_id);
  return [...groups.keys()].sort().flatMap((account) => groups.get(account) ?? []);
}
