import { invalidField } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import type { Entity, EntityMapping, Mapping } from '../model.ts';
import { CATALOG, fieldOf } from './catalog.ts';

/**
 * Checks a mapping against the headers of the files.
 * @throws unprocessable naming the file and the column or field that cannot be used.
 */
export function checkMapping(mapping: Mapping, headers: ReadonlyMap<string, readonly string[]>): void {
  if (mapping.currency && !isCurrency(mapping.currency))
    throw invalidField('currency', `"${mapping.currency}" is not a currency.`);
  for (const [file, how] of Object.entries(mapping.files)) {
    const header = headers.get(file);
    if (!header) throw invalidField(`files.${file}`, `The mapping names the file ${file}, which is not there.`);
    for (const [entity, columns] of Object.entries(how.entities)) checkEntity(file, entity as Entity, columns, header);
    for (const column of how.ignored ?? []) checkColumn(file, column, header);
  }
}

function checkEntity(file: string, entity: Entity, mapping: EntityMapping, header: readonly string[]): void {
  const filled = new Map<string, string>();
  for (const [column, how] of Object.entries(mapping.columns)) {
    checkColumn(file, column, header);
    if (!fieldOf(entity, how.to)) throw unknownField(file, column, entity, how.to);
    const other = filled.get(how.to);
    if (other)
      throw invalidField(
        `files.${file}`,
        `${file}: the columns ${other} and ${column} both fill ${how.to} of ${entity}.`,
      );
    filled.set(how.to, column);
  }
  for (const to of Object.keys(mapping.constants ?? {})) {
    if (!fieldOf(entity, to)) throw unknownField(file, 'constants', entity, to);
    filled.set(to, 'constants');
  }
  const lacking = CATALOG[entity].fields.find((field) => field.required && !filled.has(field.to));
  if (lacking)
    throw invalidField(`files.${file}`, `${file}: nothing fills ${lacking.to} of ${entity}, which every row needs.`);
}

function checkColumn(file: string, column: string, header: readonly string[]): void {
  if (header.includes(column)) return;
  throw invalidField(
    `files.${file}.${column}`,
    `${file} has no column ${column}.`,
    `Its columns are: ${header.join(', ')}.`,
  );
}

function unknownField(file: string, column: string, entity: Entity, to: string): Error {
  const fields = [...new Set(CATALOG[entity].fields.map((field) => field.to))].join(', ');
  return invalidField(
    `files.${file}.${column}`,
    `${file}, ${column}: ${entity} has no field ${to}.`,
    `Its fields are: ${fields}${CATALOG[entity].attributes ? ', attributes.NAME' : ''}.`,
  );
}
