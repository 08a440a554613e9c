import { clusteredAuc } from '../../../stats/auc.ts';
import { ATTRIBUTE, type Cell, type FeatureColumn, type RefusedFeature } from '../model.ts';
import { isNumeric, makeEncoding } from './encode.ts';

/** A single honest fact does not rank this many pairs of leavers and stayers right. */
export const LEAK_AUC = 0.98;
/** Fewer different values than this are looked at one by one. */
const FEW = 30;

/** Names of attributes that speak of leaving itself. */
const OF_LEAVING = /(^|[^a-z])(churn|cancel|offboard|terminat|winback|win_back|exit_|leaving|left_on|left_at)/i;

export function namesTheEvent(key: string): boolean {
  return key.startsWith(ATTRIBUTE) && OF_LEAVING.test(key.slice(ATTRIBUTE.length));
}

/**
 * Features that may not be used: one that alone ranks more than 98 % of the pairs right, or that is only known (or
 * unknown) of those who left, was written down because they left. Also those that never vary, or have a value of its own
 * for almost everybody.
 */
export function findLeaks(columns: readonly FeatureColumn[], churned: readonly boolean[]): RefusedFeature[] {
  const rows = churned.map((_, row) => row);
  return columns.flatMap((column): RefusedFeature[] => {
    if (namesTheEvent(column.key)) return [{ feature: column.key, reason_code: 'after_event', auc: null }];
    const auc = aucAlone(column, churned);
    if (auc > LEAK_AUC) return [{ feature: column.key, reason_code: 'tells_alone', auc }];
    if (makeEncoding([column], rows).length > 0 && !isName(column)) return [];
    const varies = new Set(column.values).size > 1;
    return [{ feature: column.key, reason_code: varies ? 'too_many_values' : 'never_varies', auc: null }];
  });
}

/** A text that almost everybody has another of: an id or a name. */
function isName(column: FeatureColumn): boolean {
  if (isNumeric(column)) return false;
  const known = column.values.filter((value) => value !== null);
  return known.length > FEW && new Set(known).size > known.length / 2;
}

/** The best of: its order, whether it is known, and (with few different values) the churn rate at each value. */
function aucAlone(column: FeatureColumn, churned: readonly boolean[]): number {
  const presence = aucOf(column.values, (value) => (value === null ? 0 : 1), churned);
  const order = isNumeric(column) ? aucOf(column.values, (value) => value as number, churned, true) : 0.5;
  const rates = new Set(column.values).size <= FEW ? rateOfValue(column.values, churned) : undefined;
  const byValue = rates ? aucOf(column.values, (value) => rates.get(value) ?? 0, churned) : 0.5;
  return Math.max(presence, order, byValue);
}

function rateOfValue(values: readonly Cell[], churned: readonly boolean[]): Map<Cell, number> {
  const rows = Map.groupBy(
    values.map((value, row) => ({ value, churned: churned[row] === true })),
    ({ value }) => value,
  );
  return new Map([...rows].map(([value, of]) => [value, of.filter((one) => one.churned).length / of.length]));
}

/** Either way round; 0.5 where there is nothing to compare, or where too few of either side are known. */
function aucOf(
  values: readonly Cell[],
  scoreOf: (value: Cell) => number,
  churned: readonly boolean[],
  knownOnly = false,
): number {
  const scored = values.flatMap((value, row) => {
    if (knownOnly && value === null) return [];
    return [{ score: scoreOf(value), outcome: churned[row] === true, cluster: String(row), stratum: '' }];
  });
  if (knownOnly && scored.filter(({ outcome }) => outcome).length < LEAST_KNOWN) return 0.5;
  const auc = clusteredAuc(scored)?.value ?? 0.5;
  return Math.max(auc, 1 - auc);
}

const LEAST_KNOWN = 10;
