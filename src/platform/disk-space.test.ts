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

it('counts what the tables and a bounded log will take', () => {
  mkdirSync(join(folder, 'pg'), { recursive: true });
  const needed = (bytes: number) => {
    try {
      requireDiskSpace(folder, bytes);
    } catch (error) {
      return Number(/needs about (\d+) MB/.exec((error as Error).message)?.[1]);
    }
  };
  expect(needed(2 ** 50)).toBe(13 * 2 ** 30 + 1024 + 64);
});

it('refuses what no disk holds, before anything is written, and says how much is free', () => {
  mkdirSync(join(folder, 'pg'), { recursive: true });
  expect(() => requireDiskSpace(folder, 2 ** 52)).toThrow(/has \d+ MB free; this import needs about \d+ MB/);
});
