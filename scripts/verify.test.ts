import { afterEach, expect, it, vi } from 'vitest';
import { runChecks } from './verify.ts';

const node = (code: string) => [process.execPath, '-e', code];
afterEach(() => vi.restoreAllMocks());

it('prints a line a check with its time, and keeps what a failing one said', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const results = await runChecks(
    [
      { name: 'good', command: node('') },
      { name: 'bad', command: node('console.error("the reason"); process.exit(1)') },
    ],
    1,
  );
  expect(results).toMatchObject([
    { name: 'good', ok: true },
    { name: 'bad', ok: false, output: 'the reason\n' },
  ]);
  expect(log.mock.calls.map(([line]) => line)).toEqual([
    expect.stringMatching(/^ok {5}good +\d+\.\d s$/),
    expect.stringMatching(/^FAILED bad +\d+\.\d s$/),
  ]);
});

it('counts a check that cannot start as failed', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const results = await runChecks([{ name: 'gone', command: ['/nowhere/at/all'] }], 1);
  expect(results).toMatchObject([{ ok: false, output: expect.stringContaining('ENOENT') }]);
});
