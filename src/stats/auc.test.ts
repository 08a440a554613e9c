import { describe, expect, it } from 'vitest';
import { aucDifference, clusteredAuc, type Scored } from './auc.ts';
import { seededRandom } from './random.ts';

function single(rows: [number, boolean][]): Scored[] {
  return rows.map(([score, outcome], index) => ({ score, outcome, cluster: `a${index}`, stratum: 'one' }));
}

describe('the area under the ROC curve', () => {
  it('is 1 when the score always ranks rightly, 0 when never, one half when it is constant', () => {
    const right: [number, boolean][] = [
      [1, false],
      [2, false],
      [3, true],
      [4, true],
    ];
    expect(clusteredAuc(single(right))?.value).toBe(1);
    expect(clusteredAuc(single(right.map(([score, outcome]) => [-score, outcome])))?.value).toBe(0);
    expect(clusteredAuc(single(right.map(([, outcome]) => [7, outcome])))?.value).toBe(0.5);
  });

  it('counts a tie as half: three of four pairs and a tie of 1, 2, 2 against 0', () => {
    const auc = clusteredAuc(
      single([
        [2, true],
        [3, true],
        [1, false],
        [2, false],
      ]),
    );
    expect(auc).toMatchObject({ value: 3.5 / 4, pairs: 4 });
  });

  it("gives DeLong's interval when every account is seen once", () => {
    const rows: [number, boolean][] = [
      [0.9, true],
      [0.8, true],
      [0.4, true],
      [0.7, false],
      [0.3, false],
      [0.2, false],
    ];
    const auc = clusteredAuc(single(rows));
    expect(auc?.value).toBeCloseTo(8 / 9, 12);
    // Influences ±1/27 four times, -2/27 twice; error = sqrt(12/729 x 6/5) = .140546.
    expect(auc?.interval.low).toBeCloseTo(0.613424, 5);
  });

  it('is not made surer by seeing the same accounts twelve times', () => {
    const random = seededRandom(7);
    const month = Array.from({ length: 60 }, (_, index) => ({
      score: random(),
      outcome: random() < 0.3,
      cluster: `a${index}`,
    }));
    const once = clusteredAuc(month.map((one) => ({ ...one, stratum: '1' })));
    const twelve = clusteredAuc(
      Array.from({ length: 12 }, (_, index) => month.map((one) => ({ ...one, stratum: String(index) }))).flat(),
    );
    expect(twelve?.value).toBeCloseTo(once?.value ?? 0, 12);
    expect(twelve?.interval.low).toBeCloseTo(once?.interval.low ?? 0, 12);
  });

  it('compares accounts within a month only, so that a drift of score and churn over time does not count', () => {
    const rows: Scored[] = [
      { score: 1, outcome: false, cluster: 'a', stratum: 'early' },
      { score: 1, outcome: false, cluster: 'b', stratum: 'early' },
      { score: 9, outcome: true, cluster: 'c', stratum: 'late' },
      { score: 9, outcome: false, cluster: 'd', stratum: 'late' },
    ];
    expect(clusteredAuc(rows)).toMatchObject({ value: 0.5, pairs: 1 });
  });

  it('covers the truth about as often as it says', () => {
    const random = seededRandom(11);
    let covered = 0;
    for (let round = 0; round < 300; round += 1) {
      const rows = single(Array.from({ length: 80 }, (_, index) => [random(), index % 4 === 0]));
      const interval = clusteredAuc(rows)?.interval;
      if (interval && interval.low <= 0.5 && interval.high >= 0.5) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThanOrEqual(0.99);
  });

  it('is unknown when nobody or everybody had the outcome', () => {
    expect(clusteredAuc(single([[1, true]]))).toBeUndefined();
    expect(clusteredAuc([])).toBeUndefined();
  });
});

describe('the difference of two areas', () => {
  const random = seededRandom(11);
  const seen = Array.from({ length: 400 }, (_, index) => ({
    index,
    outcome: random() < 0.3,
    noise: random(),
    other: random(),
  }));
  const scoredBy = (score: (one: (typeof seen)[number]) => number): Scored[] =>
    seen.map((one) => ({ score: score(one), outcome: one.outcome, cluster: `a${one.index}`, stratum: 'm' }));
  const good = scoredBy(({ outcome, noise }) => (outcome ? 0.5 : 0) + noise);
  const coin = scoredBy(({ other }) => other);

  it('is nothing, surely, between a score and itself in other units', () => {
    expect(
      aucDifference(
        good,
        good.map((one) => ({ ...one, score: one.score * 100 })),
      ),
    ).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('is the difference of the areas, and excludes 0 when one score knows and the other guesses', () => {
    const apart = aucDifference(coin, good);
    expect(apart?.value).toBeCloseTo((clusteredAuc(good)?.value ?? 0) - (clusteredAuc(coin)?.value ?? 0), 12);
    expect(apart?.low).toBeGreaterThan(0);
    expect(aucDifference(good, coin)?.high).toBeLessThan(0);
  });

  it('is surer than two separate intervals when both scores err on the same accounts', () => {
    const near = scoredBy(({ outcome, noise, other }) => (outcome ? 0.5 : 0) + noise + 0.02 * other);
    const apart = aucDifference(good, near);
    const width = (auc = clusteredAuc(good)) => (auc?.interval.high ?? 0) - (auc?.interval.low ?? 0);
    expect((apart?.high ?? 1) - (apart?.low ?? 0)).toBeLessThan(width() / 2);
  });

  it('cannot be told without both outcomes', () => {
    expect(
      aucDifference(
        good,
        good.filter(({ outcome }) => outcome),
      ),
    ).toBeUndefined();
  });
});
