import { describe, expect, it } from 'vitest';
import { judge } from './results.ts';

describe('how accounts fared after a playbook', () => {
  it.each<[string, number, number, number, string]>([
    ['too few to say anything', 19, 19, 10, 'too_early'],
    ['as many stayed as expected', 40, 32, 31.2, 'same'],
    ['more stayed than chance explains', 60, 57, 40, 'more'],
    ['fewer stayed than chance explains', 60, 30, 50, 'fewer'],
  ])('%s', (_name, n, stayed, expected, status) => {
    expect(judge(n, stayed, expected)).toMatchObject({ status, accounts: n });
  });

  it('is never called proof, whatever it comes to', () => {
    expect(judge(60, 57, 40).caution).toContain('does not prove');
    expect(judge(60, 57, 40).sentence).toContain('Of 60 accounts 57 were still customers');
  });
});
