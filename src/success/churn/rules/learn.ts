import { fitPlatt, type Platt } from '../../../stats/calibration.ts';
import type { ChurnRow, FeatureColumn, ModelKind } from '../model.ts';
import { type Encoded, encodeRow, makeEncoding } from './encode.ts';
import { type Fitted, fitModel, rawOdds } from './fit.ts';

/** The rows and columns learned from; `folds`: which fifth of the accounts a row is of; `tick`: one more step is done. */
export type Work = { rows: ChurnRow[]; columns: FeatureColumn[]; folds: number[]; tick: () => void };
export type Learned = { encoding: Encoded[]; fitted: Fitted };

/** Reads a row as the numbers of the encoding. */
export function encoder(encoding: readonly Encoded[], columns: readonly FeatureColumn[]): (row: number) => number[] {
  const byKey = new Map(columns.map((column) => [column.key, column.values]));
  const wanted = encoding.map(({ key }) => byKey.get(key) ?? []);
  return (row) =>
    encodeRow(
      encoding,
      wanted.map((values) => values[row] ?? null),
    );
}

/** Learned from the rows chosen; undefined where they have no answer. */
export function learn({ rows, columns }: Work, kind: ModelKind, chosen: readonly number[]): Learned | undefined {
  const encoding = makeEncoding(columns, chosen);
  const encode = encoder(encoding, columns);
  const outcomes = chosen.map((row) => rows[row]?.churned === true);
  const fitted = fitModel(kind, chosen.map(encode), outcomes);
  return fitted && { encoding, fitted };
}

export type Scored = { row: number; raw: number; fold: number };

export function scoreRows({ columns }: Work, learned: Learned, chosen: readonly number[], fold: number): Scored[] {
  const encode = encoder(learned.encoding, columns);
  return chosen.map((row) => ({ row, raw: rawOdds(learned.fitted, encode(row)), fold }));
}

/** Where no calibration keeps the order, the raw odds are left as they are: the test will show what they are worth. */
export function plattOf(work: Work, scored: readonly Scored[]): Platt {
  const found = fitPlatt(
    scored.map(({ raw }) => raw),
    scored.map(({ row }) => work.rows[row]?.churned === true),
  );
  return found.outcome === 'fitted' ? found.platt : { slope: 1, offset: 0 };
}
