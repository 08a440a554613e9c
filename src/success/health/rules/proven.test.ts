import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../stats/random.ts';
import { normalDraw } from '../../../stats/random-draws.ts';
import { COMPONENT_KEYS, type ComponentKey, DEFAULT_DEFINITION, type Health, type HealthFacts } from '../model.ts';
import { judgeBacktest, judgeGroups, type Observation } from './backtest.ts';
import { judgeDrift, stabilityIndex } from './drift.ts';
import { type Lesson, learnWeights, monthsApart } from './learn.ts';
import { compareHealth } from './preview.ts';
import { checkDefinition, computeHealth, definitionFor } from './score.ts';

const ON = '2026-03-01';
const unknown = { value: null, observedOn: null, params: {} };

function factsOf(values: Partial<Record<ComponentKey, number>>, id = 'ac_1'): HealthFacts {
  const facts = COMPONENT_KEYS.map((key) => [
    key,
    values[key] === undefined ? unknown : { value: values[key], observedOn: ON, params: {} },
  ]);
  return { accountId: id, facts: Object.fromEntries(facts) };
}

const healthOf = (values: Partial<Record<ComponentKey, number>>, id?: string): Health =>
  computeHealth(factsOf(values, id), DEFAULT_DEFINITION, ON);

describe('a variant of the health model', () => {
  const young = { kind: 'tenure', from_months: 0, below_months: 6 } as const;
  const model = {
    ...DEFAULT_DEFINITION,
    variants: [
      { name: 'New', applies_to: young, weights: { engagement: 0, adoption: 90 }, bands: { green: 50, amber: 20 } },
      {
        name: 'Germany',
        applies_to: { kind: 'segment', segment_id: 'sg_1' } as const,
        weights: { tenure: 0 },
        bands: null,
      },
    ],
  };

  it('weighs and bands the accounts it is for, and no others; the first that fits counts', () => {
    const fresh = factsOf({ adoption: 0.4, tenure: 2 });
    expect(definitionFor(fresh, model).bands.green).toBe(50);
    expect(definitionFor({ ...fresh, segments: ['sg_1'] }, model).bands.green).toBe(50);
    expect(definitionFor(factsOf({ tenure: 6 }), model)).toBe(model);
    expect(definitionFor({ ...factsOf({ tenure: 6 }), segments: ['sg_1'] }, model).components.at(-1)?.weight).toBe(0);
    expect(computeHealth(fresh, model, ON).band).toBe('amber');
  });

  it('names the part of it that is wrong', () => {
    const [variant] = model.variants;
    if (!variant) throw new Error('no variant');
    const wrong = (change: object) => () => checkDefinition({ ...model, variants: [{ ...variant, ...change }] });
    expect(wrong({ weights: Object.fromEntries(COMPONENT_KEYS.map((key) => [key, 0])) })).toThrow(/above 0/);
    expect(wrong({ bands: { green: 20, amber: 20 } })).toThrow(/amber/);
    expect(wrong({ applies_to: { ...young, below_months: 0 } })).toThrow(/ends before/);
    const less = { ...model, components: model.components.slice(0, 2) };
    expect(() => checkDefinition({ ...less, variants: [{ ...variant, weights: { friction: 3 } }] })).toThrow(
      /friction/,
    );
  });
});

describe('a preview of another model', () => {
  it('counts bands and names who moves most and by which part', () => {
    const people = [0.1, 0.5, 0.9].map((adoption, at) => factsOf({ adoption, tenure: 12 }, `ac_${at}`));
    const flat = {
      ...DEFAULT_DEFINITION,
      components: DEFAULT_DEFINITION.components.map((one) => ({ ...one, weight: one.key === 'tenure' ? 1 : 0 })),
    };
    const score = (model: typeof flat) => people.map((one) => computeHealth(one, model, ON));
    const compared = compareHealth(score(DEFAULT_DEFINITION), score(flat));
    expect(compared.after).toEqual({ green: 3, amber: 0, red: 0, unknown: 0 });
    expect(compared.before.red).toBe(1);
    expect(compared.movers[0]).toMatchObject({ accountId: 'ac_0', after: 80, most: { component: 'tenure' } });
    expect(compareHealth(score(flat), score(flat)).movers).toEqual([]);
  });
});

describe('the drift alarm', () => {
  const crowd = (shift: number, seed: number, more: Partial<Record<ComponentKey, number>> = { tenure: 12 }) => {
    const random = seededRandom(seed);
    return Array.from({ length: 400 }, (_, index) =>
      healthOf({ adoption: Math.min(1, Math.max(0, 0.5 + shift + 0.15 * normalDraw(random))), ...more }, `ac_${index}`),
    );
  };
  const judge = (now: Health[], before: Health[]) => judgeDrift({ now, before, on: ON, beforeOn: '2026-01-30' });

  it('stays silent when only chance moved the scores, over 40 companies of few accounts', () => {
    const states = Array.from(
      { length: 40 },
      (_, seed) => judge(crowd(0, seed).slice(0, 60), crowd(0, seed + 100).slice(0, 60)).state,
    );
    expect(states.filter((state) => state !== 'steady').length).toBeLessThanOrEqual(1);
  });

  it('speaks when the scores fell, and names the part that fell', () => {
    expect(judge(crowd(-0.2, 1), crowd(0, 2))).toMatchObject({ state: 'alarm', cause: 'shift', component: 'adoption' });
  });

  it('speaks of a feed that stopped even when the scores look the same', () => {
    const before = crowd(0, 3, { tenure: 12, friction: 0.5 });
    expect(judge(crowd(0, 3), before)).toMatchObject({ state: 'alarm', cause: 'feed', component: 'friction' });
  });

  it('says that it is too early with few accounts or none', () => {
    expect(judge(crowd(-0.3, 1).slice(0, 49), crowd(0, 2)).state).toBe('too_early');
    expect(judge([], [])).toMatchObject({ state: 'too_early', psi: null, components: [] });
  });

  it('has an index of 0 between a distribution and itself', () => {
    expect(stabilityIndex([1, 2, 3, 4, 5, 5, 5, 9], [1, 2, 3, 4, 5, 5, 5, 9])).toBe(0);
  });
});

