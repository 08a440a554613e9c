import { sql } from 'kysely';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { wilson } from '../../stats/intervals.ts';
import { RISK_DAYS } from '../../success/playbooks/model.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { accountSpells } from '../sql/account-spells.ts';
import type { PlaybookResults } from './schema.ts';

/** Below so many accounts nothing is said. */
const LEAST = 20;

type Row = { risk: number | null; was_customer: boolean; left: boolean; old_enough: boolean };

/**
 * Of the accounts a playbook was started for at least 90 days ago, how many stayed against what their churn scores said
 * then? Every start counts, not only what was finished: whoever left on the way would be missing otherwise.
 */
export async function playbookResults(ctx: Ctx, playbookId: string): Promise<PlaybookResults> {
  requireScope(ctx, 'success:read');
  const rows = await readRuns(ctx, playbookId);
  const old = rows.filter(({ old_enough }) => old_enough);
  const customers = old.filter(({ was_customer }) => was_customer);
  const counted = customers.flatMap(({ risk, left }) => (risk === null ? [] : [{ risk, left }]));
  const stayed = counted.filter(({ left }) => !left).length;
  const expected = counted.reduce((sum, { risk }) => sum + 1 - risk, 0);
  const left_out = {
    too_young: rows.length - old.length,
    not_customers: old.length - customers.length,
    without_risk: customers.length - counted.length,
  };
  return { ...judge(counted.length, stayed, expected), days: RISK_DAYS, least: LEAST, left_out };
}

type Judged = Omit<PlaybookResults, 'days' | 'least' | 'left_out'>;

/** `expected`: how many of `n` were to stay by their scores. */
export function judge(n: number, stayed: number, expected: number): Judged {
  const caution = say('playbooks:results.no_proof');
  const unknown = { stayed: null, expected_stayed: null, stayed_share: null, expected_share: null };
  if (n < LEAST) {
    const sentence = say(n === 0 ? 'playbooks:results.nobody_yet' : 'playbooks:results.too_early', {
      count: n,
      days: RISK_DAYS,
      least: LEAST,
    });
    return { status: 'too_early', sentence, caution, accounts: n, ...unknown };
  }
  const { low, high } = wilson(stayed, n);
  const share = expected / n;
  const status = share < low ? 'more' : share > high ? 'fewer' : 'same';
  const params = { n, stayed, days: RISK_DAYS, expected: Math.round(expected) };
  return {
    status,
    sentence: say(`playbooks:results.${status}`, params),
    caution,
    accounts: n,
    stayed,
    expected_stayed: expected,
    stayed_share: { value: stayed / n, low, high },
    expected_share: share,
  };
}

/** One row an account: its first run of the playbook. */
async function readRuns(ctx: Ctx, playbookId: string): Promise<Row[]> {
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { rows } = await sql<Row>`
    with first as (
      select distinct on (account_id) account_id, risk::float8 as risk, (started_at at time zone 'UTC')::date as day
      from playbook_runs where playbook_id = ${playbookId} order by account_id, started_at, id
    )
    select f.risk, f.day + ${RISK_DAYS}::integer <= ${on}::date as old_enough, p.account_id is not null as was_customer,
      coalesce(p.churned_on <= f.day + ${RISK_DAYS}::integer, false) as left
    from first f left join lateral (
      select p.account_id, p.churned_on from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where p.account_id = f.account_id and p.active_from <= f.day and (p.churned_on is null or p.churned_on > f.day)
      limit 1
    ) p on true`.execute(ctx.db);
  return rows;
}
