import { rational } from '../../../kernel/money.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { AccrueInput, Commission } from '../model.ts';
import { applyCaps } from '../rules/caps.ts';
import type { Outcome } from '../rules/decide.ts';
import { planRows } from '../rules/parts.ts';
import { computeTopUp, stepAt } from '../rules/tiers.ts';
import { findStanding, listTierSales } from '../store/standing.ts';
import { headOf, planRecruiters, refuseGone } from './plan-sale.ts';
import { writeRows } from './write-rows.ts';

type Step = { rate: string; from: number };

/**
 * A retroactive step was reached: the period's earlier sales get what the new rate adds, as commissions of their own.
 * Whatever order the sales arrive in, each ends with round(base × the rate reached). Returns the invoices topped up.
 */
export async function topUpEarlierSales(ctx: Ctx, input: AccrueInput): Promise<string[]> {
  const { tiers } = input.terms;
  if (tiers?.mode !== 'retroactive') return [];
  const of = { ...input, at: input.invoice.paidAt };
  const { tierSoFar } = await findStanding(ctx, of);
  const step = stepAt(tiers, rational(tierSoFar));
  if (!step) return [];
  const rows = await listTierSales(ctx, of);
  const behind = [...Map.groupBy(rows, ({ invoiceId }) => invoiceId).values()].flatMap((ofSale) =>
    latest(ofSale, step),
  );
  for (const sale of behind) await topUp(ctx, input, sale, step);
  return behind.flatMap(({ first }) => first.invoiceId ?? []);
}

type Behind = { first: Commission; tier: NonNullable<Commission['calculation']['tier']>; earnedMinor: number };

/** A sale whose last rate is that of a lower step. */
function latest(rows: readonly Commission[], step: Step): Behind[] {
  const first = rows.find(({ rule }) => rule === 'sale');
  const tiers = rows.flatMap(({ calculation }) => calculation.tier ?? []);
  const tier = tiers.reduce(
    (high, one) => (one.from >= high.from ? one : high),
    tiers[0] ?? { ...step, of_exact: '0/1' },
  );
  if (!first || tier.from >= step.from) return [];
  return [{ first, tier, earnedMinor: rows.reduce((all, { calculation }) => all + calculation.gross_minor, 0) }];
}

async function topUp(ctx: Ctx, input: AccrueInput, { first, tier, earnedMinor }: Behind, step: Step): Promise<void> {
  const of = { ...input, at: first.earnedAt };
  const wanted = computeTopUp(tier, step.rate);
  const most = input.terms.cap_per_sale_minor;
  const terms = { ...input.terms, cap_sales: undefined, cap_per_sale_minor: most && Math.max(0, most - earnedMinor) };
  const { gross } = applyCaps(wanted, await findStanding(ctx, of), terms as AccrueInput['terms']);
  if (gross === 0) return;
  const earlier = earlierInput(input, first);
  const outcome = outcomeOf(first, { ...step, of_exact: tier.of_exact }, gross);
  const whole = { rule: 'tier_top_up' as const, key: String(step.from), amountMinor: gross, outcome };
  const planned = await refuseGone(ctx, earlier, planRows(earlier, whole));
  const rows = [...planned, ...(await planRecruiters(ctx, earlier, outcome, planned))];
  const sale = { ...earlier, zone: input.programme.zone, holds: first.holds };
  await writeRows(ctx, headOf(earlier, outcome, false), sale, rows);
}

/** The earlier sale as it was credited, under the terms that reached the step. */
function earlierInput(input: AccrueInput, first: Commission): AccrueInput {
  return {
    ...input,
    decisionId: first.decisionId ?? '',
    source: first.calculation.source,
    accountId: first.accountId ?? '',
    flags: first.flags,
    invoice: {
      ...input.invoice,
      id: first.invoiceId ?? '',
      externalId: first.calculation.invoice,
      paidAt: first.earnedAt,
    },
  };
}

function outcomeOf(first: Commission, tier: Step & { of_exact: string }, gross: number): Outcome {
  const of_minor = first.baseMinor;
  return {
    state: first.holds.length > 0 ? 'held' : 'pending',
    reason: 'pending',
    holds: first.holds,
    grossMinor: gross,
    earnedAt: first.earnedAt,
    availableAt: first.availableAt,
    currency: first.currency,
    calculation: { ...first.calculation, parts: [{ rate: tier.rate, of_minor }], cap: null, gross_minor: gross, tier },
  };
}
