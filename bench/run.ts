// Runs bench/NAME.ts with the arguments that follow. Every figure is a ratio to a baseline of the same run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Bench = { name: string; purpose: string };

/** A bench is a file whose first comment says how it is run: `npm run bench NAME`. The others are parts of one. */
function findBenches(folder: string): Bench[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'run.ts');
  return names.flatMap((file) => {
    const name = file.slice(0, -3);
    const header = readFileSync(join(folder, file), 'utf8').match(/^(\/\/.*\n)+/)?.[0] ?? '';
    const [purpose = '', usage] = header
      .replace(/^\/\/ ?/gm, '')
      .replace(/\s+/g, ' ')
      .split(`npm run bench ${name}`);
    return usage === undefined ? [] : [{ name, purpose: purpose.trim() }];
  });
}

const [name, ...args] = process.argv.slice(2);
const benches = findBenches(import.meta.dirname);

if (benches.some((bench) => bench.name === name)) {
  process.argv = [process.execPath, join(import.meta.dirname, `${name}.ts`), ...args];
  await import(`./${name}.ts`);
} else {
  const unknown = name === undefined ? '' : `There is no bench "${name}". `;
  console.error(`${unknown}Usage: npm run bench NAME -- [ARGUMENTS], where NAME is one of:`);
  for (const bench of benches) console.error(`  ${bench.name}: ${bench.purpose}`);
  process.exitCode = 2;
}
