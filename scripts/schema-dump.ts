import type pg from 'pg';

type Named = { table: string; line: string };

/** A table outside `public` is written with its schema, as SQL writes it. */
const NAME = `case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname`;

const COLUMNS = `
  select ${NAME} as "table", format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and c.relname <> 'schema_migrations'
  order by 1, a.attnum`;

const CONSTRAINTS = `
  select ${NAME} as "table", format('  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
  where c.relname <> 'schema_migrations' and not c.relispartition and k.contype <> 'n'
  order by 1, k.contype, k.conname`;

const AFTER = `
  select ${NAME} as "table", pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
  where c.relname <> 'schema_migrations' and not c.relispartition
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
  union all
  select ${NAME}, pg_get_triggerdef(t.oid) || ';'
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
  where not t.tgisinternal and not c.relispartition
  order by 1, 2`;

const PARTITIONING = `
  select ${NAME} as "table", ' partition by ' || lower(pg_get_partkeydef(c.oid)) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
  where c.relkind = 'p'`;

/** The schema as one reviewable text: every table with its columns, constraints, indexes and triggers, by name. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const columns = (await pool.query<Named>(COLUMNS)).rows;
  const constraints = (await pool.query<Named>(CONSTRAINTS)).rows;
  const partitioning = (await pool.query<Named>(PARTITIONING)).rows;
  const after = (await pool.query<Named>(AFTER)).rows;
  const tables = [...new Set(columns.map((row) => row.table))];
  const of = (rows: Named[], table: string) => rows.filter((row) => row.table === table).map((row) => row.line);
  const parts = tables.map((table) => {
    const body = [...of(columns, table), ...of(constraints, table)].join(',\n');
    return [`create table ${table} (\n${body}\n)${of(partitioning, table).join('')};`, ...of(after, table)].join('\n');
  });
  return `-- Generated from db/migrations by "npm run dump-schema". Do not edit.\n\n${parts.join('\n\n')}\n`;
}
