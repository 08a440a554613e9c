import { mapAccountIds } from '../customers/accounts/store.ts';
import { saveCompany } from '../customers/company/service.ts';
import { scoreAccounts, scoreHealth } from '../flows/score-accounts.ts';
import { addDays, addDaysToDate } from '../kernel/time.ts';
import { type Ctx, inTransaction } from '../platform/ctx.ts';
import { withKeptPlans } from '../platform/postgres.ts';
import { playAsks } from './asks.ts';
import { bringCustomers, REFERRAL_MONTHS_AGO } from './brought.ts';
import { CAST } from './cast.ts';
import { spendOnChannels } from './costs.ts';
import { type Known, loadAccounts, loadBilling, loadUsage, loadVoices } from './load.ts';
import { openReferrals } from './partners.ts';
import { payoutScenes } from './payouts.ts';
import { populate } from './population.ts';
import { referralScenes } from './referrals.ts';
import { rewardScenes } from './rewards.ts';
import { makeStage, type Stage } from './stage.ts';
import { ACCOUNTS } from './truths.ts';

export type SimulationOptions = {
  accounts?: number;
  months?: number;
  seed?: number;
  /** Every cause of truths.ts is switched off. */
  nullWorld?: boolean;
  onProgress?(line: string): void;
};
export type Simulated = { accounts: number; people: number; usage_days: number; ready: number };

/** A seed whose luck is middling: the company's headline numbers are those of a healthy one, on any day. */
const SEED = 286;
/** Their ids are the same on any day: by them it goes who is held back to confirm what the others show. */
const IDS_FROM = '2024-01-01';

/** Whether nothing is here yet: only then may a made-up company move in. */
export async function isEmptyInstallation(ctx: Ctx): Promise<boolean> {
  const company = await ctx.db.selectFrom('company_settings').select('id').executeTakeFirst();
  const account = await ctx.db.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return !company && !account;
}

/**
 * Fills an empty installation with a made-up company, whole or not at all: customers with causes (fit → use → health →
 * renewal or churn, friction, channels that differ) and a referral programme whose money went through the real books.
 */
export async function simulateCompany(outer: Ctx, options: SimulationOptions = {}): Promise<Simulated> {
  const tell = options.onProgress ?? (() => {});
  return inOneRun(outer, async (ctx) => {
    const stage = makeStage(ctx, options.seed ?? SEED);
    await describeCompany(stage);
    await spendOnChannels(stage);
    const accounts = populate(stage.draw, {
      accounts: options.accounts ?? ACCOUNTS,
      months: options.months ?? 24,
      today: stage.stamp.today,
      nullWorld: options.nullWorld,
    });
    const known = accounts.map((account) => ({ id: stage.stamp.id('account', IDS_FROM), account }));
    const people = await loadAccounts(stage.ctx, stage.draw, stage.stamp, known);
    tell(`${known.length} customers and ${people.length} people`);
    const referred = await playReferrals(stage, { known, people, from: accounts.length, nullWorld: options.nullWorld });
    tell(await referralsInWords(stage, referred.length));
    const everybody = [...known, ...referred];
    const morePeople = await loadAccounts(stage.ctx, stage.draw, stage.stamp, referred);
    await loadBilling(stage.ctx, stage.draw, stage.stamp, everybody);
    tell('subscriptions and invoices');
    await loadVoices(stage.ctx, stage.draw, stage.stamp, { known: everybody, people: [...people, ...morePeople] });
    tell('tickets and answers');
    const usage_days = await loadUsage(stage.ctx, stage.draw, stage.stamp, everybody);
    tell(`${usage_days} days of use`);
    const ready = await judge(stage);
    tell('health and advocates scored, first invitations sent');
    await keepMails(stage);
    return { accounts: everybody.length, people: people.length + morePeople.length, usage_days, ready };
  });
}

/** One transaction, on a connection that keeps its plans: the referrals ask the same questions thousands of times. */
function inOneRun<T>(outer: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return withKeptPlans(outer.db, (db) => inTransaction({ ...outer, db }, work));
}

async function describeCompany({ ctx, clock, now }: Stage): Promise<void> {
  clock.set(addDays(now, -730));
  await saveCompany(ctx, {
    name: 'Fieldnote',
    reporting_currency: 'EUR',
    zone: 'Europe/Budapest',
    product_url: 'https://fieldnote.example',
    gross_margin_bps: 7800,
    success_cost_year_minor: 32_000_000,
    success_hourly_cost_minor: 4500,
    acquisition_cost_year_minor: 300_000_000,
    simulated: true,
  });
}

/** Not everybody who came through a link is credited: some come too late, some are a fraud. */
async function referralsInWords({ ctx }: Stage, came: number): Promise<string> {
  const { credited } = await ctx.db
    .selectFrom('attribution_decisions')
    .select(({ fn }) => fn.count<number>('account_id').distinct().as('credited'))
    .where('accrued', '=', true)
    .executeTakeFirstOrThrow();
  return `${came} customers came through the links of ${CAST.length} partners, ${credited} of them credited; commissions and a payout`;
}

type Referring = {
  known: Known[];
  people: Awaited<ReturnType<typeof loadAccounts>>;
  from: number;
  nullWorld: boolean | undefined;
};

async function playReferrals(stage: Stage, { known, people, from, nullWorld }: Referring): Promise<Known[]> {
  const { draw, stamp, clock, now } = stage;
  const start = new Date(`${addDaysToDate(stamp.today, -REFERRAL_MONTHS_AGO * 30)}T09:00:00Z`);
  const { partners } = await openReferrals(stage, { known, people, start });
  const brought = bringCustomers(draw, { from, today: stamp.today, nullWorld });
  const scenes = [
    ...referralScenes(stage, partners, brought),
    ...payoutScenes(stage, start),
    ...rewardScenes(stage, start, partners),
  ];
  for (const scene of scenes.toSorted((a, b) => a.at - b.at)) {
    clock.set(new Date(scene.at));
    await scene.play(stage.ctx);
  }
  clock.set(now);
  const ids = await mapAccountIds(stage.ctx.db, 'api');
  return brought.flatMap((account) => {
    const id = ids.get(account.key);
    return id ? [{ id, account }] : [];
  });
}

/** A month ago first, so that scores have a past to be compared with. */
async function judge(stage: Stage): Promise<number> {
  const { clock, now, stamp, ctx } = stage;
  const before = addDaysToDate(stamp.today, -30);
  clock.set(new Date(`${before}T23:00:00Z`));
  await scoreHealth(ctx, { at: before });
  clock.set(now);
  const { readiness } = await scoreAccounts(ctx);
  await playAsks(stage);
  clock.set(now);
  return readiness.ready;
}

async function keepMails({ ctx }: Stage): Promise<void> {
  await ctx.db.updateTable('mails').set({ state: 'kept' }).where('state', '=', 'queued').execute();
}
