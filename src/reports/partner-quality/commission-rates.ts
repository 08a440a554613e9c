import type { BroughtFacts } from './model.ts';

type Year = BroughtFacts['years'][number];

/**
 * What part of each payment after refunds goes out as commission, by year of stay: as it was for these customers; else as
 * it was for the pool's; else, where nobody has come so far, 0 when the terms end before, or as in the year before.
 * `flatMinor`: commissions for each customer where nothing says what the customers paid.
 */
export function commissionRates(own: BroughtFacts, pool: BroughtFacts): { rates: number[]; flatMinor: number } {
  const paid = own.years.reduce((sum, year) => sum + netOf(year), 0);
  if (!(paid > 0)) {
    const all = own.years.reduce((sum, { commissionMinor }) => sum + commissionMinor, 0);
    return { rates: own.years.map(() => 0), flatMinor: own.customers > 0 ? all / own.customers : 0 };
  }
  const rates: number[] = [];
  for (const [at, year] of own.years.entries()) {
    const ended = own.termsMonths !== null && own.termsMonths <= 12 * at;
    rates.push(rateOf(year) ?? rateOf(pool.years[at]) ?? (ended ? 0 : (rates[at - 1] ?? 0)));
  }
  return { rates, flatMinor: 0 };
}

function netOf({ grossMinor, refundedMinor }: Year): number {
  return grossMinor - refundedMinor;
}

function rateOf(year: Year | undefined): number | undefined {
  return year && netOf(year) > 0 ? Math.max(0, year.commissionMinor / netOf(year)) : undefined;
}
