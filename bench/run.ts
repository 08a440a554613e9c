// npm run bench NAME: runs bench/NAME.ts with the arguments that follow. Every figure is a ratio to a baseline of the same run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .sort();

if (name !== undefined && benches.includes(name)) {
  process.argv = [process.execPath, join(import.meta.dirname, `${name}.ts`), ...args];
  await import(`./${name}.ts`);
} else {
  const unknown = name === undefined ? '' : `There is no bench "${name}". `;
  console.error(`${unknown}Usage: npm run bench NAME -- [ARGUMENTS], where NAME is one of:`);
  for (const bench of benches) console.error(`  ${bench.padEnd(12)} ${purpose(bench)}`);
  process.exitCode = 2;
}

/** A bench says in its first comment line what it measures. */
function purpose(bench: string): string {
  const first = readFileSync(join(import.meta.dirname, `${bench}.ts`), 'utf8').split('\n', 1)[0] ?? '';
  return first.startsWith('//') ? first.slice(2).trim() : '';
}
