import { allocate } from '../../../kernel/money.ts';
import { fitLogistic } from '../../../stats/logistic.ts';
import type { Component, ComponentKey, Health } from '../model.ts';

/** A scored account month: what each component said, and whether the account left within the horizon. */
export type Lesson = { accountId: string; on: string; contributions: Health['contributions']; churned: boolean };

export const CHURNED_FOR_LEARNING = 100;
export const EVENTS_PER_FEATURE = 10;

export type Learned =
  | { outcome: 'learned'; weights: Record<string, number>; components: ComponentKey[] }
  | {
      outcome: 'too_few' | 'nothing_varies' | 'no_sign' | 'separated' | 'not_fitted';
      churned_accounts: number;
      needed: number;
      component: ComponentKey | null;
    };

const RIDGE = 1;
const WHOLE = 100;

/**
 * Weights that the past suggests: a ridge logistic regression of leaving on the scores of the components, where no
 * coefficient may say that good is bad, so that good never lowers health. Health is Σ weight × score, which is the
 * regression's own order when the weights are its coefficients; they are shared out over 100. Offered only above 100
 * churned accounts and 10 of them a component. Of the months only every third counts, so that no churn does twice.
 */
export function learnWeights(
  lessons: readonly Lesson[],
  components: readonly Component[],
  { least = CHURNED_FOR_LEARNING }: { least?: number } = {},
): Learned {
  const usable = components.filter(({ key }) => varies(lessons, key)).map(({ key }) => key);
  const churned = new Set(lessons.filter((one) => one.churned).map((one) => one.accountId)).size;
  const needed = Math.max(least, least === 1 ? 1 : EVENTS_PER_FEATURE * usable.length);
  const refuse = (outcome: Exclude<Learned['outcome'], 'learned'>, component: ComponentKey | null = null): Learned => ({
    outcome,
    churned_accounts: churned,
    needed,
    component,
  });
  if (churned < needed) return refuse('too_few');
  if (usable.length === 0) return refuse('nothing_varies');
  const means = new Map(usable.map((key) => [key, meanOf(lessons, key)]));
  const rows = lessons.map((one) => usable.map((key) => scoreOf(one, key) ?? means.get(key) ?? 0));
  const outcomes = lessons.map((one) => one.churned);
  const fit = fitLogistic({ rows, outcomes, ridge: RIDGE, signs: usable.map(() => -1 as const) });
  if (fit.outcome === 'separated') return refuse('separated', usable[fit.feature] ?? null);
  if (fit.outcome !== 'fitted') return refuse('not_fitted');
  const strengths = fit.model.coefficients.map((one) => Math.round(Math.max(0, -one) * 1e6));
  if (strengths.every((one) => one === 0)) return refuse('no_sign');
  const shares = allocate(WHOLE, strengths);
  const weights = Object.fromEntries(components.map(({ key }) => [key, shares[usable.indexOf(key)] ?? 0]));
  return { outcome: 'learned', weights, components: usable };
}

function scoreOf({ contributions }: Lesson, key: ComponentKey): number | null {
  return contributions.find((one) => one.component === key)?.score ?? null;
}

function knownScores(lessons: readonly Lesson[], key: ComponentKey): number[] {
  return lessons.flatMap((one) => scoreOf(one, key) ?? []);
}

function varies(lessons: readonly Lesson[], key: ComponentKey): boolean {
  const scores = knownScores(lessons, key);
  return scores.some((score) => score !== scores[0]);
}

function meanOf(lessons: readonly Lesson[], key: ComponentKey): number {
  const scores = knownScores(lessons, key);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The months apart enough that no churn falls into the horizon of two of them: every third, counted from the last. */
export function monthsApart(months: readonly string[]): Set<string> {
  return new Set(months.filter((_, index) => (months.length - 1 - index) % 3 === 0));
}
