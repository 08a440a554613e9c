/** The calendar year an instant falls in, in the zone: from its first instant to the next year's, that one excluded. */
export function yearOf(instant: Date, zone: string): { from: Date; to: Date } {
  const { year } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const start = (of: number) =>
    new Date(Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds);
  return { from: start(year), to: start(year + 1) };
}
