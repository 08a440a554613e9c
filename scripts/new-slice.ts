// npm run new-slice WING/NOUN: writes a slice that keeps named records, its migration, tests and wiring; all of it
// passes npm run verify, and waits to be changed into what you need.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migration, sliceFiles } from './slice-template.ts';
import { addIdPrefix, addOwner, addRoutes, freePrefix } from './slice-wiring.ts';
import { type SliceWords, sliceWords } from './slice-words.ts';
import { ROOT } from './source-files.ts';

const at = (path: string) => join(ROOT, path);
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));

try {
  const name = process.argv[2] ?? '';
  const words = sliceWords(name, freePrefix(name.split('/')[1] ?? '', readFileSync(at('src/kernel/ids.ts'), 'utf8')));
  if (existsSync(at(`src/${name}`))) throw new Error(`src/${name} is there already`);
  writeSlice(words);
  wire(words);
  tidy(words);
  console.log(`src/${name} is ready: npm run verify, then make it yours`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\nUsage: npm run new-slice WING/NOUN`);
  process.exitCode = 2;
}

function writeSlice(words: SliceWords): void {
  const files = sliceFiles(words).set(nextMigration(words), migration(words));
  for (const [path, text] of files) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
}

function nextMigration({ table }: SliceWords): string {
  const last = readdirSync(at('db/migrations')).sort().at(-1) ?? '0000';
  const number = String(Number(last.slice(0, 4)) + 1).padStart(4, '0');
  return `db/migrations/${number}_${table}.sql`;
}

function wire(words: SliceWords): void {
  edit('src/kernel/ids.ts', (text) => addIdPrefix(text, words));
  edit('src/compose.ts', (text) => addRoutes(text, words));
  edit('db/owners.json', (text) => addOwner(text, words));
}

function tidy({ wing, noun }: SliceWords): void {
  const touched = [`src/${wing}/${noun}`, 'src/kernel/ids.ts', 'src/compose.ts', 'db/owners.json'];
  run(at('node_modules/.bin/biome'), 'check', '--write', '--log-level=error', ...touched);
  run(process.execPath, at('scripts/dump-schema.ts'));
}

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed`);
}
