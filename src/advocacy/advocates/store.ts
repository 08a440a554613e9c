import { type RawBuilder, sql } from 'kysely';
import { offsetOf } from '../../kernel/page.ts';
import { joinedJson, joinedTexts } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AccountFacts, Nomination, PersonFacts, Readiness, ReadinessStatus } from './model.ts';
import type { AdvocateQuery } from './schema.ts';

export type NewReadiness = Readiness & {
  id: string;
  account_id: string;
  person_id: string | null;
  facts: AccountFacts | PersonFacts;
  nomination: Nomination | null;
  data_at: Date;
  scored_at: Date;
};

/** Replaces the present state of the given accounts and people. */
export async function upsertReadiness(db: Db, rows: readonly NewReadiness[]): Promise<void> {
  for (const subject of ['account', 'person'] as const) {
    const own = rows.filter((row) => (row.person_id === null) === (subject === 'account'));
    if (own.length > 0) await upsertSet(db, subject, own);
  }
}

/** Rows of one scoring. The explanations as written: to take them apart would cost more than everything else here. */
async function upsertSet(db: Db, subject: 'account' | 'person', rows: readonly NewReadiness[]): Promise<void> {
  const target: RawBuilder<unknown> =
    subject === 'account' ? sql`(account_id) where person_id is null` : sql`(person_id) where person_id is not null`;
  const text = (of: (row: NewReadiness) => string | null) => joinedTexts(rows.map(of));
  const number = (of: (row: NewReadiness) => number) => sql`${joinedTexts(rows.map(of))}::numeric[]`;
  const written = (of: (row: NewReadiness) => unknown) => sql`${joinedJson(rows.map(of))}::json[]`;
  await sql`
    insert into readiness_scores (id, account_id, person_id, score, base, damper, coverage, status, terms, vetoes, facts,
      nomination, data_at, scored_at)
    select given.*, ${rows[0]?.data_at}::timestamptz, ${rows[0]?.scored_at}::timestamptz
    from unnest(${text(({ id }) => id)}, ${text((row) => row.account_id)}, ${text((row) => row.person_id)},
      ${number(({ score }) => score)}, ${number(({ base }) => base)}, ${number(({ damper }) => damper)},
      ${number(({ coverage }) => coverage)}, ${text(({ status }) => status)}, ${written(({ terms }) => terms)},
      ${written(({ vetoes }) => vetoes)}, ${written(({ facts }) => facts)},
      ${written(({ nomination }) => nomination)}) as given
    on conflict ${target} do update set account_id = excluded.account_id, score = excluded.score, base = excluded.base,
      damper = excluded.damper, coverage = excluded.coverage, status = excluded.status, terms = excluded.terms,
      vetoes = excluded.vetoes, facts = excluded.facts, nomination = excluded.nomination, data_at = excluded.data_at,
      scored_at = excluded.scored_at`.execute(db);
}

/** Forgets accounts and people that were not scored at `at`: merged, removed. Of the accounts named, or of all. */
export async function deleteScoredBefore(db: Db, at: Date, accountIds?: readonly string[]): Promise<void> {
  const which = accountIds ? sql`and account_id = any(${[...accountIds]}::text[])` : sql``;
  await sql`delete from readiness_scores where scored_at < ${at} ${which}`.execute(db);
}

/** The facts that accounts were last scored from. */
export async function listKeptFacts(db: Db, accountIds: readonly string[]): Promise<AccountFacts[]> {
  const { rows } = await sql<{ facts: AccountFacts }>`
    select facts from readiness_scores where person_id is null and account_id = any(${accountIds}::text[])`.execute(db);
  return rows.map(({ facts }) => facts);
}

type Person = { id: string; name: string | null; email: string | null; role: string | null; title: string | null };
type Scored = {
  account_id: string;
  person_id: string | null;
  score: number;
  base: number;
  damper: number;
  coverage: number;
  status: ReadinessStatus;
  terms: Readiness['terms'];
  vetoes: Readiness['vetoes'];
  data_at: Date;
  scored_at: Date;
};
/** The newest ask of an account that was not cancelled; `on` is null for a draft. */
export type LastAsk = { id: string; state: string; on: string | null; person_id: string; person_name: string | null };
export type AccountRow = Scored & {
  rank: number;
  facts: AccountFacts;
  nomination: Nomination;
  account: { id: string; external_id: string; name: string; industry: string | null; plan: string | null };
  currency: string;
  company: string | null;
  person: (Person & { score: number | null; vetoes: Readiness['vetoes'] | null }) | null;
  open_ask: { id: string; state: string } | null;
  last_ask: LastAsk | null;
  held_back: boolean;
};
export type PersonRow = Scored & { facts: PersonFacts; person: Person };

