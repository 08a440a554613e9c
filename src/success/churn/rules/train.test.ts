import { describe, expect, it } from 'vitest';
import { addDaysToDate, monthEnd } from '../../../kernel/time.ts';
import { sigmoid } from '../../../stats/calibration.ts';
import { type Random, seededRandom } from '../../../stats/random.ts';
import type { Cell, FeatureColumn, TrainingData } from '../model.ts';
import { measureDrift } from './drift.ts';
import { findLeaks } from './leak.ts';
import { levelOf, scoreAccounts } from './score.ts';
import { foldsOf, splitByTime } from './split.ts';
import { type Training, trainChurn } from './train.ts';

type Facts = Record<string, Cell>;
type Made = { accounts?: number; months?: number; seed?: number };

const MONTHS = Array.from({ length: 12 }, (_, at) => monthEnd(`2025-${String(at + 1).padStart(2, '0')}`));

/** Accounts at ends of months; who leaves is drawn from what `chance` makes of an account's facts that month. */
function company(
  factsOf: (random: Random, account: number) => Facts,
  chance: (facts: Facts) => number,
  { accounts = 160, months = 12, seed = 11 }: Made = {},
): TrainingData {
  const random = seededRandom(seed);
  const all = Array.from({ length: accounts }, (_, account) => account).flatMap((account) => {
    const rows: { account: number; on: string; facts: Facts; churned: boolean }[] = [];
    for (const on of MONTHS.slice(0, months)) {
      const facts = factsOf(random, account);
      const churned = random() < chance(facts);
      rows.push({ account, on, facts, churned });
      if (churned) break;
    }
    return rows;
  });
  const keys = Object.keys(all[0]?.facts ?? {});
  return {
    horizonDays: 30,
    basis: 'history',
    rows: all.map(({ account, on, churned }) => ({ accountId: `ac_${account}`, on, churned, group: `ac_${account}` })),
    columns: keys.map((key) => ({ key, values: all.map(({ facts }) => facts[key] ?? null) })),
    refused: [],
  };
}

const usage = (random: Random): Facts => ({
  active_days: Math.floor(random() * 29),
  tickets: Math.floor(random() ** 3 * 12),
  plan: random() < 0.5 ? 'Pro' : 'Team',
  mrr: random() < 0.2 ? null : Math.round(random() * 90_000),
});
/** Only use tells who leaves. */
const byUse = ({ active_days }: Facts) => sigmoid(0.8 - 0.3 * Number(active_days));

const predictive = company(usage, byUse, { accounts: 400 });
const column = (data: TrainingData, key: string, cell: (row: number) => Cell): FeatureColumn => ({
  key,
  values: data.rows.map((_, row) => cell(row)),
});

describe('a churn model', () => {
  const training: Training = trainChurn(predictive);

  it('finds what tells who leaves, on accounts and months it has not seen, and says risks that come true', () => {
    expect(training.outcome).toBe('predicts');
    expect(training.features[0]?.feature).toBe('active_days');
    expect(training.quality?.auc.low).toBeGreaterThan(0.7);
    expect(training.quality?.calibration_error.value).toBeLessThan(0.04);
    expect(training.quality?.brier.value).toBeLessThan(training.quality?.brier_of_mean ?? 0);
    expect(training.parameters?.fitted.kind).toBe('logistic');
    expect(training.challenger).toMatchObject({ chosen: false, kind: 'boosting' });
  });

  it('is the same from the same data', () => {
    expect(trainChurn(predictive)).toEqual(training);
  });

  it('tells its progress up to the end', () => {
    const told: number[] = [];
    trainChurn(company(usage, byUse), (share) => told.push(share));
    expect(told.at(-1)).toBe(1);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
  });

  it('gives every account reasons that sum to its risk, the strongest first', () => {
    if (!training.parameters) throw new Error('nothing was learned');
    const ids = predictive.rows.map(({ accountId }) => accountId);
    const scored = scoreAccounts(training.parameters, ids, predictive.columns);
    for (const { risk, base, parts, rest } of scored) {
      const sum = parts.reduce((all, { log_odds }) => all + log_odds, base + rest);
      expect(sigmoid(sum)).toBeCloseTo(risk, 12);
      expect(risk > 0 && risk < 1).toBe(true);
    }
    const idle = scored[predictive.columns[0]?.values.indexOf(0) ?? 0];
    expect(idle?.parts[0]).toMatchObject({ feature: 'active_days', value: 0 });
    expect(idle?.parts[0]?.log_odds).toBeGreaterThan(1);
  });

  it('takes boosting where only a combination tells, and keeps its contributions exact', () => {
    const facts = (random: Random) => ({ active_days: random(), seats: random(), tickets: random() });
    const crossed = company(
      facts,
      ({ active_days, seats }) => (Number(active_days) > 0.5 === Number(seats) > 0.5 ? 0.25 : 0.02),
      { accounts: 500 },
    );
    const found = trainChurn(crossed);
    expect(found).toMatchObject({ outcome: 'predicts', challenger: { chosen: true, reason_code: 'better' } });
    if (!found.parameters) throw new Error('nothing was learned');
    expect(found.parameters.fitted.kind).toBe('boosting');
    const ids = crossed.rows.slice(0, 50).map(({ accountId }) => accountId);
    for (const { risk, base, parts, rest } of scoreAccounts(found.parameters, ids, crossed.columns))
      expect(sigmoid(parts.reduce((sum, { log_odds }) => sum + log_odds, base + rest))).toBeCloseTo(risk, 12);
  });
});

