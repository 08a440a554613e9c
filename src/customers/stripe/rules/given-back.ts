/** What a charge says is given back, and when it said so; null: long ago. */
type Observed = { refunded_minor: number; observed_at: Date | null };

/** Whether what a charge says now counts over what it said before: the latest does, of one instant the larger. */
export function isNewer(known: Observed, told: { refunded_minor: number; at: Date }): boolean {
  if (known.observed_at === null || known.observed_at.getTime() === told.at.getTime())
    return told.refunded_minor > known.refunded_minor;
  return told.at > known.observed_at;
}

/**
 * What of a charge is given back: what it said last, less the refunds that failed since. Stripe takes a refund that
 * failed off the sum a charge tells, so that an earlier failure is in it already.
 */
export function givenBack(known: Observed, failed: readonly { amount_minor: number; failed_at: Date }[]): number {
  const since = known.observed_at?.getTime() ?? 0;
  const later = failed.filter(({ failed_at }) => failed_at.getTime() >= since);
  return Math.max(
    0,
    later.reduce((left, { amount_minor }) => left - amount_minor, known.refunded_minor),
  );
}
