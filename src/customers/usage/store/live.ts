import { type RawBuilder, sql } from 'kysely';
import { DAY_MS } from '../../../kernel/time.ts';
import { recordset } from '../../../platform/bulk.ts';
import { listFilled } from '../../../platform/firehose/months.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { LiveUsage, UsageDay, UsageRow, UsageSpan } from '../model.ts';
import { ADDED, allowAll, DAY_COLUMNS } from './days.ts';

/** Only so far apart do the times of one event lie: months further away need not be asked. */
const KNOWN_WITHIN_MS = 31 * DAY_MS;
/** They would read whole months, however few rows are asked for; kept in memory (material), once for each account. */
const WAYS = ['hashjoin', 'mergejoin', 'seqscan', 'bitmapscan', 'material', 'memoize'];

/** Where what is stored of some rows may lie: the tables that hold any of it, and between which times. */
export type Known = { tables: readonly string[]; from: Date; to: Date };

/** Where rows of these times may be stored already. Most months around are empty; each costs a look-up a row. */
export async function whereKnown(db: Db, { first, last }: Pick<LiveUsage, 'first' | 'last'>): Promise<Known> {
  const [from, to] = [new Date(first - KNOWN_WITHIN_MS), new Date(last + KNOWN_WITHIN_MS)];
  return { tables: await listFilled(db, 'usage', { from, to }), from, to };
}

/** Makes the planner look up row by row what it is asked in `work`. */
export async function withLookUps<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await allowAll(db, WAYS, 'off');
  const result = await work();
  await allowAll(db, WAYS, 'default');
  return result;
}

/** Between the ids of an account's rows, one in so many may be stored before each is asked for by itself. */
const FEW = 8;

/**
 * Which of the rows are stored already, and perhaps others. Rows of one account lie together; ask it inside `withLookUps`.
 * The ids that clients make begin with the time, so that between the first and the last of what an account just sent hardly
 * anything is stored: that is asked once for each account. Where more is, such as when ids are drawn or all come again,
 * each id is asked for.
 */
export async function findKnown(db: Db, rows: readonly UsageRow[], known: Known): Promise<ReadonlySet<string>> {
  if (known.tables.length === 0) return new Set();
  const near = await findNear(db, rows, known);
  const crowded = new Set(near.flatMap(({ account_id, is_crowded }) => (is_crowded ? [account_id] : [])));
  const each = rows.filter(({ account_id }) => crowded.has(account_id));
  const found = near.flatMap(({ account_id, ids }) => ids.map((id) => ({ account_id, id })));
  return new Set([...found, ...(each.length > 0 ? await findEach(db, each, known) : [])].map(keyOf));
}

type Near = { account_id: string; ids: string[]; is_crowded: boolean };

/** What is stored between the first and the last id of each account, as the database sorts them; of much only the beginning. */
async function findNear(db: Db, rows: readonly UsageRow[], { tables, from, to }: Known): Promise<Near[]> {
  const asked = tables.map(
    (table) => sql`select s.account_id, found.ids, found.is_crowded from s, lateral (
        select coalesce(array_agg(near.id) filter (where occurred_at >= ${from} and occurred_at <= ${to}), '{}') as ids,
          count(*) > s.few as is_crowded
        from (
          select k.id, k.occurred_at from ${sql.table(table)} k
          where k.account_id = s.account_id and k.id >= s.first and k.id <= s.last limit s.few + 1) near
        having count(*) > 0) found`,
  );
  const { rows: near } = await sql<Near>`
    with s as materialized (
      select account_id, cardinality(ids) / ${sql.lit(FEW)} as few,
        (select min(id) from unnest(ids) as id) as first, (select max(id) from unnest(ids) as id) as last
      from (${idsByAccount(rows)}) as given)
    ${sql.join(asked, sql` union all `)}`.execute(db);
  return near;
}

type Key = Pick<UsageRow, 'account_id' | 'id'>;

