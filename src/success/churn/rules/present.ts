import type { ChurnRow, Weight } from '../model.ts';
import { featureOfEach } from './encode.ts';
import { contributionsOf } from './fit.ts';
import { encoder, type Learned, type Work } from './learn.ts';

const LATEST_SHARE = 4;

/** Rows nearest to the present: of the latest quarter of the snapshots; without dates, who stayed. */
export function latestRows(rows: readonly ChurnRow[]): number[] {
  if (rows.every(({ on }) => on === null)) return rows.flatMap(({ churned }, row) => (churned ? [] : [row]));
  const days = [...new Set(rows.map(({ on }) => on ?? ''))].sort();
  const first = days[days.length - Math.max(1, Math.floor(days.length / LATEST_SHARE))] ?? '';
  return rows.flatMap(({ on }, row) => ((on ?? '') >= first ? [row] : []));
}

const MOST_EXPLAINED = 2000;

/** How much each feature moves the log-odds, in the mean over accounts. */
export function importances({ columns }: Work, { encoding, fitted }: Learned, rows: readonly number[]): Weight[] {
  const encode = encoder(encoding, columns);
  const owners = featureOfEach(encoding);
  const sums = encoding.map(() => 0);
  const step = Math.max(1, Math.ceil(rows.length / MOST_EXPLAINED));
  const looked = rows.filter((_, index) => index % step === 0);
  for (const row of looked) {
    const own = encoding.map(() => 0);
    contributionsOf(fitted, encode(row)).parts.forEach((part, at) => {
      own[owners[at] as number] = (own[owners[at] as number] ?? 0) + part;
    });
    own.forEach((part, index) => {
      sums[index] = (sums[index] ?? 0) + Math.abs(part);
    });
  }
  return encoding
    .map(({ key }, index) => ({ feature: key, importance: (sums[index] ?? 0) / Math.max(1, looked.length) }))
    .sort((a, b) => b.importance - a.importance);
}
