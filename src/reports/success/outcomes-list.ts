import type { z } from 'zod';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { AccountOutcome } from '../../success/outcome/model.ts';
import { accountNames } from '../account-names.ts';
import { accountOutcomes } from './outcomes.ts';
import { ruleInForce } from './rule.ts';
import type { OUTCOME_STATES, outcomesQuery } from './schema.ts';
import { whySentence } from './words.ts';

type State = (typeof OUTCOME_STATES)[number];

/** Every account with whether it succeeded and why not, the newest first; `q` looks in names. */
export async function listOutcomes(ctx: Ctx, query: z.infer<typeof outcomesQuery>) {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const { page, per_page, state, q } = query;
  const rule = await ruleInForce(ctx);
  const outcomes = await accountOutcomes(ctx, rule);
  const asked = outcomes.filter((one) => state === undefined || stateOf(one) === state);
  const names = await accountNames(
    ctx,
    asked.map(({ account_id }) => account_id),
  );
  const found = asked
    .filter(({ account_id }) => !q || names.get(account_id)?.toLowerCase().includes(q.toLowerCase()))
    .sort((a, b) => b.started_on.localeCompare(a.started_on) || a.account_id.localeCompare(b.account_id));
  const items = found.slice((page - 1) * per_page, page * per_page).map((one) => ({
    account_id: one.account_id,
    account_name: names.get(one.account_id) ?? one.account_id,
    started_on: one.started_on,
    state: stateOf(one),
    reason_codes: one.why,
    reasons: one.why.filter((why) => why !== 'too_young').map((why) => whySentence(why, rule)),
  }));
  return { items, total: found.length, page, per_page };
}

function stateOf({ succeeded, why }: AccountOutcome): State {
  if (succeeded !== null) return succeeded ? 'succeeded' : 'failed';
  return why[0] === 'too_young' ? 'too_young' : 'cannot_tell';
}