const SCORED = sql`r.account_id, r.person_id, r.score::float8 as score, r.base::float8 as base, r.damper::float8 as damper,
  r.coverage::float8 as coverage, r.status, r.terms, r.vetoes, r.facts, r.data_at, r.scored_at`;
const PERSON = sql`'id', p.id, 'name', p.name, 'email', p.email, 'role', p.role, 'title', p.title`;
/** Who may be asked first: ready before almost before the rest, someone to ask before nobody, then by score. */
const RANK = sql`row_number() over (order by
  array_position(array['ready', 'almost', 'unknown', 'not_now'], r.status),
  (r.nomination ->> 'person_missing') is not null, r.score desc, r.account_id)`;

function accountRows(where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  return sql<AccountRow>`
    with ranked as (select r.*, ${RANK} as rank from readiness_scores r where r.person_id is null)
    select ${SCORED}, r.rank, r.nomination,
      jsonb_build_object('id', a.id, 'external_id', a.external_id, 'name', a.name, 'industry', a.industry, 'plan', a.plan) as account,
      coalesce(c.reporting_currency, 'USD') as currency, c.name as company,
      case when p.id is not null then jsonb_build_object(${PERSON}, 'score', pr.score, 'vetoes', pr.vetoes) end as person,
      (select jsonb_build_object('id', k.id, 'state', k.state) from asks k
        where k.account_id = a.id and k.state in ('draft', 'sent') order by k.created_at desc limit 1) as open_ask,
      (select jsonb_build_object('id', k.id, 'state', k.state, 'person_id', k.person_id,
          'person_name', coalesce(w.name, w.email), 'on', to_char(k.sent_at at time zone 'UTC', 'YYYY-MM-DD'))
        from asks k join people w on w.id = k.person_id where k.account_id = a.id and k.state <> 'cancelled'
        order by k.created_at desc, k.id limit 1) as last_ask,
      exists (select 1 from ask_exposures e where e.account_id = a.id and e.arm = 'hold') as held_back
    from ranked r join accounts a on a.id = r.account_id
      left join people p on p.id = r.nomination ->> 'person_id'
      left join readiness_scores pr on pr.person_id = p.id
      left join company_settings c on true
    where ${where} ${tail}`;
}

export async function listReadiness(db: Db, query: AdvocateQuery): Promise<{ rows: AccountRow[]; total: number }> {
  const where = filterOf(query);
  const tail = sql`${orderOf(query)} limit ${query.per_page} offset ${offsetOf(query)}`;
  const { rows } = await accountRows(where, tail).execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from readiness_scores r join accounts a on a.id = r.account_id
      left join people p on p.id = r.nomination ->> 'person_id'
    where r.person_id is null and ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function filterOf(query: AdvocateQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.status) parts.push(sql`r.status = ${query.status}`);
  if (query.ask_kind) parts.push(sql`r.nomination ->> 'ask_kind' = ${query.ask_kind}`);
  if (query.q) {
    const part = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(a.name ilike ${part} or p.name ilike ${part})`);
  }
  return sql.join(parts, sql` and `);
}

function orderOf({ sort, order }: AdvocateQuery): RawBuilder<unknown> {
  const descending = (order ?? (sort === 'score' ? 'desc' : 'asc')) === 'desc';
  const direction = descending ? sql`desc` : sql`asc`;
  if (sort === 'score') return sql`order by r.score ${direction}, r.account_id`;
  if (sort === 'name') return sql`order by lower(a.name) ${direction}, r.account_id`;
  return sql`order by rank ${direction}`;
}

export async function findReadiness(db: Db, accountId: string): Promise<AccountRow | undefined> {
  return (await accountRows(sql`r.account_id = ${accountId}`, sql``).execute(db)).rows[0];
}

export async function listPeopleOf(db: Db, accountId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${SCORED}, jsonb_build_object(${PERSON}) as person
    from readiness_scores r join people p on p.id = r.person_id
    where r.account_id = ${accountId} order by r.score desc, r.person_id`.execute(db);
  return rows;
}

export async function countByStatus(db: Db): Promise<Record<ReadinessStatus, number> & { people: number }> {
  const { rows } = await sql<{ status: ReadinessStatus | 'people'; n: number }>`
    select case when person_id is null then status else 'people' end as status, count(*) as n
    from readiness_scores group by 1`.execute(db);
  const counts = { ready: 0, almost: 0, not_now: 0, unknown: 0, people: 0 };
  for (const { status, n } of rows) counts[status] = n;
  return counts;
}
