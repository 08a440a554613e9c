import { sql } from 'kysely';
import { type AccountRow, upsertAccounts } from '../customers/accounts/store.ts';
import { upsertInvoices, upsertSubscriptions } from '../customers/billing/store.ts';
import { type PersonRow, upsertConsents, upsertPeople } from '../customers/people/store.ts';
import { upsertSurveyAnswers, upsertSurveys } from '../customers/surveys/store.ts';
import { upsertTickets } from '../customers/tickets/store.ts';
import { recountAllSignals } from '../customers/usage/store/days.ts';
import { upsertUsage } from '../customers/usage/store/events.ts';
import { addDaysToDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { noteWholeFrom } from '../platform/firehose/retention.ts';
import type { Db } from '../platform/postgres.ts';
import { makeInvoices, makeSubscriptions } from './billing.ts';
import type { Draw } from './draw.ts';
import { makePeople } from './people.ts';
import type { SimAccount } from './population.ts';
import type { Stamp } from './stamp.ts';
import { type DailyUsage, eventsOf, makeDailyUsage } from './usage.ts';
import { makeAnswers, makeSurveys, makeTickets } from './voices.ts';

export type Known = { id: string; account: SimAccount };

/** Stores accounts with their people. Those a partner brought are known already, by the id their sign-up made. */
export async function loadAccounts(ctx: Ctx, draw: Draw, stamp: Stamp, known: Known[]): Promise<PersonRow[]> {
  await upsertAccounts(
    ctx.db,
    known.map((one) => accountRow(stamp, one)),
  );
  const { people, consents } = makePeople(draw, stamp, known);
  await upsertPeople(ctx.db, people);
  await upsertConsents(ctx.db, consents);
  return people;
}

function accountRow(stamp: Stamp, { id, account }: Known): AccountRow {
  const last = account.life.spells.at(-1);
  return {
    id,
    source: account.partner === null ? stamp.source : 'api',
    external_id: account.key,
    name: account.name,
    domain: account.domain,
    industry: account.industry,
    country: account.country,
    employees: account.employees,
    plan: account.plan,
    seats: last?.seats ?? null,
    is_trial: false,
    use_case: account.use_case,
    pain_point: account.pain_point,
    signed_up_at: stamp.at(account.signed_up_on, 8),
    imported_source: account.channel,
    first_touch_channel: account.channel,
    self_reported_source: account.says,
    churn_notice_at: account.life.notice_on ? stamp.at(account.life.notice_on, 9) : null,
    ...stamp.kept(account.signed_up_on),
  };
}

/** Stores what the accounts pay. Invoices of those a partner brought were recorded one by one before. */
export async function loadBilling(ctx: Ctx, draw: Draw, stamp: Stamp, known: Known[]): Promise<void> {
  await upsertSubscriptions(ctx.db, makeSubscriptions(stamp, known));
  const own = known.filter(({ account }) => account.partner === null);
  await upsertInvoices(ctx.db, makeInvoices(draw, stamp, own));
}

/** Stores tickets and answers. */
export async function loadVoices(
  ctx: Ctx,
  draw: Draw,
  stamp: Stamp,
  given: { known: Known[]; people: PersonRow[] },
): Promise<void> {
  const peopleOf = Map.groupBy(given.people, (person) => person.account_id ?? '');
  const first = given.known.map(({ account }) => account.signed_up_on).sort()[0] ?? stamp.today;
  const surveys = makeSurveys(stamp, first);
  await upsertTickets(ctx.db, makeTickets(draw, stamp, given.known));
  await upsertSurveys(ctx.db, surveys);
  const asked = given.known.map((one) => ({ ...one, people: peopleOf.get(one.id) ?? [] }));
  await upsertSurveyAnswers(ctx.db, makeAnswers(draw, stamp, asked, surveys));
}

const BATCH = 20_000;

/** Stores use by day, and yesterday's as single events. Returns how many days by feature. */
export async function loadUsage(ctx: Ctx, draw: Draw, stamp: Stamp, known: Known[]): Promise<number> {
  const yesterday = addDaysToDate(stamp.today, -1);
  const newest: DailyUsage[] = [];
  let waiting: DailyUsage[] = [];
  let count = 0;
  for (const { id, account } of known) {
    const days = makeDailyUsage(draw, id, account, stamp.today);
    for (const day of days) (day.on_date === yesterday ? newest : waiting).push(day);
    count += days.length;
    if (waiting.length < BATCH) continue;
    await insertDaily(ctx.db, waiting);
    waiting = [];
  }
  await insertDaily(ctx.db, waiting);
  await noteWholeFrom(ctx.db, 'usage', yesterday);
  await recountAllSignals(ctx.db);
  await upsertUsage(ctx.db, newest.flatMap(eventsOf));
  return count;
}

async function insertDaily(db: Db, days: DailyUsage[]): Promise<void> {
  const of = <K extends keyof DailyUsage>(key: K) => days.map((day) => day[key]);
  await sql`
    insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
    select account_id, on_date, feature, events, events, duration_s, 0
    from unnest(${of('account_id')}::text[], ${of('on_date')}::date[], ${of('feature')}::text[], ${of('events')}::bigint[],
      ${of('duration_s')}::bigint[]) as d(account_id, on_date, feature, events, duration_s)
    order by account_id, on_date, feature`.execute(db);
}
