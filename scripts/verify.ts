// Every check that needs no database server, at most two at a time, one line each with its time. Fails when one fails.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Check = { name: string; command: string[] };
type Result = { name: string; ok: boolean; seconds: number; output: string };

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const script = (name: string, ...args: string[]) => [process.execPath, join(root, 'scripts', name), ...args];

/** The slowest first, so that two at a time end together. */
const CHECKS: Check[] = [
  { name: 'types', command: [process.execPath, join(root, 'node_modules/typescript-7/bin/tsc'), '-p', '.'] },
  { name: 'schema', command: script('dump-schema.ts', '--check') },
  {
    name: 'arrows',
    command: [bin('depcruise'), '--output-type', 'err', 'src', 'web', 'browser', 'scripts', 'test', 'bench'],
  },
  { name: 'unused', command: [bin('knip'), '--no-progress'] },
  { name: 'structure', command: script('check-structure.ts') },
  { name: 'lint', command: [bin('biome'), 'ci', '--colors=off', '--max-diagnostics=40', '.'] },
  { name: 'texts', command: script('check-locales.ts') },
  { name: 'owners', command: script('check-owners.ts') },
  { name: 'lock', command: script('check-lock.ts') },
  { name: 'docs', command: script('check-docs.ts') },
];

function run(check: Check): Promise<Result> {
  const started = performance.now();
  const [command = '', ...args] = check.command;
  const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    const finish = (ok: boolean) =>
      resolve({ name: check.name, ok, seconds: (performance.now() - started) / 1000, output });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

function printLine({ name, ok, seconds }: Result): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1)} s`);
}

/** Runs the checks `width` at a time and prints a line as each ends. */
export async function runChecks(checks: Check[], width: number): Promise<Result[]> {
  const waiting = [...checks];
  const results: Result[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await run(check);
      printLine(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

async function main(only: string[]): Promise<void> {
  const started = performance.now();
  const chosen = only.length === 0 ? CHECKS : CHECKS.filter(({ name }) => only.includes(name));
  const results = await runChecks(chosen, 2);
  const failed = results.filter(({ ok }) => !ok);
  for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output.trimEnd()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${results.length - failed.length} checks passed, ${failed.length} failed in ${seconds} s`);
  process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
}

if (import.meta.main) await main(process.argv.slice(2));
