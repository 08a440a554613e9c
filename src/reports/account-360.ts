import { type Ctx, requireScope } from '../platform/ctx.ts';
import {
  type AskMade,
  accountReadiness,
  asksMade,
  type PartnerOfAccount,
  type ReadinessView,
  type ReferralGiven,
  type ReferralReceived,
  referralsGiven,
  referralsReceived,
} from './account/advocacy.ts';
import * as billing from './account/billing.ts';
import { type AccountHealth, accountHealth, type HealthStep } from './account/health.ts';
import { accountMetrics } from './account/metrics.ts';
import { type AccountPerson, accountPeople } from './account/people.ts';
import { accountProfile, type Profile } from './account/profile.ts';
import { type AccountUsage, accountUsage } from './account/usage.ts';
import * as voice from './account/voice.ts';
import { companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import type { Metric } from './metric.ts';

export type Account360 = {
  at: string;
  is_live: boolean;
  currency: string;
  account: Profile;
  metrics: Metric[];
  people: AccountPerson[];
  subscriptions: billing.AccountSubscription[];
  invoices: billing.AccountInvoice[];
  mrr_history: billing.MrrStep[];
  usage: AccountUsage;
  tickets: { total: number; items: voice.AccountTicket[] };
  answers: voice.AccountAnswer[];
  churn_claims: voice.ChurnClaim[];
  health: AccountHealth | null;
  health_history: HealthStep[];
  readiness: ReadinessView | null;
  partners: PartnerOfAccount[];
  referrals_given: ReferralGiven[];
  referrals_received: ReferralReceived[];
  asks: AskMade[];
};

/** Everything known about one account, at the data time. @throws 404. */
export async function account360(ctx: Ctx, id: string): Promise<Account360> {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx);
  const account = await accountProfile(ctx, company, time, id);
  const mrrHistory = await billing.accountMrr(ctx, company, time, id);
  const mrrMinor = mrrHistory.at(-1)?.mrr_minor ?? 0;
  const health = await accountHealth(ctx, id);
  const given = await referralsGiven(ctx, id);
  return {
    at: time.on,
    is_live: time.isLive,
    currency: company.currency,
    account,
    metrics: await accountMetrics(ctx, { company, time, accountId: id, mrrMinor }),
    people: await accountPeople(ctx, id),
    subscriptions: await billing.accountSubscriptions(ctx, time, id),
    invoices: await billing.accountInvoices(ctx, time, id),
    mrr_history: mrrHistory,
    usage: await accountUsage(ctx, time, id),
    tickets: await voice.accountTickets(ctx, id),
    answers: await voice.accountAnswers(ctx, id),
    churn_claims: await voice.accountChurnClaims(ctx, id),
    health: health.present,
    health_history: health.history,
    readiness: await accountReadiness(ctx, id),
    partners: given.partners,
    referrals_given: given.referrals,
    referrals_received: await referralsReceived(ctx, id),
    asks: await asksMade(ctx, id),
  };
}
