// Every table has one owner (db/owners.json), which alone writes it, and is named local or firehose; what touches a
// firehose keeps the rules that let it live on several machines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './finding.ts';
import { checkFirehoseSql, checkFirehoseTables } from './firehose-rules.ts';
import { ROOT, readFiles } from './source-files.ts';
import { checkRegistry, checkWrites, type Owners, tablesOf } from './table-owners.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const owners: Owners = JSON.parse(read('db/owners.json'));
const files = readFiles(['src'], /(?<!\.test)\.ts$/);
report([
  ...checkRegistry(owners, tablesOf(read('db/schema.sql')), 'db/owners.json'),
  ...checkWrites(owners, files),
  ...checkFirehoseTables(owners, read('db/schema.sql')),
  ...[...files, ...readFiles(['db/migrations'], /\.sql$/)].flatMap(checkFirehoseSql),
]);
