import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../stats/random.ts';
import type { Done, PathCase, SearchParameters } from '../model.ts';
import { findPaths } from './find.ts';
import { flowOf } from './flow.ts';
import { walked } from './sequences.ts';
import { decideStanding } from './standing.ts';

const PARAMETERS: SearchParameters = { landmark_day: 30, gap_days: 30, seed: 1 };
const PATH = ['use:1:routes', 'use:1:invoicing', 'use:1:reports'];
const OTHERS = ['use:1:calendar', 'use:1:photos', 'use:1:messages', 'survey:nps'];

/** A third walk the path; they succeed far more often, unless there is `noEffect`. */
function company(seed: number, { noEffect = false, accounts = 400 } = {}): PathCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: accounts }, (_, index) => {
    const walks = random() < 0.35;
    const noise = OTHERS.filter(() => random() < 0.5).map((action) => ({ action, day: Math.floor(random() * 30) }));
    const own: Done[] = walks
      ? PATH.map((action, step) => ({ action, day: step * 9 + Math.floor(random() * 5) }))
      : PATH.filter(() => random() < 0.4).map((action) => ({ action, day: Math.floor(random() * 30) }));
    const chance = walks && !noEffect ? 0.75 : 0.3;
    return {
      account_id: `ac_${seed}_${index}`,
      succeeded: random() < chance,
      stratum: random() < 0.5 ? 'team' : 'starter',
      active_days: Math.floor(random() * 20),
      done: [...own, ...noise],
    };
  });
}

const find = (cases: PathCase[], parameters = PARAMETERS) => findPaths({ cases, parameters, outcomeDay: 90 });

describe('what successful customers did first', () => {
  it('is found where it was planted, in its order, and nothing that has no part in it', () => {
    const shares: number[] = [];
    const found = findPaths({ cases: company(1), parameters: PARAMETERS, outcomeDay: 90 }, (share) =>
      shares.push(share),
    );
    expect(found.outcome).toBe('found');
    expect(found.best?.path.steps).toEqual(PATH);
    expect(found.best?.path).toMatchObject({ confirmed: true, beyond_activity: true });
    for (const { steps } of found.paths.filter(({ confirmed }) => confirmed))
      expect(steps.some((step) => PATH.includes(step))).toBe(true);
    expect(shares).toEqual([0.3, 0.8]);
  });

  it('is one finding: what shares its steps says the same, and only what adds to it is another', () => {
    const plain = find(company(1));
    expect(plain.paths.filter(({ redundant }) => !redundant)).toHaveLength(1);
    const random = seededRandom(9);
    const seats = company(1, { accounts: 900 }).map((one): PathCase => {
      const added = random() < 0.4;
      const done = added ? [...one.done, { action: 'seats', day: 12 }] : one.done;
      return { ...one, done, succeeded: added ? one.succeeded || random() < 0.5 : one.succeeded };
    });
    const both = find(seats).paths.filter(({ confirmed }) => confirmed);
    expect(both.map(({ steps }) => steps)).toEqual(expect.arrayContaining([PATH, ['seats']]));
    expect(both.every(({ redundant }) => !redundant)).toBe(true);
  });

  it('is nothing where nothing goes with success, in nineteen companies of twenty and more', () => {
    const falsely = Array.from({ length: 20 }, (_, seed) => find(company(seed + 100, { noEffect: true }))).filter(
      ({ paths }) => paths.some(({ confirmed }) => confirmed),
    );
    expect(falsely.length).toBeLessThanOrEqual(1);
  });

  it('is the same for the same data, and keeps three in ten apart', () => {
    const [one, other] = [find(company(3)), find(company(3))];
    expect(other).toEqual(one);
    expect(one.kept_apart / one.accounts).toBeGreaterThan(0.2);
    expect(one.kept_apart / one.accounts).toBeLessThan(0.4);
  });

  it('is not claimed for what merely comes with more use', () => {
    const random = seededRandom(5);
    const cases = Array.from({ length: 600 }, (_, index): PathCase => {
      const active_days = Math.floor(random() * 24);
      const share = active_days / 24;
      const done = ['use:1:routes', 'use:1:photos'].flatMap((action) => (random() < share ? [{ action, day: 3 }] : []));
      return { account_id: `ac_${index}`, succeeded: random() < share, stratum: 'team', active_days, done };
    });
    const found = find(cases);
    expect(found.paths.length).toBeGreaterThan(0);
    expect(found.paths.every(({ equally_active }) => (equally_active?.odds?.value ?? 1) < 2.5)).toBe(true);
  });

  it.each([
    ['no customers', [], 'no_customers'],
    ['few customers', company(1).slice(0, 40), 'too_few'],
    ['few who succeeded', company(1).map((one, at) => ({ ...one, succeeded: at < 10 })), 'too_few'],
    ['nobody who succeeded', company(1).map((one) => ({ ...one, succeeded: false })), 'nobody_succeeded'],
    ['nobody who failed', company(1).map((one) => ({ ...one, succeeded: true })), 'everybody_succeeded'],
    ['nothing recorded', company(1).map((one) => ({ ...one, done: [] })), 'no_actions'],
    [
      'the same for everybody',
      company(1).map((one) => ({ ...one, done: [{ action: 'ticket', day: 1 }] })),
      'no_actions',
    ],
  ])('says what is missing where there is %s', (_, cases, outcome) => {
    const found = find(cases);
    expect(found).toMatchObject({ outcome, paths: [], best: null });
    expect(found.needed).toBeGreaterThanOrEqual(60);
  });

  it('is not looked for so late that the outcome has begun', () => {
    expect(find(company(1), { ...PARAMETERS, landmark_day: 32 }).outcome).toBe('landmark_too_late');
    expect(find(company(1), { ...PARAMETERS, landmark_day: 31 }).outcome).toBe('found');
  });
});

