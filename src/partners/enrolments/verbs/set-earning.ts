import { notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Earning } from '../../programmes/model.ts';
import * as store from '../store.ts';

export type EnrolmentKey = { programme_id: string; partner_id: string };

/** What the partner earns in place of every rate of the programme's terms; undefined: what the terms say. */
export function findEarningOverride(ctx: Ctx, key: EnrolmentKey): Promise<Earning | undefined> {
  return store.findEarning(ctx, key);
}

/** Gives one partner its own rate from now on, or the programme's again (`null`). @throws 404 */
export async function setEarning(ctx: Ctx, key: EnrolmentKey, earning: Earning | null): Promise<void> {
  requireScope(ctx, 'programmes:write');
  await inTransaction(ctx, async (ctx) => {
    const id = await store.updateEarning(ctx, key, earning);
    if (!id) throw notFound('enrolment', `${key.programme_id}/${key.partner_id}`);
    await writeAudit(ctx, {
      action: 'enrolment.earning',
      subjectKind: 'enrolment',
      subjectId: id,
      detail: { ...key, earning },
    });
  });
}
