import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const home = mkdtempSync(join(tmpdir(), 'gw-lock-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('a data folder that is a file is refused in words', () => {
  const file = join(home, 'file');
  writeFileSync(file, 'x');
  expect(() => lockFolder(file)).toThrow(`The data folder ${file} cannot be used`);
});

it('a folder is held by one at a time and free again afterwards', () => {
  const folder = join(home, 'data');
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('Another Goodword process');
  lock.release();
  lockFolder(folder).release();
});
