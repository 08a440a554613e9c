import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { NO_ROWS, type UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Month, monthOf } from '../../platform/firehose/model.ts';
import { ensureMonths } from '../../platform/firehose/months.ts';
import { findRetention } from '../../platform/firehose/retention.ts';
import { urgently } from '../../platform/urgent.ts';
import { type LiveUsage, msOf, type UsageDay, type UsageRow } from './model.ts';
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
const LIVE_BATCH = 8_000;
/** Visitors have their turn after so many rows. */
const TURN_ROWS = 1_000;

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
export async function loadLiveUsage(ctx: Ctx, client: pg.PoolClient, use: LiveUsage): Promise<LiveLoad> {
  requireScope(ctx, 'track:write');
  if (use.last < use.first) return { inserted: 0, repeated: 0, closed: 0 };
  await takeUsageTurn(ctx.db);
  const { closed_before } = await findRetention(ctx.db, 'usage');
  const came = { open: 0, closed: 0 };
  const inserted = await addLive(ctx, client, { ...use, own: openOf(use.own, closed_before, came) });
  return { inserted, repeated: came.open - inserted, closed: came.closed };
}

/** What is still open of each account, counted in `came`. */
function* openOf(own: LiveUsage['own'], closedBefore: string | null, came: { open: number; closed: number }) {
  for (const rows of own) {
    const open = stillOpen(rows, closedBefore);
    came.open += open.length;
    came.closed += rows.length - open.length;
    yield open;
  }
}

async function* livePieces(own: LiveUsage['own'], copies: boolean): AsyncGenerator<Piece> {
  let piece: UsageRow[] = [];
  for (const rows of firstOfEach(own, TURN_ROWS)) {
    piece = piece.concat(rows);
    await turn();
    if (piece.length < LIVE_BATCH) continue;
    yield readyPiece(piece, copies);
    piece = [];
  }
  if (piece.length > 0) yield readyPiece(piece, copies);
}

/** Stores a piece while the next is made ready. Returns how many rows were new. */
async function addLive(ctx: Ctx, client: pg.PoolClient, use: LiveUsage): Promise<number> {
  const known = await whereKnown(ctx.db, use);
  const live = { ctx, client, known, copies: await canCopy(ctx.db), made: new Set<Month>() };
  const days: UsageDay[] = [];
  await withLookUps(ctx.db, async () => {
    let storing = Promise.resolve();
    const pieces = livePieces(use.own, live.copies);
    for (;;) {
      const next = await urgently(() => pieces.next());
      await storing;
      if (next.done) break;
      storing = addPiece(live, next.value, days);
      // Whoever waits for it hears of its failure; until then it must be on its way before the next is made.
      storing.catch(() => {});
    }
    if (days.length > 0) await addSpans(ctx.db, sumSpans(days));
  });
  return days.reduce((sum, { events }) => sum + events, 0);
}

/** `made`: the months that have a table for sure. */
type Live = Opened & { known: Known; made: Set<Month> };
/** New rows with their days, and as COPY reads them. */
type Piece = { rows: readonly UsageRow[]; days: UsageDay[]; texts: string[] };

/** In steps: visitors have their turn between them. */
async function readyPiece(rows: readonly UsageRow[], copies: boolean): Promise<Piece> {
  await turn();
  const days = sumDays(rows);
  if (!copies) return { rows, days, texts: [] };
  const texts: string[] = [];
  for (const text of copyTexts(rows)) {
    texts.push(text);
    await turn();
  }
  return { rows, days, texts };
}

/** Straight to their place, and the days from the same rows: the database reads and writes each only once. */
async function addPiece({ ctx, client, copies, known, made }: Live, piece: Piece, added: UsageDay[]): Promise<void> {
  const there = await findKnown(ctx.db, piece.rows, known);
  const isNew = (row: UsageRow) => !there.has(keyOf(row));
  const { rows, days, texts } = there.size > 0 ? await readyPiece(piece.rows.filter(isNew), copies) : piece;
  if (rows.length === 0) return;
  const months = new Set(days.map(({ on_date }) => monthOf(on_date)));
  const missing = months.difference(made);
  if (missing.size > 0) await ensureMonths(ctx.db, 'usage', { months: missing, now: ctx.clock.now() });
  for (const month of missing) made.add(month);
  await (copies ? copyUsage(client, 'usage_events', texts) : insertUsage(ctx.db, 'usage_events', rows));
  await addDays(ctx.db, days);
  for (const day of days) added.push(day);
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
