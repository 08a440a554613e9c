import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sliceFiles } from './slice-template.ts';
import { addIdPrefix, addRoutes, freePrefix } from './slice-wiring.ts';
import { sliceWords } from './slice-words.ts';
import { ROOT } from './source-files.ts';

describe('the words of a slice', () => {
  it('are made from its name', () => {
    expect(sliceWords('customers/use-cases', 'uc')).toMatchObject({
      table: 'use_cases',
      one: 'useCase',
      type: 'UseCase',
      types: 'UseCases',
      read: 'customers:read',
    });
    expect(sliceWords('money/stories', 'st').one).toBe('story');
  });

  it.each(['customers', 'kitchen/tables', 'money/Ledger', 'money/ledger', ''])('are refused for "%s"', (name) => {
    expect(() => sliceWords(name, 'xx')).toThrow('is not WING/NOUN');
  });

  it('take an id prefix that is free', () => {
    expect(freePrefix('contacts', "  other: 'co',\n")).toBe('cn');
  });

  it('refuse to edit a file that lost its place', () => {
    const words = sliceWords('customers/contacts', 'cn');
    expect(() => addRoutes('export const x = 1;', words)).toThrow('the place to edit was not found');
    expect(addIdPrefix('export const ID_PREFIX = {\n};', words)).toContain("contact: 'cn'");
  });
});

describe('a slice made in a copy of the project', () => {
  const slice = 'src/customers/contacts';
  let folder: string;
  const run = (file: string, ...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8' });
    return { status, lines: `${stdout}${stderr}`.split('\n').filter((line) => line.includes('contact')) };
  };
  const tool = (name: string) => join(ROOT, 'node_modules', name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gw-slice-'));
    for (const name of ['src', 'web', 'db', 'scripts', 'test', 'bench', 'package.json', 'tsconfig.json', 'biome.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: (path) => !path.endsWith('/dist') });
    for (const name of ['knip.json', '.dependency-cruiser.cjs', 'vitest.config.ts', 'vite.config.ts', '.gitignore'])
      cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    spawnSync('git', ['init', '-q'], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has its files, its table, its owner and its routes', () => {
    expect(run('scripts/new-slice.ts', 'customers/contacts')).toMatchObject({ status: 0 });
    for (const path of sliceFiles(sliceWords('customers/contacts', 'cn')).keys())
      expect(existsSync(join(folder, path))).toBe(true);
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    expect(read('db/schema.sql')).toContain('create table contacts (');
    expect(read('src/compose.ts')).toContain('contactRoutes');
    expect(JSON.parse(read('db/owners.json')).local['customers/contacts']).toEqual(['contacts']);
  }, 60_000);

  it('passes every check', () => {
    writeFileSync(
      join(folder, 'slice.tsconfig.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [slice] }),
    );
    const checks = [
      run(tool('typescript-7/bin/tsc'), '-p', 'slice.tsconfig.json'),
      run(tool('.bin/depcruise'), '--output-type', 'err', 'src'),
      run(tool('.bin/knip'), '--no-progress'),
      run(tool('.bin/biome'), 'ci', slice),
      run('scripts/check-structure.ts'),
      run('scripts/check-owners.ts'),
    ];
    expect(checks.flatMap(({ lines }) => lines)).toEqual([]);
  }, 60_000);

  it('passes its own tests', () => {
    const { status } = run(tool('vitest/vitest.mjs'), 'run', '--project', 'unit', '--project', 'embedded', slice);
    expect(status).toBe(0);
  }, 60_000);

  it('is not made twice', () => {
    expect(run('scripts/new-slice.ts', 'customers/contacts')).toMatchObject({
      status: 2,
      lines: [`${slice} is there already`],
    });
  }, 60_000);
});
