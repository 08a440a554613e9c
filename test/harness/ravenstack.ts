import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { Db } from '../../src/platform/postgres.ts';

const SHARED = resolve(process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../shared'));
const FOLDER = join(SHARED, 'data/ravenstack');

/** The third-party example company lies beside the project; without it the tests that need it are skipped. */
export const hasRavenStack = existsSync(FOLDER);

type Row = Record<string, string>;

function read(name: string): Row[] {
  return parse(readFileSync(join(FOLDER, `ravenstack_${name}.csv`)), { columns: true, bom: true });
}

const isTrue = (text: string | undefined) => text === 'True';
const minor = (text: string | undefined) => Math.round(Number(text) * 100);

async function insertAll(db: Db, table: string, columns: string, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) {
    const chunk = JSON.stringify(rows.slice(from, from + 2000));
    await sql`insert into ${sql.table(table)} (${sql.raw(columns)})
      select ${sql.raw(columns)} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)
      on conflict do nothing`.execute(db);
  }
}

const STAMP = '2025-01-01T00:00:00Z';

/** Puts the example company's five files into the tables by plain inserts, without the import: facts for reports. */
export async function loadRavenStack(db: Db): Promise<void> {
  await loadCompany(db);
  await loadAccounts(db);
  const subscriptions = read('subscriptions');
  await loadSubscriptions(db, subscriptions);
  await loadChurnClaims(db);
  await loadTickets(db);
  await loadUsage(db, new Map(subscriptions.map((row) => [row.subscription_id, row.account_id])));
  await sql`analyze`.execute(db);
}

const COMMON = { source: 'ravenstack', attributes: {}, created_at: STAMP, updated_at: STAMP };

async function loadCompany(db: Db): Promise<void> {
  await insertAll(
    db,
    'company_settings',
    'id,name,reporting_currency,zone,churn_definition,churn_grace_days,ltv_cac_guard,simulated,created_at,updated_at',
    [
      {
        id: true,
        name: 'RavenStack',
        reporting_currency: 'USD',
        zone: 'UTC',
        churn_definition: 'subscriptions',
        churn_grace_days: 0,
        ltv_cac_guard: 4,
        simulated: false,
        created_at: STAMP,
        updated_at: STAMP,
      },
    ],
  );
}

async function loadAccounts(db: Db): Promise<void> {
  await insertAll(
    db,
    'accounts',
    'id,source,external_id,name,industry,country,plan,seats,is_trial,signed_up_at,imported_source,imported_churned,attributes,created_at,updated_at',
    read('accounts').map((row) => ({
      ...COMMON,
      id: row.account_id,
      external_id: row.account_id,
      name: row.account_name,
      industry: row.industry,
      country: row.country,
      plan: row.plan_tier,
      seats: Number(row.seats),
      is_trial: isTrue(row.is_trial),
      signed_up_at: row.signup_date,
      imported_source: row.referral_source,
      imported_churned: isTrue(row.churn_flag),
    })),
  );
}

async function loadSubscriptions(db: Db, subscriptions: Row[]): Promise<void> {
  await insertAll(
    db,
    'subscriptions',
    'id,account_id,source,external_id,plan,seats,billing_interval,interval_count,currency,mrr_minor,mrr_reporting_minor,is_trial,started_on,ended_on,attributes,created_at,updated_at',
    subscriptions.map((row) => ({
      ...COMMON,
      id: row.subscription_id,
      external_id: row.subscription_id,
      account_id: row.account_id,
      plan: row.plan_tier,
      seats: Number(row.seats),
      billing_interval: row.billing_frequency === 'annual' ? 'year' : 'month',
      interval_count: 1,
      currency: 'USD',
      mrr_minor: minor(row.mrr_amount),
      mrr_reporting_minor: minor(row.mrr_amount),
      is_trial: isTrue(row.is_trial),
      started_on: row.start_date,
      ended_on: row.end_date || null,
    })),
  );
}

async function loadChurnClaims(db: Db): Promise<void> {
  await insertAll(
    db,
    'churn_claims',
    'id,account_id,source,external_id,churned_on,reason_code,is_reactivation,attributes',
    read('churn_events').map((row) => ({
      ...COMMON,
      id: row.churn_event_id,
      external_id: row.churn_event_id,
      account_id: row.account_id,
      churned_on: row.churn_date,
      reason_code: row.reason_code,
      is_reactivation: isTrue(row.is_reactivation),
    })),
  );
}

async function loadTickets(db: Db): Promise<void> {
  await insertAll(
    db,
    'tickets',
    'id,account_id,source,external_id,status,priority,opened_at,closed_at,first_response_minutes,resolution_minutes,reopened_count,satisfaction,satisfaction_scale,escalated,attributes,created_at,updated_at',
    read('support_tickets').map((row) => ({
      ...COMMON,
      id: row.ticket_id,
      external_id: row.ticket_id,
      account_id: row.account_id,
      status: 'closed',
      priority: row.priority,
      opened_at: `${row.submitted_at}T00:00:00Z`,
      closed_at: row.closed_at ? `${row.closed_at.replace(' ', 'T')}Z` : null,
      first_response_minutes: Number(row.first_response_time_minutes),
      resolution_minutes: Number(row.resolution_time_hours) * 60,
      reopened_count: 0,
      satisfaction: row.satisfaction_score ? Number(row.satisfaction_score) : null,
      satisfaction_scale: 5,
      escalated: isTrue(row.escalation_flag),
    })),
  );
}

async function loadUsage(db: Db, accountOf: Map<string | undefined, string | undefined>): Promise<void> {
  const days = new Map<string, Record<string, unknown> & { events: number; quantity: number }>();
  const seen = new Set<string | undefined>();
  for (const row of read('feature_usage')) {
    if (seen.has(row.usage_id)) continue;
    seen.add(row.usage_id);
    const account_id = accountOf.get(row.subscription_id);
    const key = `${account_id} ${row.usage_date} ${row.feature_name}`;
    const day = days.get(key) ?? {
      account_id,
      on_date: row.usage_date,
      feature: row.feature_name,
      events: 0,
      quantity: 0,
      duration_s: 0,
      errors: 0,
    };
    days.set(key, { ...day, events: day.events + 1, quantity: day.quantity + Number(row.usage_count) });
  }
  await insertAll(db, 'usage_daily', 'account_id,on_date,feature,events,quantity,duration_s,errors', [
    ...days.values(),
  ]);
}
