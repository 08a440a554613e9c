import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { type ChurnLabels, churnLabels } from '../reports/churn-labels.ts';
import { type CompanyFacts, companyFacts } from '../reports/company.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { aucDifference } from '../stats/auc.ts';
import type { HealthDefinition, HealthFacts } from '../success/health/model.ts';
import { HORIZON_DAYS, judgeBacktest, type Observation, toScored } from '../success/health/rules/backtest.ts';
import { type Learned, type Lesson, learnWeights, monthsApart } from '../success/health/rules/learn.ts';
import { computeHealth } from '../success/health/rules/score.ts';
import { getHealthModel } from '../success/health/service.ts';
import { type Dated, judgedBy, snapshotDays } from './backtest-health.ts';

export type Offer = {
  offered: boolean;
  outcome: Learned['outcome'];
  sentence: string;
  churned_accounts: number;
  needed: number;
  /** The present model with the learned weights, for the editor; null when nothing is offered. */
  definition: HealthDefinition | null;
  weights: { component: string; before: number; after: number }[];
  /** On the later half of the months, which the weights have not seen. */
  auc_before: number | null;
  auc_after: number | null;
  difference: { value: number; low: number; high: number } | null;
};

type Month = { on: string; facts: HealthFacts[]; labels: ChurnLabels };

/**
 * Weights the past suggests for the present model: learned on the earlier half of the months, tried on the later half,
 * offered with what they would have told there; the weights offered are learned from all months once that is known.
 */
export async function offerWeights(ctx: Ctx): Promise<Offer> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const { definition } = await getHealthModel(ctx);
  const months = await readMonths(ctx, definition);
  const { variants: _variants, ...plain } = definition;
  const learned = learnWeights(lessonsOf(months, plain), plain.components);
  const nothing = { weights: [], definition: null, auc_before: null, auc_after: null, difference: null };
  if (learned.outcome !== 'learned') return { ...refusal(learned), ...nothing };
  const proposed = withWeights(definition, learned.weights);
  const trial = tryLater(months, definition, plain);
  const share = sharesOf(definition);
  return {
    offered: true,
    outcome: 'learned',
    sentence: say(`health:learned.${trial.verdict}`, trial.params),
    churned_accounts: churnedAccounts(months),
    needed: 100,
    definition: proposed,
    weights: plain.components.map(({ key }) => ({
      component: key,
      before: share(key),
      after: learned.weights[key] ?? 0,
    })),
    auc_before: trial.before,
    auc_after: trial.after,
    difference: trial.difference,
  };
}

function refusal(learned: Exclude<Learned, { outcome: 'learned' }>) {
  const { outcome, churned_accounts, needed, component } = learned;
  const params = { churned: churned_accounts, needed, component: component && say(`health:components.${component}`) };
  return { offered: false, outcome, churned_accounts, needed, sentence: say(`health:learned.${outcome}`, params) };
}

async function readMonths(ctx: Ctx, definition: HealthDefinition): Promise<Month[]> {
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx);
  const known = await judgedBy(ctx);
  const months: Month[] = [];
  for (const on of await snapshotDays(ctx, company, time)) {
    const facts = await healthFacts(ctx, definition, throughDay(on));
    months.push({ on, facts, labels: await labelsOf(ctx, { definition: known, company, on, time }) });
  }
  return months;
}

type Asked = { definition: Dated; company: CompanyFacts; on: string; time: DataTime };

function labelsOf(ctx: Ctx, { definition, company, on, time }: Asked): Promise<ChurnLabels> {
  return churnLabels(ctx, { definition, graceDays: company.graceDays, on, days: HORIZON_DAYS, known: time.on });
}

/** Every third month's accounts with what each component said of them. */
function lessonsOf(months: readonly Month[], definition: HealthDefinition): Lesson[] {
  const apart = monthsApart(months.map(({ on }) => on));
  return months
    .filter(({ on }) => apart.has(on))
    .flatMap(({ on, facts, labels }) =>
      facts.flatMap((one) => {
        const churned = labels.get(one.accountId);
        if (churned === undefined) return [];
        const { accountId, contributions } = computeHealth(one, definition, on);
        return [{ accountId, on, contributions, churned }];
      }),
    );
}

function churnedAccounts(months: readonly Month[]): number {
  return new Set(months.flatMap(({ labels }) => [...labels].filter(([, churned]) => churned).map(([id]) => id))).size;
}

function withWeights(definition: HealthDefinition, weights: Record<string, number>): HealthDefinition {
  const components = definition.components.map((one) => ({ ...one, weight: weights[one.key] ?? 0 }));
  return { ...definition, components, variants: [] };
}

function sharesOf({ components }: HealthDefinition): (key: string) => number {
  const all = components.reduce((sum, { weight }) => sum + weight, 0);
  return (key) => Math.round(((components.find((one) => one.key === key)?.weight ?? 0) / all) * 100);
}

/** Weights learned on the earlier months, beside the present ones, on the later months that neither has seen. */
function tryLater(months: readonly Month[], present: HealthDefinition, plain: HealthDefinition) {
  const half = Math.floor(months.length / 2);
  const [earlier, later] = [months.slice(0, half), months.slice(half)];
  const learned = learnWeights(lessonsOf(earlier, plain), plain.components, { least: 1 });
  if (learned.outcome !== 'learned') {
    return { verdict: 'untried', params: {}, before: null, after: null, difference: null };
  }
  const [now, then] = [observedBy(later, present), observedBy(later, withWeights(plain, learned.weights))];
  const before = judgeBacktest(now).auc?.value ?? null;
  const after = judgeBacktest(then).auc?.value ?? null;
  const difference = aucDifference(toScored(now), toScored(then)) ?? null;
  const verdict = !difference ? 'untried' : difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'same';
  const digits = (value?: number | null) => (value ?? 0).toFixed(3);
  return { verdict, params: { before: digits(before), after: digits(after) }, before, after, difference };
}

function observedBy(months: readonly Month[], definition: HealthDefinition): Observation[] {
  return months.flatMap(({ on, facts, labels }) =>
    facts.flatMap((one) => {
      const { accountId, score, band } = computeHealth(one, definition, on);
      const churned = labels.get(accountId);
      if (score === null || band === 'unknown' || churned === undefined) return [];
      return [{ accountId, on, score, band, churned }];
    }),
  );
}
