import { addMonths } from '../../kernel/time.ts';
import type { OpenClawback } from './model.ts';

const MONTHS = 12;

/** From when on a debt may be given up: twelve months without a day above it (domain.md §8). */
export function writableFrom(since: Date): Date {
  return addMonths(since, MONTHS, 'UTC');
}

/** Which clawbacks a write-off of `owedMinor` settles, in their order, the last one in part. Undefined: they do not reach. */
export function splitWriteOff(owedMinor: number, open: readonly OpenClawback[]): OpenClawback[] | undefined {
  const parts: OpenClawback[] = [];
  let left = owedMinor;
  for (const { commissionId, amountMinor } of open) {
    const part = Math.min(left, -amountMinor);
    if (part > 0) parts.push({ commissionId, amountMinor: -part });
    left -= part;
  }
  return left === 0 ? parts : undefined;
}
