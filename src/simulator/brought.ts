import type { IsoDate } from '../kernel/time.ts';
import { CAST } from './cast.ts';
import type { Draw } from './draw.ts';
import { makeAccount, type SimAccount } from './population.ts';

export const REFERRAL_MONTHS_AGO = 9;
const LEAST_DAYS_AGO = 8;

/** `from`: the number of the first. `times`: as many more from each partner, to see what chance alone would not show. */
export type Bringing = { from: number; today: IsoDate; nullWorld?: boolean | undefined; times?: number };

/** The customers whom the partners of the cast bring; `partner` is the place in the cast. Pure, the same for the same draws. */
export function bringCustomers(draw: Draw, { from, today, nullWorld = false, times = 1 }: Bringing): SimAccount[] {
  let index = from;
  return CAST.flatMap(({ fit, annual, leaves, brings }, partner) =>
    Array.from({ length: brings * times }, () => {
      const ago = draw.whole(LEAST_DAYS_AGO, REFERRAL_MONTHS_AGO * 30 - 60);
      return makeAccount(draw, {
        index: index++,
        channel: 'partner',
        fit,
        annual,
        leaves,
        ago,
        today,
        partner,
        nullWorld,
      });
    }),
  );
}
