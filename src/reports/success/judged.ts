import type { Ctx } from '../../platform/ctx.ts';
import { type Association, type Associations, associate, type Candidate, isHeldBack } from '../../stats/association.ts';
import { wilson } from '../../stats/intervals.ts';
import type { OutcomeRule } from '../../success/outcome/model.ts';
import { accountOutcomes } from './outcomes.ts';
import { ruleInForce } from './rule.ts';
import { type AccountTraits, traitsOfAccounts } from './traits-of-accounts.ts';

/** Every account of which it is known whether it succeeded, with its traits. */
export type Judged = { rule: OutcomeRule; accounts: (AccountTraits & { succeeded: boolean })[]; waiting: number };

export async function judgedAccounts(ctx: Ctx): Promise<Judged> {
  const rule = await ruleInForce(ctx);
  const outcomes = await accountOutcomes(ctx, rule);
  const traits = await traitsOfAccounts(ctx);
  const accounts = outcomes.flatMap(({ account_id, succeeded }) => {
    const own = traits.get(account_id);
    return own && succeeded !== null ? [{ ...own, succeeded }] : [];
  });
  return { rule, accounts, waiting: outcomes.length - accounts.length };
}

const UNKNOWN = '–';
export const planOf = ({ plan }: AccountTraits) => plan ?? UNKNOWN;
export const sizeOf = ({ size }: AccountTraits) => size ?? UNKNOWN;

/** Which candidates go with success, among accounts of like plan and size. */
export function associateJudged({ accounts }: Judged, candidates: readonly Candidate[]): Associations {
  return associate({
    candidates,
    succeeded: accounts.map(({ succeeded }) => succeeded),
    strata: accounts.map((one) => `${planOf(one)}/${sizeOf(one)}`),
    confirm: accounts.map(({ account_id }) => isHeldBack(account_id)),
  });
}

const round = (value: number) => Number(value.toFixed(6));
const rounded = ({ value, low, high }: { value: number; low: number; high: number }) => ({
  value: round(value),
  low: round(low),
  high: round(high),
});

/** The numbers behind one association, as they are shown; null where there were too few to test. */
export function showAssociation(one: Association) {
  if (one.outcome === 'too_few') return null;
  const part = (compared: (typeof one)['discovery'] | null) =>
    compared && {
      with: shareOf(compared.with),
      without: shareOf(compared.without),
      difference: rounded(compared.difference),
      p: compared.p,
    };
  return {
    with: shareOf(one.with),
    without: shareOf(one.without),
    difference: rounded(one.difference),
    lift: one.lift === null ? null : round(one.lift),
    p: one.p,
    q: one.q,
    adjusted: one.adjusted && {
      odds_ratio: one.adjusted.oddsRatio && rounded(one.adjusted.oddsRatio),
      difference: rounded(one.adjusted.difference),
      p: one.adjusted.p,
    },
    discovery: part(one.discovery),
    confirmation: part(one.confirmation),
  };
}

/** A share of successes with its Wilson interval. */
export function shareOf({ successes, n }: { successes: number; n: number }) {
  return { succeeded: successes, n, ...rounded({ value: successes / n, ...wilson(successes, n) }) };
}