function lessonsOf(accounts: number, seed: number, chance: (adoption: number, friction: number) => number): Lesson[] {
  const random = seededRandom(seed);
  return Array.from({ length: accounts }, (_, index) => {
    const [adoption, friction] = [random(), random()];
    const { contributions } = healthOf({ adoption, friction, tenure: 12 });
    return { accountId: `ac_${index}`, on: ON, contributions, churned: random() < chance(adoption, friction) };
  });
}

describe('learned weights', () => {
  const { components } = DEFAULT_DEFINITION;

  it('go to what tells who leaves, and sum to 100', () => {
    const learned = learnWeights(
      lessonsOf(1500, 5, (adoption) => 0.5 - 0.45 * adoption),
      components,
    );
    if (learned.outcome !== 'learned') throw new Error(learned.outcome);
    expect(learned.weights.adoption).toBeGreaterThan(75);
    expect(Object.values(learned.weights).reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(learned.weights.sentiment).toBe(0);
  });

  it('never let good lower health: a part that points the wrong way gets nothing', () => {
    const learned = learnWeights(
      lessonsOf(1500, 6, (adoption, friction) => 0.4 - 0.3 * adoption - 0.05 * friction),
      components,
    );
    if (learned.outcome !== 'learned') throw new Error(learned.outcome);
    expect(learned.weights.friction).toBe(0);
    const wrong = learnWeights(
      lessonsOf(1500, 7, (adoption, friction) => 0.1 + 0.3 * adoption - 0.09 * friction),
      components,
    );
    expect(wrong.outcome).toBe('no_sign');
  });

  it('are not offered under 100 churned accounts, and say how many there are', () => {
    expect(
      learnWeights(
        lessonsOf(200, 5, () => 0.3),
        components,
      ),
    ).toMatchObject({ outcome: 'too_few', needed: 100 });
    expect(learnWeights([], components)).toMatchObject({ outcome: 'too_few', churned_accounts: 0 });
  });

  it('say when everybody left, so that nothing can be told apart', () => {
    expect(
      learnWeights(
        lessonsOf(300, 5, () => 1),
        components,
      ).outcome,
    ).toBe('not_fitted');
  });

  it('look at every third month, counted from the last', () => {
    expect([...monthsApart(['a', 'b', 'c', 'd', 'e'])]).toEqual(['b', 'e']);
  });
});

describe('the curves of a backtest', () => {
  const random = seededRandom(9);
  const observations: Observation[] = Array.from({ length: 600 }, (_, index) => {
    const churned = random() < 0.3;
    const score = Math.min(100, Math.max(0, (churned ? 40 : 60) + 40 * (random() - 0.5)));
    return {
      accountId: `ac_${index % 200}`,
      on: `2025-0${1 + Math.floor(index / 200)}-28`,
      score,
      band: 'amber',
      churned,
    };
  });
  const result = judgeBacktest(observations);

  it('go from nobody to everybody and never back', () => {
    for (const curve of [result.roc, result.gains]) {
      expect(curve[0]).toEqual({ x: 0, y: 0 });
      expect(curve.at(-1)).toEqual({ x: 1, y: 1 });
      expect(curve.length).toBeLessThan(70);
      for (const [at, point] of curve.entries()) {
        expect(point.x).toBeGreaterThanOrEqual(curve[at - 1]?.x ?? 0);
        expect(point.y).toBeGreaterThanOrEqual(curve[at - 1]?.y ?? 0);
      }
    }
  });

  it('have an area under the ROC curve close to the pairs ranked rightly', () => {
    const area = result.roc.reduce((sum, { x, y }, at) => {
      const before = result.roc[at - 1];
      return before ? sum + ((x - before.x) * (y + before.y)) / 2 : sum;
    }, 0);
    expect(area).toBeCloseTo(result.auc?.value ?? 0, 1);
  });

  it('are told month by month and group by group', () => {
    expect(result.by_month.map(({ n }) => n)).toEqual([200, 200, 200]);
    const few = new Set(['ac_1', 'ac_2']);
    const half = new Set(Array.from({ length: 100 }, (_, index) => `ac_${index}`));
    const groups = judgeGroups(observations, [
      { kind: 'plan', name: 'Pro', accountIds: half },
      { kind: 'plan', name: 'Few', accountIds: few },
    ]);
    expect(groups.map(({ name, accounts }) => [name, accounts])).toEqual([['Pro', 100]]);
    expect(groups[0]?.auc?.value).toBeGreaterThan(0.6);
  });

  it('are empty where nobody left', () => {
    const stayed = judgeBacktest(observations.map((one) => ({ ...one, churned: false })));
    expect([stayed.roc, stayed.gains]).toEqual([[], []]);
  });
});
