import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { CsvHead } from '../../../platform/csv.ts';
import type { Entity, FileMapping, Mapping } from '../model.ts';
import { mappingSchema } from '../schema.ts';
import type { FileGuess } from './plan.ts';

/** The mappings of exports whose columns are known, shipped with the product and readable like any other. */
export const PRESETS_DIR = join(import.meta.dirname, '../mappings');

type Preset = { name: string; file: string; mapping: FileMapping };
let presets: Preset[] | undefined;

function readPresets(): Preset[] {
  presets ??= readdirSync(PRESETS_DIR)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const mapping: Mapping = mappingSchema.parse(parse(readFileSync(join(PRESETS_DIR, name), 'utf8')));
      return Object.entries(mapping.files).map(([file, how]) => ({ name: name.slice(0, -5), file, mapping: how }));
    });
  return presets;
}

/** The known export a file is, by its name and by having every column the preset names. */
export function findPreset(file: string, head: CsvHead): FileGuess | undefined {
  const stem = stemOf(file);
  const preset = readPresets().find((one) => stemOf(one.file) === stem && hasColumns(one.mapping, head.header));
  if (!preset) return undefined;
  const entities = Object.values(preset.mapping.entities);
  const columns = head.header.map((column) => {
    const to = entities.map((entity) => entity.columns[column]?.to).find((target) => target !== undefined) ?? null;
    return { column, to, why: to ? `known from ${preset.name}` : 'left out by the preset', samples: [] };
  });
  const entity = (Object.keys(preset.mapping.entities)[0] as Entity | undefined) ?? null;
  const why = entity
    ? `its columns are those of ${preset.name}`
    : `${preset.name} has nothing here that can be imported`;
  const evidence = { file, entity, why, size_bytes: head.sizeBytes, columns };
  return { evidence, questions: [], file: { ...preset.mapping, delimiter: head.delimiter } };
}

/** `stripe/customer_data.csv`, `Customer.csv` → `customer`. */
function stemOf(file: string): string {
  return basename(file)
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/_data$/, '')
    .replace(/s$/, '');
}

function hasColumns(mapping: FileMapping, header: readonly string[]): boolean {
  const columns = Object.values(mapping.entities).flatMap((entity) => Object.keys(entity.columns));
  return [...columns, ...(mapping.ignored ?? [])].every((column) => header.includes(column));
}
