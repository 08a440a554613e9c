import type pg from 'pg';
import { inChunks, NO_ROWS, type UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Month, monthOf } from '../../platform/firehose/model.ts';
import { ensureMonths } from '../../platform/firehose/months.ts';
import { findRetention } from '../../platform/firehose/retention.ts';
import { msOf, type UsageDay, type UsageRow } from './model.ts';
import { byAccount, firstOfEach, sumDays, sumSpans } from './rules.ts';
import { rollUpAllUsage } from './store/days.ts';
import { hasUsage, mergeStagedUsage, takeUsageTurn } from './store/events.ts';
import { addDays, addSpans, findKnown, type Known, keyOf, whereKnown, withLookUps } from './store/live.ts';
import { canCopy, copyTexts, copyUsage, insertUsage, openUsageStage, type UsageTable } from './store/stage.ts';

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
/** Of what comes live the database and this process work on a piece each: they must not wait long for one another. */
const LIVE_BATCH = 4_000;

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
  const inserted = open.length > 0 ? await addLive(ctx, client, open) : 0;
  return { inserted, repeated: open.length - inserted, closed: rows.length - open.length };
}

/** Stores a piece while the next is made ready. Returns how many rows were new. */
async function addLive(ctx: Ctx, client: pg.PoolClient, rows: readonly UsageRow[]): Promise<number> {
  const opened = { ctx, client, copies: await canCopy(ctx.db) };
  const known = await whereKnown(ctx.db, rows);
  let inserted = 0;
  await withLookUps(ctx.db, () =>
    inChunks(readyPieces(rows, opened.copies), 1, async ([piece]) => {
      if (piece) inserted += await addPiece(opened, piece, known);
    }),
  );
  return inserted;
}

/** New rows with their days, and as COPY reads them. */
type Piece = { rows: readonly UsageRow[]; days: UsageDay[]; texts: string[] };

function* readyPieces(rows: readonly UsageRow[], copies: boolean): Generator<Piece> {
  for (const first of firstOfEach(rows, LIVE_BATCH)) yield readyPiece(first, copies);
}

function readyPiece(rows: readonly UsageRow[], copies: boolean): Piece {
  return { rows, days: sumDays(rows), texts: copies ? copyTexts(rows) : [] };
}

/** Straight to their place, and the days from the same rows: the database reads and writes each only once. */
async function addPiece(opened: Opened, piece: Piece, where: Known): Promise<number> {
  const { ctx, client, copies } = opened;
  const known = await findKnown(ctx.db, piece.rows, where);
  const isNew = (row: UsageRow) => !known.has(keyOf(row));
  const { rows, days, texts } = known.size > 0 ? readyPiece(piece.rows.filter(isNew), copies) : piece;
  if (rows.length === 0) return 0;
  await makeMonths(
    ctx,
    days.map(({ on_date }) => on_date),
  );
  await (copies ? copyUsage(client, 'usage_events', texts) : insertUsage(ctx.db, 'usage_events', rows));
  await addDays(ctx.db, days);
  await addSpans(ctx.db, sumSpans(days));
  return rows.length;
}

async function openTurn(ctx: Ctx, client: pg.PoolClient): Promise<Opened> {
  await takeUsageTurn(ctx.db);
  await openUsageStage(ctx.db);
  return { ctx, client, copies: await canCopy(ctx.db) };
}

function put({ ctx, client, copies }: Opened, table: UsageTable, rows: readonly UsageRow[]): Promise<void> {
  return copies ? copyUsage(client, table, copyTexts(rows)) : insertUsage(ctx.db, table, rows);
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
      await put(opened, 'usage_events', byAccount(rows).flat());
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
