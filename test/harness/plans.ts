import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { DB } from '../../db/types.ts';
import type { Database } from '../../src/platform/database.ts';

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
};

/** A question that reads all of a table, and how. */
export type WholeRead = { table: string; how: string; question: string };

export type PlanWatch = {
  /**
   * Runs the work and returns what in it reads a table from end to end for want of an index. What is empty when the
   * work begins cannot be judged.
   */
  wholeReads(work: () => Promise<unknown>): Promise<WholeRead[]>;
};

type Ask = (text: unknown, values?: unknown, done?: unknown) => Promise<{ rows: unknown[] }>;

/**
 * Asks for the plan of every question before it is asked, as if each table had a million rows and no way but an index.
 * @param small tables that stay small whatever the number of customers
 */
export async function watchPlans({ db, pool }: Database, small: readonly string[]): Promise<PlanWatch> {
  const firstOf = await listFirstColumns(db);
  let judged = new Map<string, string>();
  let found: WholeRead[] | undefined;
  const look = (question: string, plan: Plan, above = ''): WholeRead[] => {
    const name = plan['Relation Name'] ?? above;
    const table = judged.get(name);
    const how = table && readsWhole(plan, firstOf);
    const below = (plan.Plans ?? []).flatMap((part) => look(question, part, name));
    return table && how ? [{ table, how, question }, ...below] : below;
  };
  spyOn(pool, async (ask, text, values) => {
    if (!found || !/^\s*(select|with|insert|update|delete)\b/i.test(text)) return;
    const { rows } = await ask(`explain (format json) ${text}`, values);
    const [{ Plan: plan }] = (rows as [{ 'QUERY PLAN': [{ Plan: Plan }] }])[0]['QUERY PLAN'];
    found.push(...look(text, plan));
  });
  return {
    async wholeReads(work) {
      judged = await makeLarge(db, small);
      found = [];
      try {
        await work();
        return found;
      } finally {
        found = undefined;
      }
    },
  };
}

/** Calls `before` with every question of text and values on any connection of the pool. */
function spyOn(pool: pg.Pool, before: (ask: Ask, text: string, values: unknown) => Promise<void>): void {
  const known = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const ask = client.query.bind(client) as unknown as Ask;
    const ready = ask('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off');
    const spied = async (text: string, values: unknown) => {
      await ready;
      await before(ask, text, values);
      return ask(text, values);
    };
    const query = (text: unknown, values?: unknown, done?: unknown) =>
      typeof text === 'string' && typeof values !== 'function' && !done ? spied(text, values) : ask(text, values, done);
    client.query = query as unknown as typeof client.query;
  });
}

/** Makes the planner believe that everything has a million rows. Returns what is not empty, with its partitions' names. */
async function makeLarge(db: Kysely<DB>, small: readonly string[]): Promise<Map<string, string>> {
  await sql`update pg_class set relpages = 1, reltuples = 1000000
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')`.execute(db);
  const { rows } = await sql<{ name: string; table: string }>`
    select c.relname as name, coalesce(p.relname, c.relname) as "table" from pg_class c
    left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_relation_size(c.oid) > 0`.execute(db);
  return new Map(rows.filter(({ table }) => !small.includes(table)).map(({ name, table }) => [name, table]));
}

/** What each index is sorted by first. */
async function listFirstColumns(db: Kysely<DB>): Promise<Map<string, string>> {
  const { rows } = await sql<{ index: string; first: string }>`
    select c.relname as index, pg_get_indexdef(i.indexrelid, 1, true) as first
    from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace`.execute(db);
  return new Map(rows.map(({ index, first }) => [index, withoutCasts(first)]));
}

/** An index that is not asked for what it is sorted by is read to its end. */
function readsWhole(plan: Plan, firstOf: ReadonlyMap<string, string>): string | undefined {
  if (plan['Node Type'] === 'Seq Scan') return 'row by row';
  const index = plan['Index Name'];
  if (index === undefined) return undefined;
  const first = (firstOf.get(index) ?? index).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isSought = new RegExp(`(?<![\\w.])${first}(?!\\w)`).test(withoutCasts(plan['Index Cond'] ?? ''));
  return isSought ? undefined : `by all of ${index}`;
}

function withoutCasts(expression: string): string {
  return expression.replace(/::\w+/g, '');
}
