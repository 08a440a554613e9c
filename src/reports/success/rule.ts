import type { Ctx } from '../../platform/ctx.ts';
import { DEFAULT_DEFINITION, type HealthDefinition } from '../../success/health/model.ts';
import { DEFAULT_RULE, type OutcomeRule } from '../../success/outcome/model.ts';

/** What the company takes for success now. */
export async function ruleInForce(ctx: Ctx): Promise<OutcomeRule> {
  const row = await ctx.db.selectFrom('success_rules').select('rule').where('is_active', '=', true).executeTakeFirst();
  return row ? (row.rule as OutcomeRule) : DEFAULT_RULE;
}

/** How health is scored now. */
export async function healthInForce(ctx: Ctx): Promise<HealthDefinition> {
  const row = await ctx.db
    .selectFrom('health_models')
    .select('definition')
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row ? (row.definition as HealthDefinition) : DEFAULT_DEFINITION;
}
