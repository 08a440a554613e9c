import type pg from 'pg';

export type Size = { accounts: number; features: number; days: number };

/** A number below `size` that looks drawn, and is the same in every run. */
const mixed = (of: string, size: number) => `((hashint8(${of}) & 2147483647) % ${size})`;
const FEATURES = 8;

/** Customers with everything scoring reads: contract, bills, people with consent, tickets, answers. */
const CUSTOMERS = [
  `insert into accounts (id, source, external_id, name, industry, country, plan, seats, employees, signed_up_at,
     imported_source, created_at, updated_at)
   select 'ac_' || lpad(n::text, 26, '0'), 'bench', 'b' || n, 'Company ' || n, (array['Software', 'Retail', 'Health',
     'Logistics'])[1 + n % 4], 'DE', (array['Start', 'Team', 'Business', 'Enterprise'])[1 + ${mixed('n', 4)}],
     1 + ${mixed('n * 7', 40)}, 20 + ${mixed('n * 11', 900)}, now() - (100 + ${mixed('n * 13', 900)}) * interval '1 day',
     (array['partner', 'search', 'event'])[1 + n % 3], now() - interval '1 day', now() - interval '1 day'
   from generate_series(1, $1::bigint) n`,
  `insert into subscriptions (id, account_id, source, external_id, plan, seats, billing_interval, currency, mrr_minor,
     is_trial, started_on, created_at, updated_at)
   select 'su_' || substr(id, 4), id, 'bench', external_id, plan, seats, case when n % 3 = 0 then 'year' else 'month' end,
     'USD', 5000 + 100 * ${mixed('n * 17', 900)}, false, signed_up_at::date, now() - interval '1 day', now() - interval '1 day'
   from (select *, substr(id, 4)::bigint as n from accounts) a`,
  `insert into invoices (id, account_id, source, external_id, currency, subtotal_minor, total_minor, status, issued_at,
     due_on, paid_at, created_at)
   select 'iv_' || m || substr(id, 5), id, 'bench', m || external_id, 'USD', 9000 + n % 5000, 9000 + n % 5000,
     case when m = 0 and n % 50 = 0 then 'open' else 'paid' end, now() - (20 + 30 * m) * interval '1 day',
     current_date - (6 + 30 * m)::integer, now() - (10 + 30 * m) * interval '1 day', now() - interval '1 day'
   from (select *, substr(id, 4)::bigint as n from accounts) a, generate_series(0, 2) m`,
  `insert into people (id, account_id, source, external_id, name, email, email_normalised, role, last_active_at, created_at,
     updated_at)
   select 'pe_' || substr(id, 4), id, 'bench', external_id, 'Person ' || n, 'p' || n || '@bench.example',
     'p' || n || '@bench.example', (array['decision_maker', 'champion', 'user'])[1 + n % 3],
     now() - (1 + ${mixed('n * 19', 60)}) * interval '1 day', now() - interval '1 day', now() - interval '1 day'
   from (select *, substr(id, 4)::bigint as n from accounts) a`,
  `insert into person_consents (person_id, purpose, granted, at, evidence)
   select id, 'advocacy', true, now() - interval '60 days', 'bench' from people where substr(id, 4)::bigint % 3 > 0`,
  `insert into tickets (id, account_id, person_external_id, source, external_id, status, severity, opened_at, closed_at,
     first_response_minutes, resolution_minutes, satisfaction, satisfaction_scale, created_at, updated_at)
   select 'ti_' || substr(id, 4), id, external_id, 'bench', external_id, 'closed', 1 + (n % 4)::smallint, opened,
     opened + interval '1 day', 30, 100 + n % 900, 1 + n % 5, 5, now() - interval '1 day', now() - interval '1 day'
   from (select *, substr(id, 4)::bigint as n,
     now() - (3 + ${mixed('substr(id, 4)::bigint * 23', 200)}) * interval '1 day' as opened from accounts) a
   where n % 5 < 3`,
  `insert into surveys (id, source, external_id, kind, title, created_at)
   values ('sv_bench', 'bench', 'nps', 'nps', 'How likely', now())`,
  `insert into survey_answers (id, survey_id, account_id, person_id, source, external_id, score, scale_max, answered_at)
   select 'sr_' || substr(id, 4), 'sv_bench', account_id, id, 'bench', external_id, 3 + substr(id, 4)::bigint % 8, 10,
     now() - (5 + ${mixed('substr(id, 4)::bigint * 29', 160)}) * interval '1 day'
   from people where substr(id, 4)::bigint % 2 = 0`,
];

/** Day by day, as rollups come to be: the days of one account are far apart on disk. */
const USAGE_DAY = `
  insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
  select a.id, $1::date, 'feature_' || (substr(a.id, 4)::bigint + f + 3 * ${mixed('$3::bigint', 5)}) % ${FEATURES},
    1 + ${mixed('substr(a.id, 4)::bigint * 31 + f * 7 + $3::bigint', 40)}, 10, 60, 0
  from accounts a, generate_series(0, $2::integer - 1) f
  where ${mixed('substr(a.id, 4)::bigint * 101 + $3::bigint', 100)} < 45 + substr(a.id, 4)::bigint % 55`;

const SIGNALS = `insert into account_signals (account_id, first_on, last_on, events)
  select account_id, min(on_date), max(on_date), sum(events)::bigint from usage_daily group by account_id`;

/** Something comes in for the first of the accounts: use of today, and a word in a ticket. */
export async function changeSome(pool: pg.Pool, accounts: number): Promise<void> {
  const which = `account_id in (select id from accounts order by id limit ${accounts})`;
  await pool.query(
    `update usage_daily set events = events + 1 where on_date = (select max(on_date) from usage_daily) and ${which}`,
  );
  await pool.query(`update account_signals set events = events + 1 where ${which}`);
  await pool.query(`update tickets set reopened_count = reopened_count + 1 where ${which}`);
}

/** Fills the tables; how many rollups there are then. */
export async function fillCompany(pool: pg.Pool, { accounts, features, days }: Size): Promise<number> {
  for (const [at, statement] of CUSTOMERS.entries()) await pool.query(statement, at === 0 ? [accounts] : []);
  await pool.query('alter table usage_daily drop constraint usage_daily_pkey');
  const today = Date.now();
  for (let back = days - 1; back >= 0; back--) {
    const day = new Date(today - back * 86_400_000).toISOString().slice(0, 10);
    await pool.query(USAGE_DAY, [day, features, back]);
  }
  await pool.query(
    'alter table usage_daily add constraint usage_daily_pkey primary key (account_id, on_date, feature)',
  );
  await pool.query(SIGNALS);
  await pool.query('vacuum analyze');
  const counted = await pool.query<{ n: string }>('select count(*) as n from usage_daily');
  return Number(counted.rows[0]?.n);
}
