import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { Association, Associations, Candidate } from '../../stats/association.ts';
import { dataTime } from '../data-time.ts';
import { associateJudged, type Judged, judgedAccounts, planOf, showAssociation, sizeOf } from './judged.ts';
import { customersWith, traitName, traitSentence, traitsAnswer } from './trait-words.ts';
import { TRAITS } from './traits-of-accounts.ts';

const MOST_VALUES = 25;
const MOST_ATTRIBUTES = 40;
/** Begins the name of an attribute that an import brought. */
export const ATTRIBUTE = 'attributes.';

type Value = { attribute: string; value: string; has: boolean[] };

/**
 * Which traits do successful customers share? Every value of every lasting attribute against all other customers:
 * associations found on seven in ten accounts and confirmed on the rest, never causes.
 */
export async function successTraits(ctx: Ctx) {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const judged = await judgedAccounts(ctx);
  const values = valuesOf(judged);
  const found = associateJudged(judged, values.map(candidateOf(judged)));
  const { on } = await dataTime(ctx);
  const common = { on, day: judged.rule.day, waiting: judged.waiting, n: found.n, succeeded: found.succeeded };
  const items = showTraits(values, found);
  return {
    ...common,
    outcome: found.outcome,
    needed: found.outcome === 'too_few' ? found.needed : null,
    tested: found.outcome === 'tested' ? found.tested : 0,
    answer: traitsAnswer(found, items),
    items,
  };
}
export type SuccessTraits = Awaited<ReturnType<typeof successTraits>>;
export type TraitItem = SuccessTraits['items'][number];

function valuesOf({ accounts }: Judged): Value[] {
  const own = [...new Set(accounts.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  const columns = [
    ...TRAITS.map((key) => ({ key: key as string, of: accounts.map((one) => one[key]) })),
    ...own.slice(0, MOST_ATTRIBUTES).map((key) => ({
      key: ATTRIBUTE + key,
      of: accounts.map(({ attributes }) => textOf(attributes[key])),
    })),
  ];
  return columns.flatMap(({ key, of }) => {
    const counts = [...Map.groupBy(of, (value) => value)].filter(([value]) => value !== null);
    // As many values as that tell accounts apart one by one: names, numbers, ids.
    if (key.startsWith(ATTRIBUTE) && counts.length > MOST_VALUES) return [];
    return counts
      .sort((a, b) => b[1].length - a[1].length || String(a[0]).localeCompare(String(b[0])))
      .slice(0, MOST_VALUES)
      .map(([value]) => ({ attribute: key, value: value as string, has: of.map((one) => one === value) }));
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

const STRATA = { plan: sizeOf, size: planOf };

/** Accounts of like plan and size are compared; the plan itself among those of like size, the size of like plan. */
function candidateOf({ accounts }: Judged) {
  return ({ attribute, value, has }: Value): Candidate => {
    const own = STRATA[attribute as keyof typeof STRATA];
    return { key: `${attribute}=${value}`, has, ...(own && { strata: accounts.map(own) }) };
  };
}

const ORDER = ['confirmed', 'not_confirmed', 'explained', 'nothing', 'too_few'];

function showTraits(values: readonly Value[], found: Associations) {
  if (found.outcome === 'too_few') return [];
  const items = values.flatMap(({ attribute, value }, index) => {
    const one = found.candidates[index];
    return one ? [showTrait(attribute, value, one)] : [];
  });
  const size = (item: (typeof items)[number]) => Math.abs(item.statistics?.difference.value ?? 0);
  return items.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || size(b) - size(a));
}

function showTrait(attribute: string, value: string, one: Association) {
  const verdict = one.outcome === 'too_few' ? ('too_few' as const) : one.verdict;
  const statistics = showAssociation(one);
  return {
    attribute,
    attribute_name: traitName(attribute),
    value,
    customers: customersWith(attribute, value),
    verdict,
    direction: statistics ? (statistics.difference.value > 0 ? ('more' as const) : ('less' as const)) : null,
    support: one.support,
    sentence: traitSentence({ attribute, value, verdict, support: one.support, statistics }),
    statistics,
  };
}
