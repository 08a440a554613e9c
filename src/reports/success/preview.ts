import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Interval, wilson } from '../../stats/intervals.ts';
import type { AccountOutcome, OutcomeRule } from '../../success/outcome/model.ts';
import { checkRule } from '../../success/outcome/rules/check.ts';
import { countOutcomes, type OutcomeCount } from '../../success/outcome/rules/decide.ts';
import { accountNames } from '../account-names.ts';
import { dataTime } from '../data-time.ts';
import { accountOutcomes } from './outcomes.ts';
import { ruleInForce } from './rule.ts';
import { conditionName, outcomeSentence, whySentence } from './words.ts';

const EXAMPLES = 5;

export type NamedOutcome = { account_id: string; account_name: string; started_on: string; reasons: string[] };
export type OutcomePreview = Omit<OutcomeCount, 'reasons'> & {
  on: string;
  sentence: string;
  /** Of those judged. */
  share: ({ value: number } & Interval) | null;
  /** Accounts whose start nobody knows. */
  no_start: number;
  reasons: { code: string; reason: string; accounts: number; alone: number }[];
  /** Against the rule in force, of the accounts both judge. */
  changed: { gained: number; lost: number };
  conditions: { condition: string; name: string }[];
  examples: { succeeded: NamedOutcome[]; failed: NamedOutcome[]; cannot_tell: NamedOutcome[] };
};

/** How many accounts a rule would count as successful, how many not, of whom it cannot be told, and why. @throws 422. */
export async function previewOutcome(ctx: Ctx, rule: OutcomeRule): Promise<OutcomePreview> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  checkRule(rule);
  const present = await ruleInForce(ctx);
  const before = await accountOutcomes(ctx, present);
  const after = JSON.stringify(rule) === JSON.stringify(present) ? before : await accountOutcomes(ctx, rule);
  const { reasons, ...count } = countOutcomes(after);
  const judged = count.succeeded + count.failed;
  const noStart = (await countAccounts(ctx)) - after.length;
  return {
    ...count,
    on: (await dataTime(ctx)).on,
    sentence: outcomeSentence(rule, { ...count, noStart }),
    share: judged > 0 ? { value: count.succeeded / judged, ...wilson(count.succeeded, judged) } : null,
    no_start: noStart,
    reasons: reasons.map(({ why, ...rest }) => ({ code: why, reason: whySentence(why, rule), ...rest })),
    changed: compare(before, after),
    conditions: rule.conditions.map(({ condition }) => ({ condition, name: conditionName(condition) })),
    examples: await examplesOf(ctx, after, rule),
  };
}

async function countAccounts(ctx: Ctx): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('merged_into_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

function compare(before: readonly AccountOutcome[], after: readonly AccountOutcome[]) {
  const known = new Map(before.map((one) => [one.account_id, one.succeeded]));
  const moved = (from: boolean) =>
    after.filter(({ account_id, succeeded }) => succeeded === !from && known.get(account_id) === from).length;
  return { gained: moved(false), lost: moved(true) };
}

async function examplesOf(ctx: Ctx, outcomes: readonly AccountOutcome[], rule: OutcomeRule) {
  const newest = outcomes.toSorted((a, b) => b.started_on.localeCompare(a.started_on));
  const some = (holds: (one: AccountOutcome) => boolean) => newest.filter(holds).slice(0, EXAMPLES);
  const found = {
    succeeded: some(({ succeeded }) => succeeded === true),
    failed: some(({ succeeded }) => succeeded === false),
    cannot_tell: some(({ succeeded, why }) => succeeded === null && why[0] !== 'too_young'),
  };
  const names = await accountNames(
    ctx,
    Object.values(found).flatMap((own) => own.map(({ account_id }) => account_id)),
  );
  const show = ({ account_id, started_on, why }: AccountOutcome): NamedOutcome => ({
    account_id,
    account_name: names.get(account_id) ?? account_id,
    started_on,
    reasons: why.map((code) => whySentence(code, rule)),
  });
  return {
    succeeded: found.succeeded.map(show),
    failed: found.failed.map(show),
    cannot_tell: found.cannot_tell.map(show),
  };
}
