import type { Finding } from './finding.ts';
import type { SourceFile } from './source-files.ts';

/** Where a table may live when there are several machines → who alone writes it → the tables. */
export type Owners = Record<'local' | 'firehose', Record<string, string[]>>;

const BUILDER = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([\w.]+)/g;
/** What `platform/bulk.ts` is told to write. */
const BULK = /\btable: '([\w.]+)'/g;
const STATEMENT =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|copy|truncate(?:\s+table)?)\s+"?((?:[a-z_]+"?\."?)?[a-z_]+)/gi;

export function tablesOf(schema: string): string[] {
  return [...schema.matchAll(/^create table ([\w."]+) \(/gm)].map(([, name = '']) => name);
}

/** Every table is owned once, and every owned table exists. */
export function checkRegistry(owners: Owners, tables: string[], file: string): Finding[] {
  const owned = Object.values(owners).flatMap((byOwner) => Object.values(byOwner).flat());
  const missing = tables.filter((table) => !owned.includes(table));
  const gone = owned.filter((table) => !tables.includes(table));
  const twice = owned.filter((table, index) => owned.indexOf(table) !== index);
  return [
    ...missing.map((table) => ({ file, message: `table ${table} has no owner; name it local or firehose` })),
    ...gone.map((table) => ({ file, message: `table ${table} is not in db/schema.sql` })),
    ...twice.map((table) => ({ file, message: `table ${table} has two owners` })),
  ];
}

/** Every write of a table stands in its owner's folder. The simulator writes a whole company and may write all. */
export function checkWrites(owners: Owners, files: SourceFile[]): Finding[] {
  const ownerOf = new Map(
    Object.values(owners).flatMap((byOwner) =>
      Object.entries(byOwner).flatMap(([owner, tables]) => tables.map((table) => [table, owner] as const)),
    ),
  );
  return files
    .filter(({ path }) => !path.startsWith('src/simulator/') && !/\.test\.ts$/.test(path))
    .flatMap((file) =>
      writesIn(file.text).flatMap(({ table, line }) => {
        const owner = ownerOf.get(table);
        if (owner === undefined || file.path.startsWith(`src/${owner}/`)) return [];
        return [{ file: file.path, line, message: `writes ${table}, which only ${owner} may write` }];
      }),
    );
}

function writesIn(text: string): { table: string; line: number }[] {
  const found = [BUILDER, BULK, STATEMENT].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.map((match) => ({ table: match[1] ?? '', line: text.slice(0, match.index).split('\n').length }));
}
