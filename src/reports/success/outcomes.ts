import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { keptBy } from '../../platform/kept.ts';
import type { AccountOutcome, OutcomeRule } from '../../success/outcome/model.ts';
import { decideOutcome } from '../../success/outcome/rules/decide.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { outcomeFacts } from './facts.ts';
import { stateOfFacts } from './facts-state.ts';
import { healthInForce, ruleInForce } from './rule.ts';

/**
 * Who succeeded by the rule in force (or another), who did not and of whom it cannot be told: every account with a known
 * start, each judged by what was known at its start + day. Kept until facts change; not to be changed by who asks.
 */
export async function accountOutcomes(ctx: Ctx, given?: OutcomeRule): Promise<AccountOutcome[]> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const rule = given ?? (await ruleInForce(ctx));
  const key = JSON.stringify(['outcomes', rule, company, await healthInForce(ctx)]);
  return keptBy(ctx.db, key, await stateOfFacts(ctx, on), async () => {
    const facts = await outcomeFacts(ctx, { company, rule, through: on });
    return facts.map((one) => decideOutcome(one, rule, on));
  });
}
