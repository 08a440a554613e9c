import { expect, it } from 'vitest';
import { countTests } from './test-report.ts';

const file = (...tests: [string, string][]) => ({
  name: 'a.test.ts',
  status: tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});

it('counts tests by how they ended', () => {
  const report = { testResults: [file(['a', 'passed'], ['b', 'failed'], ['c', 'skipped']), file(['a', 'passed'])] };
  expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 1, complaints: [] });
});

it('counts a file that could not be loaded as a failure', () => {
  const report = { testResults: [file(['a', 'passed']), { ...file(), status: 'failed' }] };
  expect(countTests(report)).toMatchObject({ passed: 1, failed: 1 });
});

it('complains when two tests of a file share a name', () => {
  const report = { testResults: [file(['a', 'passed'], ['a', 'passed'])] };
  expect(countTests(report).complaints).toEqual(['a.test.ts: two tests are called "a"']);
});

it('complains when no test ran, or nothing was reported', () => {
  expect(countTests({ testResults: [file(['a', 'skipped'])] }).complaints).toEqual(['No test ran.']);
  expect(countTests(undefined).complaints).toEqual(['The tests wrote no report.']);
});
