import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('loads the first screen of the console and of the portal within their weight', () => {
  const script = join(import.meta.dirname, '../../scripts/check-bundle.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('index.html: first load');
  expect(status).toBe(0);
});
