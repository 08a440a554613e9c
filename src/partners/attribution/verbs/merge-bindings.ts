import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { AccruedFacts, BindingFacts } from '../model.ts';
import { keepsEpisode } from '../rules/merge.ts';
import * as decisions from '../store/decisions.ts';
import { moveFacts } from '../store/facts.ts';

/**
 * Of the partners of two accounts that become one, the one whose episode has a commission keeps it, else the earlier.
 * The other's binding ends, and its sales speak for nobody any more; what they earned stays.
 */
export async function mergeBindings(ctx: Ctx, { from, into }: { from: string; into: string }): Promise<void> {
  requireScope(ctx, 'track:write');
  const [merged, kept] = [await load(ctx, from), await load(ctx, into)];
  const winner = keepsEpisode(merged, kept) === 'first' ? from : into;
  const loser = winner === from ? { id: into, ...kept } : { id: from, ...merged };
  for (const { id, rule } of loser.bindings) if (rule !== 'R2') await decisions.endBinding(ctx, id, 'merged');
  await decisions.clearAccrued(ctx, loser.id, []);
  await decisions.moveDecisions(ctx, from, into);
  await moveFacts(ctx, from, into);
}

type Side = { bindings: BindingFacts[]; accrued: AccruedFacts[] };

async function load(ctx: Ctx, accountId: string): Promise<Side> {
  return {
    bindings: await decisions.listBindings(ctx, accountId),
    accrued: await decisions.listAccrued(ctx, accountId),
  };
}
