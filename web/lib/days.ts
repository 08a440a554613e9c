const DAY = 86_400_000;

/** The last `count` days up to today, oldest first: a day that is not among `days` is made by `none`. */
export function everyDay<T extends { on: string }>(days: readonly T[], count: number, none: (on: string) => T): T[] {
  const known = new Map(days.map((day) => [day.on, day]));
  const today = Date.now();
  return Array.from({ length: count }, (_, at) => {
    const on = new Date(today - (count - 1 - at) * DAY).toISOString().slice(0, 10);
    return known.get(on) ?? none(on);
  });
}
