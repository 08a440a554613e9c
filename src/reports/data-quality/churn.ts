import { sql } from 'kysely';
import { formatPercent } from '../../kernel/percent.ts';
import type { Db } from '../../platform/postgres.ts';
import { type Finding, finding } from './finding.ts';

const DEFINITIONS = ['flags', 'events', 'subscriptions'] as const;
type Definition = (typeof DEFINITIONS)[number];
type SourceRow = { source: string | null; accounts: number } & Record<Definition, number> &
  Record<`has_${Definition}`, boolean>;
type Rates = { source: string; accounts: number } & Record<Definition, { rate: number; rank: number } | null>;

const FEWEST = 10;

/**
 * Churn as the three definitions tell it: a flag on the account, an event in a churn file, the end of the last paid
 * subscription. Where they disagree: by how much, and which source of customers it makes look good or bad.
 */
export async function churnContradiction(db: Db, today: string): Promise<Finding[]> {
  const rows = await countBySource(db, today);
  const total = sum(rows);
  const told = DEFINITIONS.filter((definition) => rows.some((row) => row[`has_${definition}`]));
  if (told.length < 2 || total.accounts === 0) return [];
  const rates = Object.fromEntries(told.map((definition) => [definition, (total[definition] ?? 0) / total.accounts]));
  const values = Object.values(rates);
  const gap = Math.max(...values) - Math.min(...values);
  if (gap < 0.01) return [];
  const by_source = ranked(rows, told);
  const telling = told.filter((definition) => new Set(by_source.map((row) => row[definition]?.rate)).size > 1);
  const reversed = telling.length > 1 ? mostReversed(by_source, telling) : undefined;
  const params = { definitions: told.map((d) => `${NAME[d]} ${percent(rates[d] ?? 0)}`).join(', ') };
  const detail = { definitions: rates, by_source, reversed };
  const found = { code: 'churn_definitions', count: Math.round(gap * total.accounts), of: total.accounts };
  const findings = finding(found, { severity: 'serious', params, detail });
  return reversed ? [...findings, ...reversal(reversed, by_source, told)] : findings;
}

const NAME: Record<Definition, string> = {
  flags: 'flags',
  events: 'churn events',
  subscriptions: 'ended subscriptions',
};

function percent(rate: number): string {
  return formatPercent(rate, { exactly: 1 });
}

async function countBySource(db: Db, today: string): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    with paid as materialized (
      select account_id, bool_or(started_on <= ${today}::date and (ended_on is null or ended_on > ${today}::date)) as active
      from subscriptions where not is_trial group by account_id),
    facts as (
      select a.imported_source as source, a.imported_churned as flag,
        exists (select from churn_claims c where c.account_id = a.id) as event, p.active
      from accounts a left join paid p on p.account_id = a.id where a.merged_into_id is null)
    select source, count(*) as accounts, count(*) filter (where flag) as flags, count(*) filter (where event) as events,
      count(*) filter (where not active) as subscriptions, bool_or(flag is not null) as has_flags,
      exists (select from churn_claims) as has_events, bool_or(active is not null) as has_subscriptions
    from facts group by source order by source`.execute(db);
  return rows;
}

function sum(rows: readonly SourceRow[]): { accounts: number } & Record<Definition, number> {
  const of = (key: 'accounts' | Definition) => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  return { accounts: of('accounts'), flags: of('flags'), events: of('events'), subscriptions: of('subscriptions') };
}

/** Rates by source under each definition; rank 1 churns least. Sources with fewer than 10 accounts are not ranked. */
function ranked(rows: readonly SourceRow[], told: readonly Definition[]): Rates[] {
  const large = rows.filter((row) => row.source !== null && row.accounts >= FEWEST);
  return large.map((row) => {
    const rate = (of: SourceRow, definition: Definition) => (of[definition] ?? 0) / of.accounts;
    const placed = (definition: Definition) => ({
      rate: rate(row, definition),
      rank: 1 + large.filter((other) => rate(other, definition) < rate(row, definition)).length,
    });
    const cells = DEFINITIONS.map((definition) => [definition, told.includes(definition) ? placed(definition) : null]);
    return { source: row.source ?? '', accounts: row.accounts, ...Object.fromEntries(cells) } as Rates;
  });
}

export type Reversal = { source: string; best: Definition; worst: Definition; places: number };

/** The source whose rank moves most between two definitions, when it crosses more than half of the list. */
function mostReversed(rates: readonly Rates[], told: readonly Definition[]): Reversal | undefined {
  const all = rates.flatMap((row) => {
    const places = told.map((definition) => ({ definition, rank: row[definition]?.rank ?? 0 }));
    const best = places.reduce((a, b) => (b.rank < a.rank ? b : a));
    const worst = places.reduce((a, b) => (b.rank > a.rank ? b : a));
    return [{ source: row.source, best: best.definition, worst: worst.definition, places: worst.rank - best.rank }];
  });
  const most = all.reduce<Reversal | undefined>((a, b) => (!a || b.places > a.places ? b : a), undefined);
  return most && most.places * 2 > rates.length - 1 ? most : undefined;
}

function reversal(reversed: Reversal, rates: readonly Rates[], told: readonly Definition[]): Finding[] {
  const row = rates.find((one) => one.source === reversed.source);
  const best = row?.[reversed.best];
  const worst = row?.[reversed.worst];
  if (!row || !best || !worst) return [];
  const order = (definition: Definition) =>
    [...rates]
      .sort((a, b) => (a[definition]?.rank ?? 0) - (b[definition]?.rank ?? 0))
      .map((one) => `${one.source} ${percent(one[definition]?.rate ?? 0)}`)
      .join(', ');
  const params = {
    source: reversed.source,
    best: NAME[reversed.best],
    worst: NAME[reversed.worst],
    best_rate: percent(best.rate),
    worst_rate: percent(worst.rate),
    best_rank: best.rank,
    worst_rank: worst.rank,
    sources: rates.length,
  };
  const found = {
    code: 'source_ranking_reversed',
    count: row.accounts,
    of: rates.reduce((n, one) => n + one.accounts, 0),
  };
  const examples = told.map((definition) => `${NAME[definition]}: ${order(definition)}`);
  return finding({ ...found, examples }, { severity: 'serious', params, detail: rates });
}

/** Accounts with a churn event that still have an open paid subscription. */
export async function churnedButActive(db: Db, today: string): Promise<Finding[]> {
  const { rows } = await sql<{ count: number; of: number; examples: string[] | null }>`
    with claimed as (select distinct account_id from churn_claims),
    facts as (
      select a.name, a.id, exists (select from subscriptions s where s.account_id = a.id and not s.is_trial
        and s.started_on <= ${today}::date and (s.ended_on is null or s.ended_on > ${today}::date)) as active
      from claimed c join accounts a on a.id = c.account_id)
    select count(*) filter (where active) as count, count(*) as of,
      (array_agg(name order by id) filter (where active))[1:5] as examples from facts`.execute(db);
  const found = rows[0] ?? { count: 0, of: 0, examples: [] };
  return finding({ code: 'churned_but_active', ...found });
}
