import type { IsoDate } from '../../../kernel/time.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { listLatestRates } from '../store.ts';

/** One unit of the first currency is `rate` (÷ `per`) units of the second: exact decimals, where from and of which day. */
export type FoundRate = { rate: string; per?: string; source: string; on: IsoDate };

/**
 * What the company's own rates say, each the newest on or before the day: the rate to the reporting currency, its
 * inverse, or one over the other. Undefined when one is missing.
 */
export async function findExchange(
  ctx: Ctx,
  { from, to, on }: { from: string; to: string; on: IsoDate },
): Promise<FoundRate | undefined> {
  requireScope(ctx, 'track:write');
  const rates = new Map((await listLatestRates(ctx.db, [from, to], on)).map((row) => [row.currency, row]));
  const reporting = [...rates.values()][0]?.reporting_currency;
  const own = { rate: '1', source: 'same currency', on_date: on };
  const [num, den] = [from, to].map((currency) => (currency === reporting ? own : rates.get(currency)));
  if (reporting === undefined || !num || !den) return undefined;
  const [oldest = on] = [num.on_date, den.on_date].sort();
  const source = num === own ? den.source : num.source;
  return { rate: num.rate, ...(den.rate === '1' ? {} : { per: den.rate }), source, on: oldest };
}
