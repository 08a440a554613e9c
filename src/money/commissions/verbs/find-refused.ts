import { AppError, notFound } from '../../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { Commission } from '../model.ts';
import { lockCommission } from '../store/commissions.ts';

/** A commission refused because a gate was closed. @throws 404; 409 when it was refused for another reason or not at all */
export async function findRefused(ctx: Ctx, id: string): Promise<Commission> {
  requireScope(ctx, 'money:write');
  const commission = await lockCommission(ctx, id);
  if (!commission) throw notFound('commission', id);
  if (commission.state === 'refused' && commission.reason === 'gate_closed') return commission;
  throw new AppError('conflict', 'Only what was refused because a gate was closed can be released.', {
    state: commission.state,
    reason: commission.reason,
  });
}
