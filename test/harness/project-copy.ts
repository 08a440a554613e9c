import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'web', 'browser', 'db', 'scripts', 'test', 'bench'];
const FILES = ['package.json', 'tsconfig.json', 'biome.json', 'knip.json', '.dependency-cruiser.cjs', '.gitignore'];
const CONFIGS = ['vitest.config.ts', 'vite.config.ts'];

export type ProjectCopy = {
  path(name: string): string;
  read(name: string): string;
  append(name: string, text: string): void;
  /** Runs a script of the copy, or a tool of node_modules, and gives back what it printed. */
  run(script: string, ...args: string[]): { status: number | null; output: string };
  remove(): void;
};

/** A copy of the source in a folder of its own, for what changes it or must fail on it. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'gw-copy-'));
  const path = (name: string) => join(folder, name);
  const isSource = (name: string) => !name.endsWith('/dist');
  for (const name of [...FOLDERS, ...FILES, ...CONFIGS])
    cpSync(join(ROOT, name), path(name), { recursive: true, filter: isSource });
  symlinkSync(join(ROOT, 'node_modules'), path('node_modules'));
  spawnSync('git', ['init', '-q'], { cwd: folder });
  return {
    path,
    read: (name) => readFileSync(path(name), 'utf8'),
    append: (name, text) => appendFileSync(path(name), text),
    run(script, ...args) {
      const options = { cwd: folder, encoding: 'utf8' } as const;
      const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], options);
      return { status, output: `${stdout}${stderr}` };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
