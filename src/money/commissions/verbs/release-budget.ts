import { dateIn } from '../../../kernel/time.ts';
import { termsAt } from '../../../partners/programmes/model.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import * as store from '../store/commissions.ts';
import { findBudgetUsed } from '../store/standing.ts';
import { findProgrammeTerms } from '../store/terms.ts';
import { setHolds } from './hold.ts';

/**
 * Lets go on what waits for budget, oldest first, as far as this month's budget reaches: it grew, or another month
 * began. Returns how many.
 */
export async function releaseBudget(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'money:write');
  let released = 0;
  for (const programmeId of await store.listProgrammesOverBudget(ctx))
    released += await inTransaction(ctx, (inner) => releaseOf(inner, programmeId));
  return released;
}

async function releaseOf(ctx: Ctx, programmeId: string): Promise<number> {
  const now = ctx.clock.now();
  const { programme, versions } = await findProgrammeTerms(ctx, programmeId);
  const terms = termsAt(versions, now)?.terms;
  if (!terms) return 0;
  const of = { programmeId, programme, terms: { ...terms, id: '', version: 0 }, at: now };
  await store.lockStanding(ctx, { ...of, partnerId: '' });
  const budget = terms.budget_per_month_minor ?? Number.MAX_SAFE_INTEGER;
  let used = await findBudgetUsed(ctx, of);
  let released = 0;
  for (const commission of await store.lockOverBudget(ctx, programmeId)) {
    const amount = commission.grossMinor - commission.reversedMinor;
    if (used + amount > budget) break;
    used += amount;
    released += 1;
    const holds = commission.holds.filter((hold) => hold !== 'budget_spent');
    await setHolds(ctx, commission, holds, { budgetMonth: dateIn(now, programme.zone).slice(0, 7) });
  }
  return released;
}
