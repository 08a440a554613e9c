/**
 * What somebody brings and what they cost, in minor units of one currency: gross margin (projected or realised, after
 * refunds) against commissions (after clawbacks), rewards, discounts and what keeping the customers costs. Expected
 * amounts may be fractions; they are rounded once, in what these functions answer.
 */
export type Contribution = {
  margin: number;
  commission: number;
  rewards: number;
  discounts: number;
  retention: number;
};

/** Margin − commissions − rewards − discounts − cost of retention: whole minor units, half away from zero. */
export function netContribution(parts: Contribution): number {
  return roundedOnce(exactNet(parts));
}

/**
 * The month (1 is the first) from which on everything paid so far is covered until the end of the list; null when it is
 * not covered at the end. `deepest`: the most that lies ahead of its return (0 or below), in whole minor units.
 */
export function breakEven(months: readonly Contribution[]): { month: number | null; deepest: number } {
  let sum = 0;
  let deepest = 0;
  let month: number | null = null;
  months.forEach((parts, index) => {
    sum += exactNet(parts);
    deepest = Math.min(deepest, sum);
    if (sum < 0) month = null;
    else month ??= index + 1;
  });
  return { month, deepest: roundedOnce(deepest) };
}

function exactNet({ margin, commission, rewards, discounts, retention }: Contribution): number {
  return margin - commission - rewards - discounts - retention;
}

function roundedOnce(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount)) + 0;
}
