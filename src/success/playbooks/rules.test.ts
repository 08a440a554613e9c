import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWNER, type Step } from './model.ts';
import { checkAssignees, checkReopen, checkSettle, planTasks, refuseStart, runStateOf } from './rules.ts';

const step = (over: Partial<Step> = {}): Step => ({ title: 'Call', after_days: 3, assignee: OWNER, hint: '', ...over });
const on = '2026-02-27';

describe('starting a playbook', () => {
  it('makes a task of every step, due so many calendar days after the start', () => {
    const tasks = planTasks([step(), step({ title: 'Write', after_days: 0 })], { on, owner: 'us_o', starter: 'us_s' });
    expect(tasks.map(({ position, title, due_on }) => [position, title, due_on])).toEqual([
      [1, 'Call', '2026-03-02'],
      [2, 'Write', '2026-02-27'],
    ]);
  });

  it.each([
    ['the member who owns the account', OWNER, 'us_o', 'us_o'],
    ['whoever starts it when no member owns the account', OWNER, null, 'us_s'],
    ['the member a step names', 'us_n', 'us_o', 'us_n'],
  ])('gives a step to %s', (_name, assignee, owner, expected) => {
    const [task] = planTasks([step({ assignee })], { on, owner, starter: 'us_s' });
    expect(task?.assignee_id).toBe(expected);
  });

  it('is refused for an account that is not known or was merged into another', () => {
    expect(refuseStart(undefined)).toBe('not_known');
    expect(refuseStart({ merged_into_id: 'ac_other' })).toBe('merged');
    expect(refuseStart({ merged_into_id: null })).toBeUndefined();
  });

  it('never loses a step', () => {
    const steps = fc.array(fc.record({ after_days: fc.integer({ min: 0, max: 365 }), title: fc.string() }));
    fc.assert(
      fc.property(steps, (some) => {
        const tasks = planTasks(some.map(step), { on, owner: null, starter: null });
        expect(tasks.map(({ title }) => title)).toEqual(some.map(({ title }) => title));
        expect(tasks.every(({ due_on }) => due_on >= on)).toBe(true);
      }),
    );
  });
});

describe('a running playbook', () => {
  it('is finished once no task is open', () => {
    expect(runStateOf([{ state: 'done' }, { state: 'open' }])).toBe('running');
    expect(runStateOf([{ state: 'done' }, { state: 'skipped' }])).toBe('finished');
  });

  it('lets only an open task be settled, and only a settled one be opened again', () => {
    expect(() => checkSettle({ state: 'open' }, { state: 'running' })).not.toThrow();
    expect(() => checkSettle({ state: 'done' }, { state: 'running' })).toThrow('done already');
    expect(() => checkReopen({ state: 'skipped' }, { state: 'finished' })).not.toThrow();
    expect(() => checkReopen({ state: 'open' }, { state: 'running' })).toThrow('is open');
  });

  it('that was stopped goes on as a whole or not at all', () => {
    expect(() => checkSettle({ state: 'dropped' }, { state: 'stopped' })).toThrow('was stopped');
    expect(() => checkReopen({ state: 'done' }, { state: 'stopped' })).toThrow('was stopped');
  });
});

describe('a step', () => {
  it('goes to the owner or to somebody of the team, nobody else', () => {
    expect(() => checkAssignees([step(), step({ assignee: 'us_n' })], new Set(['us_n']))).not.toThrow();
    expect(() => checkAssignees([step(), step({ assignee: 'us_x' })], new Set(['us_n']))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field: 'steps[1].assignee' }) }),
    );
  });
});
