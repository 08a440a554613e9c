import { MISCHIEFS, type Mischief } from '../../src/platform/fake-transfers.ts';
import type { TransferOrder } from '../../src/platform/transfers.ts';

/** Half of the accounts meet a mischief, each always the same one, and 14 accounts in a row meet them all. */
export function misbehave({ account }: Pick<TransferOrder, 'account'>): Mischief {
  return MISCHIEFS[Number(/\d+$/.exec(account)?.[0] ?? 0) % (2 * MISCHIEFS.length)];
}
