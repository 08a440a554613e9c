import { AppError } from '../../../kernel/errors.ts';
import { addDays, dateIn } from '../../../kernel/time.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import { type Commission, dedupeKey, type Hold, type Row } from '../model.ts';
import { decideStanding } from '../rules/standing.ts';
import { type Head, insertCommission, type NewCommission } from '../store/commissions.ts';
import { accrual, audit } from './move-money.ts';

type Sale = { source: string; invoice: { externalId: string }; zone: string; holds: Hold[] };

/** Writes planned commissions with their transfers. @throws 409 when somebody else is crediting the same sale */
export async function writeRows(ctx: Ctx, head: Head, sale: Sale, rows: readonly Row[]): Promise<Commission[]> {
  const written: Commission[] = [];
  for (const row of rows) {
    const commission = await insertCommission(ctx, head, complete(head, sale, row));
    if (!commission) throw new AppError('conflict', 'The same invoice is being credited at this moment. Try again.');
    written.push(commission);
  }
  await postTransfers(ctx, written.flatMap(accrual));
  for (const { id, state, reason, rule } of written) await audit(ctx, 'commission.accrue', id, { state, reason, rule });
  return written;
}

function complete(head: Head, sale: Sale, row: Row): NewCommission {
  const params = {
    available_on: dateIn(row.availableAt, sale.zone),
    flags: [...head.flags],
    ...(row.vesting ? { day: row.vesting.day } : {}),
    ...(row.rule === 'sale' || row.rule === 'lead' ? {} : { rule: row.rule }),
  };
  const key = dedupeKey(sale, row);
  const { key: _key, ...rest } = row;
  if (row.refusal)
    return {
      ...rest,
      dedupeKey: key,
      state: 'refused',
      holds: [],
      reason: row.refusal.reason,
      reasonParams: { ...params, ...row.refusal.params },
    };
  const beforeItsDay = addDays(row.availableAt, -1);
  const { state, reason } = decideStanding(row, sale.holds, beforeItsDay);
  return { ...rest, dedupeKey: key, state, reason, reasonParams: params, holds: sale.holds };
}
