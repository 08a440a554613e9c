import { sigmoid } from '../../../stats/calibration.ts';
import type { AccountRisk, FeatureColumn, Level } from '../model.ts';
import { encodeRow, featureOfEach } from './encode.ts';
import { contributionsOf } from './fit.ts';
import type { Parameters } from './train.ts';

/** So many reasons are kept of an account; the others are one sum. */
const REASONS_KEPT = 6;
const HIGH_TIMES_BASE = 3;
const RAISED_TIMES_BASE = 1.5;
const HIGH_ALWAYS = 0.5;

/** high: three times the mean risk, or more likely than not; raised: half as much again as the mean. */
export function levelOf(risk: number, baseRate: number): Level {
  if (risk >= Math.min(HIGH_ALWAYS, HIGH_TIMES_BASE * baseRate)) return 'high';
  return risk >= Math.min(HIGH_ALWAYS, RAISED_TIMES_BASE * baseRate) ? 'raised' : 'low';
}

/** The risk of each account with its reasons: contributions on the calibrated log-odds scale, which sum to it exactly. */
export function scoreAccounts(
  model: Parameters,
  accountIds: readonly string[],
  columns: readonly FeatureColumn[],
): AccountRisk[] {
  const { encoding, fitted, platt, baseRate } = model;
  const byKey = new Map(columns.map((column) => [column.key, column.values]));
  const values = encoding.map(({ key }) => byKey.get(key) ?? []);
  const owners = featureOfEach(encoding);
  return accountIds.map((accountId, row) => {
    const cells = values.map((column) => column[row] ?? null);
    const { base, parts } = contributionsOf(fitted, encodeRow(encoding, cells));
    const own = encoding.map(({ key }, index) => ({ feature: key, value: cells[index] ?? null, log_odds: 0 }));
    parts.forEach((part, at) => {
      const one = own[owners[at] as number];
      if (one) one.log_odds += platt.slope * part;
    });
    own.sort((a, b) => Math.abs(b.log_odds) - Math.abs(a.log_odds));
    const kept = own.slice(0, REASONS_KEPT);
    const rest = own.slice(REASONS_KEPT).reduce((sum, { log_odds }) => sum + log_odds, 0);
    const start = platt.slope * base + platt.offset;
    const risk = sigmoid(kept.reduce((sum, { log_odds }) => sum + log_odds, start + rest));
    return { accountId, risk, level: levelOf(risk, baseRate), base: start, parts: kept, rest };
  });
}
