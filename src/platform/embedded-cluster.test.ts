import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { preparedCluster, provideCluster } from './embedded-cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'gw-cluster-'));
const prepared = join(folder, 'prepared');
mkdirSync(prepared);
writeFileSync(join(prepared, 'PG_VERSION'), '17');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a new data folder gets a copy of the prepared cluster', async () => {
  const dir = join(folder, 'new/pg');
  await provideCluster(dir, prepared);
  expect(readFileSync(join(dir, 'PG_VERSION'), 'utf8')).toBe('17');
  expect(readdirSync(join(folder, 'new'))).toEqual(['pg']);
});

it('a cluster that is there is left alone', async () => {
  const dir = join(folder, 'old/pg');
  mkdirSync(dir, { recursive: true });
  await provideCluster(dir, prepared);
  expect(readdirSync(dir)).toEqual([]);
});

it('a copy that was cut off is thrown away and made again', async () => {
  const dir = join(folder, 'cut/pg');
  mkdirSync(`${dir}.part`, { recursive: true });
  writeFileSync(join(`${dir}.part`, 'half'), '');
  await provideCluster(dir, prepared);
  expect(readdirSync(dir)).toEqual(['PG_VERSION']);
  expect(existsSync(`${dir}.part`)).toBe(false);
});

it('without a prepared cluster one is made on the spot', async () => {
  const dir = join(folder, 'alone/pg');
  await provideCluster(
    dir,
    join(folder, 'nothing'),
    async (part) => void mkdirSync(join(part, 'made'), { recursive: true }),
  );
  expect(readdirSync(dir)).toEqual(['made']);
});

it('the prepared cluster is named by the version of the engine that made it', () => {
  expect(preparedCluster()).toMatch(/node_modules\/\.cache\/goodword\/empty-cluster-\d+\.\d+\.\d+$/);
});
