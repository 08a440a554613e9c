import { createHash } from 'node:crypto';
import { MISCHIEFS, type Mischief } from '../../src/platform/fake-transfers.ts';
import type { TransferOrder } from '../../src/platform/transfers.ts';

/** Half of the orders meet a mischief, each always the same one, whichever process asks. */
export function misbehave(order: Pick<TransferOrder, 'key'>): Mischief {
  const dice = createHash('sha256').update(order.key).digest().readUInt16BE(0);
  return MISCHIEFS[dice % (2 * MISCHIEFS.length)];
}
