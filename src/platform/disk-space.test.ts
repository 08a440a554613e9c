import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { requireDiskSpace } from './disk-space.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodword-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lets through what fits the disk', () => {
  expect(() => requireDiskSpace(folder, 1)).not.toThrow();
});

it('refuses what no disk holds, before anything is written, and says how much is free', () => {
  mkdirSync(join(folder, 'pg'));
  expect(() => requireDiskSpace(folder, 2 ** 52)).toThrow(/has \d+ MB free; this import needs about \d+ MB/);
});