describe('what cannot be learned is said', () => {
  it('where leaving is chance', () => {
    const found = trainChurn(company(usage, () => 0.06, { accounts: 300, seed: 4 }));
    expect(found).toMatchObject({ outcome: 'cannot_be_predicted', parameters: null, features: [] });
    expect(found.quality?.auc.low).toBeLessThanOrEqual(0.5);
    expect(found.quality?.auc.high).toBeGreaterThan(0.5);
  });

  it.each([
    ['no_customers', company(usage, byUse, { accounts: 0 })],
    ['nobody_left', company(usage, () => 0)],
    ['everybody_left', company(usage, () => 1)],
    ['too_few_left', company(usage, () => 0.01, { accounts: 60 })],
    ['history_too_short', company(usage, () => 0.5, { accounts: 200, months: 1 })],
    [
      'nothing_to_tell_by',
      company(
        () => ({ plan: 'Pro', seats: 5, mrr: null }),
        () => 0.05,
        { accounts: 300 },
      ),
    ],
  ] as const)('as %s', (outcome, data) => {
    const found = trainChurn(data);
    expect(found).toMatchObject({ outcome, parameters: null });
    expect(JSON.stringify(found)).not.toContain('NaN');
  });

  it('with negative revenue, empty columns and numbers beyond reason, nothing breaks', () => {
    const odd = company(
      (random) => ({ ...usage(random), mrr: -5000 * random(), seats: random() < 0.5 ? 1e308 : -1e308, country: null }),
      byUse,
    );
    const found = trainChurn(odd);
    expect(found.outcome).toBe('predicts');
    expect(found.refused).toContainEqual({ feature: 'country', reason_code: 'never_varies', auc: null });
  });
});

describe('a feature that leaks is refused by name', () => {
  const churned = (row: number) => predictive.rows[row]?.churned === true;

  it.each([
    ['tells alone', column(predictive, 'attributes.score', (row) => (churned(row) ? 1 : 0) + row / 1e6), 'tells_alone'],
    ['the other way round', column(predictive, 'seats', (row) => (churned(row) ? 0 : 10 + (row % 7))), 'tells_alone'],
    [
      'is only known of leavers',
      column(predictive, 'source', (row) => (churned(row) ? `x${row}` : null)),
      'tells_alone',
    ],
    ['is a word of leavers', column(predictive, 'industry', (row) => (churned(row) ? 'gone' : 'here')), 'tells_alone'],
    ['has the name of the event', column(predictive, 'attributes.churn_reason', (row) => row % 5), 'after_event'],
    ['is another for everybody', column(predictive, 'attributes.id', (row) => `id${row}`), 'too_many_values'],
  ])('because it %s', (_, added, reason_code) => {
    const left = predictive.rows.map((row) => row.churned);
    expect(findLeaks([...predictive.columns, added], left)).toEqual([
      { feature: added.key, reason_code, auc: reason_code === 'tells_alone' ? expect.closeTo(0.99, 1) : null },
    ]);
  });

  it('and the model is made of the others', () => {
    const added = column(predictive, 'seats', (row) => (churned(row) ? 0 : 10 + (row % 7)));
    const found = trainChurn({ ...predictive, columns: [...predictive.columns, added] });
    expect(found.refused.map(({ feature }) => feature)).toEqual(['seats']);
    expect(found.features.map(({ feature }) => feature)).not.toContain('seats');
    expect(found.outcome).toBe('predicts');
  });

  it('and when nothing else is left, nothing can be told', () => {
    const alone = { ...predictive, columns: [column(predictive, 'seats', (row) => (churned(row) ? 1 : 9))] };
    expect(trainChurn(alone)).toMatchObject({ outcome: 'nothing_to_tell_by', parameters: null });
  });
});

