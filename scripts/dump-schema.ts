// Writes db/types.ts (Kysely's table types) and db/schema.sql from the migrations, in an in-memory database.
// With --check it writes nothing and fails when a file differs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen';
import { startEmbedded } from '../src/platform/embedded.ts';
import { migrate } from '../src/platform/migrate.ts';
import { makePool } from '../src/platform/postgres.ts';
import { dumpSchema } from './schema-dump.ts';

const root = join(import.meta.dirname, '..');
const embedded = await startEmbedded(undefined);
const pool = makePool(embedded.pool);
const folder = mkdtempSync(join(tmpdir(), 'goodword-types-'));
try {
  await migrate(pool);
  const typesFile = join(folder, 'types.ts');
  await generate({
    camelCase: false,
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }) as never,
    defaultSchemas: ['public'],
    excludePattern: '{schema_migrations,jobs.*,usage_events_*,clicks_default}',
    dialect: new CodegenDialect({ dateParser: 'string', numericParser: 'string' }),
    outFile: typesFile,
    runtimeEnums: false,
  } as never);
  const types = asRead(readFileSync(typesFile, 'utf8'));
  const wanted = new Map([
    [join(root, 'db/types.ts'), types],
    [join(root, 'db/schema.sql'), await dumpSchema(pool)],
  ]);
  for (const [file, text] of wanted) keepOrCheck(file, text);
} finally {
  await pool.end();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Our parsers read bigint as a safe integer; jsonb is unknown until its slice names its shape, and is written as text. */
function asRead(types: string): string {
  return types
    .replace(/export type Int8 = .*;/, 'export type Int8 = ColumnType<number, number, number>;')
    .replace(/export type Json = JsonValue;/, 'export type Json = ColumnType<unknown, string, string>;')
    .replace(/export type JsonArray[\s\S]*?export type JsonValue = .*;\n\n/, '');
}

function keepOrCheck(file: string, text: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  if (read(file) === text) return;
  console.error(`${file} does not match the migrations. Run: npm run dump-schema`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
