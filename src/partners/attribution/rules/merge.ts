import type { AccruedFacts, BindingFacts } from '../model.ts';

type Side = {
  bindings: readonly Pick<BindingFacts, 'bound_at' | 'rule'>[];
  accrued: readonly Pick<AccruedFacts, 'at'>[];
};

/**
 * Whose episode two merged accounts keep: the one with a commission, else (or when both have one) the earlier; the
 * second when nobody has any.
 */
export function keepsEpisode(first: Side, second: Side): 'first' | 'second' {
  const [a, b] = [first.accrued, second.accrued];
  if (a.length > 0 !== b.length > 0) return a.length > 0 ? 'first' : 'second';
  if (a.length > 0) return earliest(a.map(({ at }) => at)) < earliest(b.map(({ at }) => at)) ? 'first' : 'second';
  return boundAt(first) < boundAt(second) ? 'first' : 'second';
}

function boundAt({ bindings }: Side): number {
  return earliest(bindings.filter(({ rule }) => rule !== 'R2').map(({ bound_at }) => bound_at));
}

function earliest(times: readonly Date[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...times.map((at) => at.getTime()));
}
