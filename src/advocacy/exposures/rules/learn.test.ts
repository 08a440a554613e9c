import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../stats/random.ts';
import { chanceOf, type KnownAsk, learnAsks } from './learn.ts';

const TERMS = ['health', 'role', 'satisfaction', 'tenure', 'usage'];

/** Asks whose outcome follows satisfaction and role as `pull` says; 0: nothing tells. */
function simulate(n: number, pull: number, seed: number): KnownAsk[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, at) => {
    const terms = Object.fromEntries(TERMS.map((code) => [code, random() < 0.1 ? null : 100 * random()]));
    const odds = -0.6 + pull * (((terms.satisfaction ?? 50) - 50) / 25 + ((terms.role ?? 50) - 50) / 40);
    return { account_id: `ac_${at}`, score: 60 + 20 * random(), terms, refers: random() < 1 / (1 + Math.exp(-odds)) };
  });
}

describe('learning from asks', () => {
  it('needs fifty asks with an outcome, and ten of each outcome', () => {
    expect(learnAsks(simulate(49, 1, 1)).outcome).toBe('too_few_asks');
    const none = simulate(80, 1, 1).map((one) => ({ ...one, refers: false }));
    expect(learnAsks(none)).toEqual({ asks: 80, referred: 0, outcome: 'too_few_referrals' });
    expect(learnAsks(none.map((one) => ({ ...one, refers: true }))).outcome).toBe('too_few_without');
    const same = simulate(80, 1, 1).map((one) => ({ ...one, terms: { health: 50 } }));
    expect(learnAsks(same).outcome).toBe('nothing_to_tell_by');
  });

  it('finds who refers where the answers tell, with chances near the truth', () => {
    const learned = learnAsks(simulate(400, 1, 7));
    if (learned.outcome !== 'tells') throw new Error(learned.outcome);
    const { quality, model } = learned;
    expect(quality.auc.value).toBeGreaterThan(0.7);
    expect(quality.auc.low).toBeGreaterThan(0.5);
    expect(quality.score_auc?.low).toBeLessThan(0.5);
    expect(quality.brier).toBeLessThan(quality.brier_of_mean);
    expect(quality.lift).toBeGreaterThan(1.3);
    const average = { health: 50, role: 50, satisfaction: 50, tenure: 50, usage: 50 };
    expect(chanceOf(model, average)).toBeCloseTo(1 / (1 + Math.exp(0.6)), 0);
    const best = chanceOf(model, { ...average, satisfaction: 100, role: 100 });
    expect(best).toBeGreaterThan(chanceOf(model, average) + 0.2);
    expect(chanceOf(model, {})).toBeGreaterThan(0);
  });

  it('says that it cannot tell in nineteen of twenty worlds where nothing tells', () => {
    const outcomes = Array.from({ length: 60 }, (_, seed) => learnAsks(simulate(120, 0, 100 + seed)).outcome);
    expect(outcomes.filter((outcome) => outcome === 'tells').length).toBeLessThanOrEqual(5);
  });
});