describe('a path', () => {
  const done = new Map([
    ['a', 0],
    ['b', 3],
    ['c', 20],
  ]);
  it('is walked in order, a day apart at least and the gap at most', () => {
    expect(walked(done, ['a', 'b'], 3)).toBe(true);
    expect(walked(done, ['a', 'b'], 2)).toBe(false);
    expect(walked(done, ['b', 'a'], 30)).toBe(false);
    expect(walked(done, ['b', 'c'], 17)).toBe(true);
    expect(walked(new Map([...done, ['d', 3]]), ['b', 'd'], 9)).toBe(false);
    expect(walked(done, ['a', 'x'], 9)).toBe(false);
  });

  it('loses nobody between its stages: who went on and who stopped are those of the stage before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (seed) => {
        const cases = company(seed, { accounts: 80 });
        let before = { n: cases.length, succeeded: cases.filter(({ succeeded }) => succeeded).length };
        for (const stage of flowOf(cases, PATH, 14)) {
          expect(stage.reached + stage.stopped).toBe(before.n);
          expect(stage.succeeded + stage.stopped_succeeded).toBe(before.succeeded);
          before = { n: stage.reached, succeeded: stage.succeeded };
        }
      }),
    );
  });
});

describe('how far an account is', () => {
  const path = {
    landmark_day: 30,
    steps: [
      { action: 'a', due_day: 5 },
      { action: 'b', due_day: 15 },
    ],
  };
  const stand = (age_days: number, done: Done[]) =>
    decideStanding(path, { account_id: 'ac', started_on: '2026-01-01', age_days, done });

  it.each([
    ['nothing is due yet', 5, [], 'on_track'],
    ['a due step is missing', 6, [], 'behind'],
    ['all due steps are done', 15, [{ action: 'a', day: 2 }], 'on_track'],
    ['the next was due', 16, [{ action: 'a', day: 2 }], 'behind'],
    ['time is over', 31, [{ action: 'a', day: 2 }], 'missed'],
    [
      'every step is done, in any order',
      31,
      [
        { action: 'b', day: 2 },
        { action: 'a', day: 9 },
      ],
      'done',
    ],
  ] as const)('is told when %s', (_, age, done, standing) => {
    expect(stand(age, [...done]).standing).toBe(standing);
  });

  it('names the day of every step', () => {
    expect(stand(9, [{ action: 'b', day: 8 }])).toMatchObject({ steps: [null, '2026-01-09'], done_count: 1 });
  });
});
