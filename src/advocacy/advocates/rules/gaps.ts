import type { Readiness, TermCode } from '../model.ts';

/** The score everybody aims at when asking what is missing. */
export const TARGET = 90;

export type Gap = { code: TermCode | 'friction'; missing_points: number };

/**
 * What stands between a score and 90: the terms that lack most points (and friction, when it takes some), largest first,
 * only as many as would have to be full to reach it.
 */
export function findGaps(readiness: Pick<Readiness, 'score' | 'base' | 'damper' | 'terms'>): Gap[] {
  const needed = TARGET - readiness.score;
  if (needed <= 0) return [];
  const gaps: Gap[] = readiness.terms.flatMap((term) =>
    term.value === null ? [] : [{ code: term.code, missing_points: round(term.weight * 100 - term.points) }],
  );
  gaps.push({ code: 'friction', missing_points: round(readiness.base * (1 - readiness.damper)) });
  gaps.sort((a, b) => b.missing_points - a.missing_points);
  return takeUntil(
    gaps.filter((gap) => gap.missing_points >= 0.5),
    needed,
  );
}

function takeUntil(gaps: Gap[], needed: number): Gap[] {
  let sum = 0;
  return gaps.filter((gap) => {
    const wanted = sum < needed;
    sum += gap.missing_points;
    return wanted;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
