import { type Ctx, requireScope } from '../platform/ctx.ts';
import { currenciesWithoutRate, severalOpen, subscriptionGaps } from './data-quality/billing.ts';
import { churnContradiction, churnedButActive } from './data-quality/churn.ts';
import { accountGaps, duplicateAccounts, ticketGaps } from './data-quality/customers.ts';
import { type Finding, SEVERITIES } from './data-quality/finding.ts';
import { rejectedRows } from './data-quality/rejected.ts';
import { usageDays, usageOutsideSubscription } from './data-quality/usage.ts';
import { dataTime } from './data-time.ts';

export type QualityReport = { computed_at: Date; data_until: string; findings: Finding[] };

/** What the customers' data contradict, lack or repeat, and what that does to the numbers. Computed from what is stored. */
export async function dataQuality(ctx: Ctx): Promise<QualityReport> {
  requireScope(ctx, 'customers:read');
  const { db } = ctx;
  const now = ctx.clock.now();
  const today = now.toISOString().slice(0, 10);
  const until = (await dataTime(ctx)).on;
  const found: Finding[] = [];
  found.push(...(await churnContradiction(db, until)), ...(await churnedButActive(db, until)));
  found.push(...(await usageOutsideSubscription(db)), ...(await usageDays(db, today)));
  found.push(...(await ticketGaps(db, now)), ...(await duplicateAccounts(db)), ...(await accountGaps(db, now)));
  found.push(...(await subscriptionGaps(db, today)), ...(await severalOpen(db, until)));
  found.push(...(await currenciesWithoutRate(db)), ...(await rejectedRows(db)));
  found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return { computed_at: now, data_until: until, findings: found };
}
