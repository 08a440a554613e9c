import { invalidField } from '../kernel/errors.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { accountNames } from '../reports/account-names.ts';
import { dataTime } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { aucDifference } from '../stats/auc.ts';
import type { Health, HealthDefinition, ModelVersion } from '../success/health/model.ts';
import { toScored } from '../success/health/rules/backtest.ts';
import { type Comparison, compareHealth } from '../success/health/rules/preview.ts';
import { checkDefinition, computeHealth, needsOf } from '../success/health/rules/score.ts';
import type { NewModel } from '../success/health/schema.ts';
import { getHealthModel, getHealthVersion, type StoredModel, saveHealthModel } from '../success/health/service.ts';
import { passingField } from '../success/segments/rules/lasting.ts';
import { listSegments } from '../success/segments/service.ts';
import { type Backtest, type Tested, testAgainstPast } from './backtest-health.ts';

/** Saves a version of the health model whose variants rest on segments that can be judged. @throws 422 naming the part. */
export async function saveModel(ctx: Ctx, input: NewModel): Promise<StoredModel> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await checkSegments(ctx, input.definition);
    return saveHealthModel(ctx, input);
  });
}

async function checkSegments(ctx: Ctx, { variants = [] }: HealthDefinition): Promise<void> {
  const segments = await listSegments({ ...ctx, scopes: new Set(['success:read']) });
  for (const [index, { applies_to, name }] of variants.entries()) {
    if (applies_to.kind !== 'segment') continue;
    const field = `definition.variants[${index}].applies_to.segment_id`;
    const segment = segments.find(({ id }) => id === applies_to.segment_id);
    if (!segment) throw invalidField(field, `${name}: there is no segment ${applies_to.segment_id} in use.`);
    const passing = passingField(segment.rule);
    if (!passing) continue;
    const why = `${name}: the segment ${segment.name} asks ${passing}, which changes with what customers do.`;
    throw invalidField(field, why, 'Choose a segment of lasting facts, so that past months can be judged by it.');
  }
}

export type NamedComparison = Omit<Comparison, 'movers'> & {
  data_until: string;
  movers: (Omit<Comparison['movers'][number], 'accountId'> & { account_id: string; account_name: string })[];
};

/** What another definition would make of one's own accounts today, beside the model in force. @throws 422. */
export async function previewModel(ctx: Ctx, definition: HealthDefinition): Promise<NamedComparison> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  checkDefinition(definition);
  await checkSegments(ctx, definition);
  const present = await getHealthModel(ctx);
  const [before, after, on] = await scoreBoth(ctx, present.definition, definition);
  const { movers, ...rest } = compareHealth(before, after);
  const names = await accountNames(
    ctx,
    movers.map(({ accountId }) => accountId),
  );
  const named = movers.map(({ accountId, ...mover }) => ({
    ...mover,
    account_id: accountId,
    account_name: names.get(accountId) ?? accountId,
  }));
  return { ...rest, data_until: on, movers: named };
}

/** The same accounts under two definitions; facts are read twice only when windows or segments differ. */
async function scoreBoth(
  ctx: Ctx,
  one: HealthDefinition,
  other: HealthDefinition,
): Promise<[Health[], Health[], string]> {
  const time = await dataTime(ctx);
  const facts = await healthFacts(ctx, one, time);
  const same = needsOf(one) === needsOf(other);
  const others = same ? facts : await healthFacts(ctx, other, time);
  const score = (definition: HealthDefinition, from: typeof facts) =>
    from.map((account) => computeHealth(account, definition, time.on));
  return [score(one, facts), score(other, others), time.on];
}

export type VersionComparison = {
  first: { version: ModelVersion; backtest: Backtest };
  second: { version: ModelVersion; backtest: Backtest };
  /** Area under the ROC curve of the second minus the first, on the same past, with its 95 % interval. */
  difference: { value: number; low: number; high: number } | null;
  verdict: 'first_better' | 'second_better' | 'no_difference' | 'too_early';
  sentence: string;
};

/** Two versions side by side: what each would have told of the past, and whether one told more. @throws 404. */
export async function compareModels(ctx: Ctx, ids: { first: string; second: string }): Promise<VersionComparison> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const [one, other] = [await getHealthVersion(ctx, ids.first), await getHealthVersion(ctx, ids.second)];
  const [tested, alsoTested] = await testAgainstPast(ctx, [one, other]);
  if (!tested || !alsoTested) throw new Error('Two versions were given and not both were tested.');
  const difference = differenceOf(tested, alsoTested);
  const tooEarly = tested.backtest.results[tested.backtest.judged_by].verdict === 'too_early';
  const verdict = tooEarly || !difference ? 'too_early' : verdictOf(difference);
  return {
    first: { version: one, backtest: tested.backtest },
    second: { version: other, backtest: alsoTested.backtest },
    difference,
    verdict,
    sentence: sentenceOf(verdict, difference, [one, other]),
  };
}

function differenceOf(first: Tested, second: Tested) {
  if (first.backtest.judged_by !== second.backtest.judged_by) return null;
  return aucDifference(toScored(first.observed), toScored(second.observed)) ?? null;
}

function verdictOf({ low, high }: { low: number; high: number }): VersionComparison['verdict'] {
  if (low > 0) return 'second_better';
  return high < 0 ? 'first_better' : 'no_difference';
}

function sentenceOf(
  verdict: VersionComparison['verdict'],
  difference: VersionComparison['difference'],
  [one, other]: [ModelVersion, ModelVersion],
): string {
  const digits = (value = 0) => Math.abs(value).toFixed(3);
  const [low, high] = [Math.abs(difference?.low ?? 0), Math.abs(difference?.high ?? 0)].sort((a, b) => a - b);
  return say(`health:comparison.${verdict}`, {
    first: one.version,
    second: other.version,
    by: digits(difference?.value),
    low: digits(low),
    high: digits(high),
  });
}
