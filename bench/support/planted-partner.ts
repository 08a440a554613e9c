import { addMonthsToDate, type IsoDate } from '../../src/kernel/time.ts';
import type { SimAccount } from '../../src/simulator/population.ts';
import { type GroupStays, leavesSooner } from '../../src/success/lifetime/rules/leaves-sooner.ts';

const NOBODY = '';

/** `found`: the bad partner's customers are told to leave sooner; `others`: partners (places in the cast) told so besides. */
export type PartnerVerdict = { found: boolean; others: number[] };

/**
 * Is the partner `bad` (its place in the cast) recognised by how its customers leave, and nobody else accused? `accounts`:
 * all customers of the company, those whom partners brought among them.
 */
export function partnerVerdict(
  accounts: readonly SimAccount[],
  { today, bad }: { today: IsoDate; bad: number },
): PartnerVerdict {
  const among = accounts.map((account) => stayOf(account, today));
  const stays = among.filter(({ group }) => group !== NOBODY);
  const accused = leavesSooner(stays, { among })
    .filter(({ sooner }) => sooner)
    .map(({ group }) => Number(group));
  return { found: accused.includes(bad), others: accused.filter((one) => one !== bad) };
}

function stayOf({ partner, is_annual, signed_up_on, life }: SimAccount, today: IsoDate): GroupStays {
  const lost = life.ended_on === null ? null : monthsUp(signed_up_on, life.ended_on);
  const term = is_annual ? 12 : 1;
  return { group: String(partner ?? NOBODY), term, watched: monthsDown(signed_up_on, today), lost, stays: 1 };
}

/** Whole months from one day to another. */
function monthsDown(from: IsoDate, to: IsoDate): number {
  let months = 0;
  while (addMonthsToDate(from, months + 1) <= to) months += 1;
  return months;
}

/** The month in which the other day falls. */
function monthsUp(from: IsoDate, to: IsoDate): number {
  const whole = monthsDown(from, to);
  return addMonthsToDate(from, whole) === to ? whole : whole + 1;
}
