import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

const SHARED = resolve(process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../shared'));

/** A third-party CSV that lies beside the project, `data/…`; undefined where it does not, and its tests are skipped. */
export function sharedCsv(path: string): Record<string, string>[] | undefined {
  const file = join(SHARED, 'data', path);
  return existsSync(file) ? parse(readFileSync(file), { columns: true, bom: true, trim: true }) : undefined;
}
