import { type RawBuilder, sql } from 'kysely';
import { addCounts, NO_ROWS, type UpsertCounts } from '../../../platform/bulk.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { UsageRow } from '../model.ts';
import { addToDaily, addToSignals, moveDays, recountSignals } from './days.ts';
import { emptyUsageStage, insertUsage, openUsageStage, STAGE_COLUMNS } from './stage.ts';

const CONTENT = STAGE_COLUMNS.slice(2);
const ROWS_A_STATEMENT = 10_000;
const LOCK = 7_463_003;

const columns = sql.join(STAGE_COLUMNS.map((column) => sql.ref(column)));
const SAME = sql`s.account_id = k.account_id and s.id = k.id`;
const DIFFERS = sql`row(${content('k')}) is distinct from row(${content('s')})`;

function content(table: string): RawBuilder<unknown> {
  return sql.join(CONTENT.map((column) => sql.ref(`${table}.${column}`)));
}

/**
 * Lets one load at a time go on, until its transaction ends: no key of the database says that an id counts once in its
 * account, because the key of a month holds the time as well.
 */
export async function takeUsageTurn(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
}

/**
 * Adds usage events, changes those whose content differs, and keeps the days in step, in one transaction.
 * An event is known by (account_id, id), which must not repeat within `rows`.
 */
export async function upsertUsage(db: Db, rows: readonly UsageRow[]): Promise<UpsertCounts> {
  if (!db.isTransaction) return db.transaction().execute((trx) => upsertUsage(trx, rows));
  await takeUsageTurn(db);
  await openUsageStage(db);
  let counts = NO_ROWS;
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await insertUsage(db, 'usage_stage', rows.slice(at, at + ROWS_A_STATEMENT));
    counts = addCounts(counts, await mergeStagedUsage(db));
  }
  return counts;
}

/** Whether any event or day is there already. */
export async function hasUsage(db: Db): Promise<boolean> {
  const { rows } = await sql`select from usage_events limit 1`.execute(db);
  return rows.length > 0 || (await sql`select from usage_daily limit 1`.execute(db)).rows.length > 0;
}

/** Moves the staged events into `usage_events` and its days and empties the stage. */
export async function mergeStagedUsage(db: Db): Promise<UpsertCounts> {
  await sql`analyze usage_stage`.execute(db);
  await findKnown(db, sql`true`);
  const updated = await changeKnown(db);
  const known = await dropKnown(db);
  const inserted = await insertStagedEvents(db, { daily: true });
  return { inserted, updated, unchanged: known - updated };
}

async function findKnown(db: Db, where: RawBuilder<unknown>): Promise<void> {
  await sql`insert into usage_known (${columns})
    with s as materialized (select account_id, id from usage_stage)
    select ${sql.join(STAGE_COLUMNS.map((column) => sql.ref(`k.${column}`)))}
    from usage_events k join s on ${SAME} where ${where}`.execute(db);
}

/** Brings stored events with another content up to date; returns how many. */
async function changeKnown(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from usage_known k join usage_stage s on ${SAME} where ${DIFFERS}`.execute(db);
  const changed = rows[0]?.n ?? 0;
  if (changed === 0) return 0;
  await addToDaily(db, sql`(select k.* from usage_known k join usage_stage s on ${SAME} where ${DIFFERS}) x`, -1);
  await addToDaily(db, sql`(select s.* from usage_known k join usage_stage s on ${SAME} where ${DIFFERS}) x`, 1);
  const sets = sql.join(CONTENT.map((column) => sql`${sql.ref(column)} = s.${sql.ref(column)}`));
  await sql`with s as materialized (
      select s.* from usage_known k join usage_stage s on ${SAME} where ${DIFFERS})
    update usage_events k set ${sets} from s where ${SAME}`.execute(db);
  await recountSignals(db, sql`select distinct account_id from usage_known`);
  return changed;
}

/** Takes off the stage what is stored already. */
async function dropKnown(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`delete from usage_stage s using usage_known k where ${SAME}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Moves staged events none of which is stored into `usage_events`. `daily` false leaves the days to `rollUpAllUsage`,
 * which is several times cheaper for a first load.
 */
export async function insertStagedEvents(db: Db, options: { daily: boolean }): Promise<number> {
  // In key order the index grows at one place at a time, which is several times faster than at random.
  const { numAffectedRows } = await sql`insert into usage_events (${columns})
    select ${columns} from usage_stage order by account_id, id`.execute(db);
  if (options.daily) {
    await addToDaily(db, sql`usage_stage`, 1);
    await addToSignals(db);
  }
  await emptyUsageStage(db);
  return Number(numAffectedRows ?? 0);
}

/** Moves an account's events and days by writing them anew: a row of a firehose never changes its place by UPDATE. */
export async function moveEvents(db: Db, fromId: string, intoId: string): Promise<void> {
  await openUsageStage(db);
  const given = sql.join(STAGE_COLUMNS.slice(1).map((column) => sql.ref(column)));
  await sql`insert into usage_stage (${columns})
    select ${intoId}, ${given} from usage_events where account_id = ${fromId}`.execute(db);
  await findKnown(db, sql`k.account_id = ${intoId}`);
  await moveDays(db, fromId, intoId);
  // What both had was counted twice by adding the days up.
  await addToDaily(db, sql`(select s.* from usage_known k join usage_stage s on ${SAME}) x`, -1);
  await sql`delete from usage_events where account_id = ${fromId}`.execute(db);
  await dropKnown(db);
  await insertStagedEvents(db, { daily: false });
  await recountSignals(db, sql`select unnest(${[fromId, intoId]}::text[]) as account_id`);
}