async function findEach(db: Db, rows: readonly UsageRow[], { tables, from, to }: Known): Promise<Key[]> {
  // The outer join, which the last line keeps one, says which way round. Each id is asked for by itself: of a list the
  // planner, who knows nothing of a new month, would read all that the account has and compare.
  const asked = tables.map(
    (table) => sql`select s.account_id, s.id from s left join ${sql.table(table)} k
      on k.account_id = s.account_id and k.id = s.id and k.occurred_at >= ${from} and k.occurred_at <= ${to}
      where coalesce(k.id, '') <> ''`,
  );
  const found = await sql<Key>`
    with s as (select account_id, unnest(ids) as id from (${idsByAccount(rows)}) as given)
    ${sql.join(asked, sql` union all `)}`.execute(db);
  return found.rows;
}

const BETWEEN = '\u001f';

/** The rows' ids by account. One text holds many: tens of thousands by themselves cost several times as much to send. */
function idsByAccount(rows: readonly UsageRow[]): RawBuilder<unknown> {
  const given = { accounts: [] as string[], ids: [] as string[], alone: [] as boolean[] };
  const add = (account: string, ids: string, alone: boolean) => {
    given.accounts.push(account);
    given.ids.push(ids);
    given.alone.push(alone);
  };
  let ids: string[] = [];
  rows.forEach(({ account_id, id }, at) => {
    if (id.includes(BETWEEN)) add(account_id, id, true);
    else ids.push(id);
    if (ids.length === 0 || rows[at + 1]?.account_id === account_id) return;
    add(account_id, ids.join(BETWEEN), false);
    ids = [];
  });
  const [accounts, texts, alone] = [given.accounts, given.ids, given.alone].map(arrayText);
  return sql`select account_id, case when alone then array[ids] else string_to_array(ids, ${BETWEEN}) end as ids
    from unnest(${accounts}::text[], ${texts}::text[], ${alone}::boolean[]) as given (account_id, ids, alone)`;
}

/** What names an event. */
export function keyOf({ account_id, id }: Key): string {
  return `${account_id} ${id}`;
}

const SPECIAL = /["\\]/;
const EVERY_SPECIAL = /["\\]/g;

/** An array as PostgreSQL reads it. The client would look through each text twice. */
function arrayText(values: readonly (string | number | boolean)[]): string {
  const quoted = (value: string | number | boolean) => {
    if (typeof value !== 'string') return value;
    return `"${SPECIAL.test(value) ? value.replace(EVERY_SPECIAL, '\\$&') : value}"`;
  };
  return `{${values.map(quoted).join()}}`;
}

/** Adds to the days, by arrays: unlike JSON, they cost no more to read than COPY. */
export async function addDays(db: Db, days: readonly UsageDay[]): Promise<void> {
  const column = <Name extends keyof UsageDay>(name: Name) => arrayText(days.map((day) => day[name]));
  await sql`insert into usage_daily (${DAY_COLUMNS})
    select * from unnest(${column('account_id')}::text[], ${column('on_date')}::date[], ${column('feature')}::text[],
      ${column('events')}::bigint[], ${column('quantity')}::bigint[], ${column('duration_s')}::bigint[],
      ${column('errors')}::bigint[])
    on conflict (account_id, on_date, feature) do update ${ADDED}`.execute(db);
}

const SPAN = { account_id: 'text', first_on: 'date', last_on: 'date', events: 'bigint' };

/** Tells accounts that they were used. */
export async function addSpans(db: Db, spans: readonly UsageSpan[]): Promise<void> {
  const given = recordset({ columns: SPAN }, Object.keys(SPAN), spans);
  await sql`insert into account_signals (account_id, first_on, last_on, events)
    select account_id, first_on, last_on, events from ${given}
    on conflict (account_id) do update set first_on = least(account_signals.first_on, excluded.first_on),
      last_on = greatest(account_signals.last_on, excluded.last_on),
      events = account_signals.events + excluded.events`.execute(db);
}
