import type { ColumnMapping, Entity, Mapping } from '../../../../src/customers/imports/model.ts';

/** Where a column of a file is read into, when it is. */
export function findColumn(
  mapping: Mapping,
  file: string,
  column: string,
): { entity: Entity; how: ColumnMapping } | undefined {
  const entities = mapping.files[file]?.entities ?? {};
  for (const [entity, { columns }] of Object.entries(entities)) {
    const how = columns[column];
    if (how) return { entity: entity as Entity, how };
  }
  return undefined;
}

/** The mapping with one column read otherwise; `to` empty leaves the column out. */
export function changeColumn(
  mapping: Mapping,
  place: { file: string; entity: Entity; column: string },
  change: Partial<ColumnMapping>,
): Mapping {
  const file = mapping.files[place.file];
  const entity = file?.entities[place.entity];
  if (!file || !entity) return mapping;
  const { [place.column]: before, ...others } = entity.columns;
  const how = { type: 'text' as const, ...before, ...change };
  const left = !how.to;
  const ignored = (file.ignored ?? []).filter((name) => name !== place.column);
  const columns = left ? others : { ...others, [place.column]: how as ColumnMapping };
  const next = {
    ...file,
    entities: { ...file.entities, [place.entity]: { ...entity, columns } },
    ignored: left ? [...ignored, place.column] : ignored,
  };
  return { ...mapping, files: { ...mapping.files, [place.file]: next } };
}
