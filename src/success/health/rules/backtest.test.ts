import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../stats/random.ts';
import { judgeBacktest, type Observation, verdictOf } from './backtest.ts';

/** `pull`: how strongly low health makes an account churn; 0 not at all. */
function company(pull: number, seed = 5): Observation[] {
  const random = seededRandom(seed);
  const months = ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31', '2024-06-30'];
  return months.flatMap((on) =>
    Array.from({ length: 200 }, (_, index) => {
      const score = Math.round(random() * 10_000) / 100;
      const churned = random() < 0.08 + pull * (0.5 - score / 100);
      const band = score >= 70 ? ('green' as const) : score >= 40 ? ('amber' as const) : ('red' as const);
      return { accountId: `ac_${index}`, on, score, band, churned };
    }),
  );
}

describe('the backtest of a health score', () => {
  it('says that the score does not predict churn where churn is blind to it', () => {
    const result = judgeBacktest(company(0));
    expect(result.verdict).toBe('does_not_predict');
    expect(result.auc?.low).toBeLessThan(0.5);
    expect(result.auc?.high).toBeGreaterThan(0.5);
  });

  it('says that it does, and how well, where low health comes before churn', () => {
    const result = judgeBacktest(company(0.16));
    expect(['fair', 'good', 'strong']).toContain(result.verdict);
    expect(result.auc?.low).toBeGreaterThan(0.5);
    expect(result.lift_top_decile).toBeGreaterThan(1.2);
    const [green, , red] = result.bands;
    expect(green?.rate ?? 1).toBeLessThan(red?.rate ?? 0);
  });

  it('says that it points the wrong way where high health comes before churn', () => {
    const flipped = company(0.16).map((one) => ({ ...one, score: 100 - one.score }));
    expect(judgeBacktest(flipped).verdict).toBe('points_the_wrong_way');
  });

  it('is too early while fewer than 20 accounts have churned, however well the score did', () => {
    const few = company(0.16).map((one) => ({ ...one, churned: one.churned && Number(one.accountId.slice(3)) < 10 }));
    const result = judgeBacktest(few);
    expect(result.churned_accounts).toBeLessThan(20);
    expect(result.verdict).toBe('too_early');
  });

  it('counts each churn once in the bands: every third month, the newest included', () => {
    const result = judgeBacktest(company(0));
    expect(result.snapshots).toBe(6);
    expect(result.bands.reduce((sum, band) => sum + band.n, 0)).toBe(400);
    expect(result.calibration.reduce((sum, bin) => sum + bin.n, 0)).toBe(400);
  });

  it('gives a constant score a lift of 1', () => {
    const flat = company(0).map((one) => ({ ...one, score: 50 }));
    expect(judgeBacktest(flat).lift_top_decile).toBeCloseTo(1, 10);
  });

  it('is empty but whole without observations', () => {
    expect(judgeBacktest([])).toMatchObject({
      verdict: 'too_early',
      auc: null,
      calibration: [],
      lift_top_decile: null,
    });
  });
});

describe('the verdict', () => {
  const auc = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach, pairs: 1 });
  it.each([
    [auc(0.55, 0.06), 100, 'does_not_predict'],
    [auc(0.55, 0.03), 100, 'weak'],
    [auc(0.65, 0.03), 100, 'fair'],
    [auc(0.75, 0.03), 100, 'good'],
    [auc(0.85, 0.03), 100, 'strong'],
    [auc(0.4, 0.03), 100, 'points_the_wrong_way'],
    [auc(0.85, 0.03), 19, 'too_early'],
    [undefined, 100, 'too_early'],
  ] as const)('of %o with %i churned accounts is %s', (found, churned, verdict) => {
    expect(verdictOf(found, churned)).toBe(verdict);
  });
});
