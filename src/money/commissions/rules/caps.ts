import type { Minor } from '../../../kernel/money.ts';
import type { AccrueInput, Calculation, Refusal, Standing } from '../model.ts';

/** What is left of a commission under the caps, and the cap that bit. */
export type Capped = { gross: Minor; cap: Calculation['cap']; refusal?: Refusal };

type Caps = Pick<
  AccrueInput['terms'],
  'cap_per_sale_minor' | 'cap_per_month_minor' | 'cap_per_year_minor' | 'cap_sales'
>;

const REACHED = { sale: 'sale_cap_zero', month: 'month_cap_reached', year: 'year_cap_reached' } as const;

/** At most so much a sale, what is left of the partner's month and year, and so many sales in a period. */
export function applyCaps(earned: Minor, standing: Standing, terms: Caps): Capped {
  if (terms.cap_sales && standing.salesSoFar >= terms.cap_sales.most)
    return { gross: 0, cap: null, refusal: 'sales_cap_reached' };
  const limits = limitsOf(terms, standing);
  const gross = Math.min(earned, ...limits.map(({ left }) => left));
  const cap = gross < earned ? (limits.find(({ left }) => left === gross)?.cap ?? null) : null;
  return cap && gross === 0 ? { gross, cap, refusal: REACHED[cap] } : { gross, cap };
}

function limitsOf(terms: Caps, { monthNetMinor, yearNetMinor }: Standing) {
  const limits = [
    { cap: 'sale' as const, most: terms.cap_per_sale_minor, used: 0 },
    { cap: 'month' as const, most: terms.cap_per_month_minor, used: monthNetMinor },
    { cap: 'year' as const, most: terms.cap_per_year_minor, used: yearNetMinor },
  ];
  return limits.flatMap(({ cap, most, used }) => (most === undefined ? [] : [{ cap, left: Math.max(0, most - used) }]));
}