describe('two facts that together separate without error', () => {
  it('have a finite answer', () => {
    const facts = (random: Random) => ({ active_days: random(), tickets: random() });
    const data = company(facts, ({ active_days, tickets }) => (Number(active_days) + Number(tickets) < 0.35 ? 1 : 0), {
      accounts: 400,
    });
    const found = trainChurn(data);
    expect(found.outcome).toBe('predicts');
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|null,null/);
  });
});

describe('the split', () => {
  it('puts everything of an account, and of accounts that share a domain, into one fold', () => {
    const rows = ['a', 'b', 'a', 'c', 'b', 'd', 'e', 'f'].map((group, row) => {
      return { accountId: `${group}${row}`, on: null, churned: false, group };
    });
    expect(foldsOf(rows)).toEqual([0, 1, 0, 2, 1, 3, 4, 0]);
  });

  it('learns only from snapshots whose horizon has passed before the first one of the test', () => {
    for (const horizon of [30, 90, 180] as const) {
      const split = splitByTime(predictive.rows, horizon);
      const first = split?.tested?.from ?? '';
      expect(addDaysToDate(split?.trained?.to ?? '', horizon) <= first).toBe(true);
      expect(predictive.rows.some((row) => split?.isTraining(row) && split.isTest(row))).toBe(false);
    }
  });
});

describe('drift', () => {
  const { parameters } = trainChurn(predictive);
  if (!parameters) throw new Error('nothing was learned');
  const scoresOf = (columns: FeatureColumn[]) => {
    const ids = predictive.rows.map(({ accountId }) => accountId);
    return scoreAccounts(parameters, ids, columns).map(({ risk }) => risk);
  };

  it('is none for accounts like those of the training', () => {
    expect(measureDrift(parameters.baseline, predictive.columns, scoresOf(predictive.columns)).verdict).toBe('stable');
  });

  it('is an alarm that names what moved', () => {
    const moved = predictive.columns.map((one) =>
      one.key === 'active_days' ? { ...one, values: one.values.map(() => 1) } : one,
    );
    const drift = measureDrift(parameters.baseline, moved, scoresOf(moved));
    expect(drift).toMatchObject({ verdict: 'alarm', features: [{ feature: 'active_days' }] });
    expect(drift.score).toBeGreaterThan(0.25);
  });

  it('is measured from who was there at the training, not from who was there a horizon before', () => {
    const since = predictive.columns.map((one) =>
      one.key === 'mrr' ? { ...one, values: one.values.map((cell) => cell && Number(cell) * 3) } : one,
    );
    const fresh = trainChurn({ ...predictive, present: since }).parameters;
    if (!fresh) throw new Error('nothing was learned');
    const ids = predictive.rows.map(({ accountId }) => accountId);
    const risks = scoreAccounts(fresh, ids, since).map(({ risk }) => risk);
    expect(measureDrift(fresh.baseline, since, risks)).toMatchObject({ verdict: 'stable', features: [] });
    expect(measureDrift(parameters.baseline, since, risks).features).toMatchObject([{ feature: 'mrr' }]);
  });

  it('cannot be told from a handful of accounts', () => {
    const few = predictive.columns.map(({ key, values }) => ({ key, values: values.slice(0, 20) }));
    expect(measureDrift(parameters.baseline, few, scoresOf(few).slice(0, 20))).toEqual({
      verdict: 'stable',
      score: null,
      features: [],
    });
  });
});

describe('levels', () => {
  it.each([
    [0.31, 0.1, 'high'],
    [0.16, 0.1, 'raised'],
    [0.14, 0.1, 'low'],
    [0.5, 0.4, 'high'],
    [0.45, 0.27, 'raised'],
  ])('a risk of %f where the mean is %f is %s', (risk, mean, level) => {
    expect(levelOf(risk, mean)).toBe(level);
  });
});
