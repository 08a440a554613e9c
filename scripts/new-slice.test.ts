import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from '../test/harness/project-copy.ts';
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
  let copy: ProjectCopy;
  const tool = (name: string) => join(ROOT, 'node_modules', name);
  const linesOfSlice = (script: string, ...args: string[]) =>
    copy
      .run(script, ...args)
      .output.split('\n')
      .filter((line) => line.includes('contact'));

  beforeAll(() => {
    copy = copyProject();
  });
  afterAll(() => copy.remove());

  it('has its files, its table, its owner and its routes', () => {
    expect(copy.run('scripts/new-slice.ts', 'customers/contacts')).toMatchObject({ status: 0 });
    for (const path of sliceFiles(sliceWords('customers/contacts', 'cn')).keys())
      expect(existsSync(copy.path(path))).toBe(true);
    expect(copy.read('db/schema.sql')).toContain('create table contacts (');
    expect(copy.read('src/compose.ts')).toContain('contactRoutes');
    expect(JSON.parse(copy.read('db/owners.json')).local['customers/contacts']).toEqual(['contacts']);
  });

  it('passes every check', () => {
    writeFileSync(copy.path('slice.tsconfig.json'), JSON.stringify({ extends: './tsconfig.json', include: [slice] }));
    const checks = [
      linesOfSlice(tool('typescript-7/bin/tsc'), '-p', 'slice.tsconfig.json'),
      linesOfSlice(tool('.bin/depcruise'), '--output-type', 'err', 'src'),
      linesOfSlice(tool('.bin/knip'), '--no-progress'),
      linesOfSlice(tool('.bin/biome'), 'ci', slice),
      linesOfSlice('scripts/check-structure.ts'),
      linesOfSlice('scripts/check-owners.ts'),
    ];
    expect(checks.flat()).toEqual([]);
  });

  it('passes its own tests', () => {
    const { status } = copy.run(tool('vitest/vitest.mjs'), 'run', '--project', 'unit', '--project', 'embedded', slice);
    expect(status).toBe(0);
  });

  it('is not made twice', () => {
    expect(copy.run('scripts/new-slice.ts', 'customers/contacts')).toMatchObject({
      status: 2,
      output: expect.stringContaining(`${slice} is there already`),
    });
  });
});
