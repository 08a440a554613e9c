import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditWeights } from './attribution-models.ts';
import { type ChannelPath, markovRemoval, shapleyValues, shapleyWeights } from './channel-attribution.ts';

const path = (channels: string, conversions: number, nulls: number): ChannelPath => ({
  channels: channels.split(' > '),
  conversions,
  nulls,
});

describe('what conversions would be lost without a channel', () => {
  it('is a half, all and all in the textbook case, so that the shares are 1, 2 and 2 fifths', () => {
    const found = markovRemoval([path('C1 > C2 > C3', 1, 0), path('C1', 0, 1), path('C2 > C3', 0, 1)]);
    expect(found.map(({ channel }) => channel)).toEqual(['C1', 'C2', 'C3']);
    [0.5, 1, 1].forEach((effect, index) => {
      expect(found[index]?.effect).toBeCloseTo(effect, 10);
    });
    [0.2, 0.4, 0.4].forEach((share, index) => {
      expect(found[index]?.share).toBeCloseTo(share, 10);
    });
  });

  it('is nothing where nothing converted, and shares sum to one elsewhere', () => {
    expect(markovRemoval([])).toEqual([]);
    expect(markovRemoval([path('a > b', 0, 3)])).toEqual([]);
    expect(() => markovRemoval([path('a', -1, 0)])).toThrow(RangeError);
    const paths = fc.array(
      fc.record({
        channels: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
        conversions: fc.nat(5),
        nulls: fc.nat(5),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(paths, (drawn) => {
        const found = markovRemoval(drawn);
        const shares = found.reduce((sum, { share }) => sum + share, 0);
        expect(shares).toBeCloseTo(drawn.some(({ conversions }) => conversions > 0) ? 1 : 0, 8);
        expect(found.every(({ effect }) => effect >= 0 && effect <= 1)).toBe(true);
      }),
    );
  });
});

describe('Shapley values', () => {
  it('of the glove game are 2/3 for the only left glove and 1/6 for each right one', () => {
    const pairs = shapleyValues(3, (coalition) => (coalition & 1 && coalition & 6 ? 1 : 0));
    expect(pairs).toMatchObject({ outcome: 'shared' });
    const values = pairs.outcome === 'shared' ? pairs.values : [];
    [2 / 3, 1 / 6, 1 / 6].forEach((value, index) => {
      expect(values[index]).toBeCloseTo(value, 12);
    });
    expect(shapleyValues(0, () => 0)).toEqual({ outcome: 'shared', values: [] });
    expect(shapleyValues(21, () => 0)).toEqual({ outcome: 'no_values', reason: 'too_many' });
  });

  it('of a path give every distinct channel the same, as the game of all coalitions does', () => {
    expect(shapleyWeights(['a', 'b', 'a', 'c'])).toEqual([1 / 3, 1 / 3, 0, 1 / 3]);
    expect(shapleyWeights([])).toEqual([]);
    const game = shapleyValues(3, (coalition) => (coalition === 7 ? 1 : 0));
    expect(game.outcome === 'shared' && game.values.map((value) => Math.round(value * 3e9) / 3e9)).toEqual(
      [1 / 3, 1 / 3, 1 / 3].map((value) => Math.round(value * 3e9) / 3e9),
    );
  });
});

const SHARED = resolve(process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../shared'));
const PATHS = join(SHARED, 'data/attribution-paths/channelattribution_paths.csv.gz');

describe.skipIf(!existsSync(PATHS))('the published paths of 10,000 kinds', () => {
  const paths = () =>
    gunzipSync(readFileSync(PATHS))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [channels = '', conversions, , nulls] = line.split(',');
        return path(channels.replaceAll('"', ''), Number(conversions), Number(nulls));
      });

  it('credit 19,785 conversions by first, last and linear as published', () => {
    const credit = { first: new Map(), last: new Map(), linear: new Map() };
    for (const { channels, conversions } of paths()) {
      const times = channels.map((_, index) => index);
      for (const model of ['first', 'last', 'linear'] as const)
        creditWeights(model, times, times.length).forEach((weight, index) => {
          const channel = channels[index] ?? '';
          credit[model].set(channel, (credit[model].get(channel) ?? 0) + weight * conversions);
        });
    }
    const of = (channel: string) =>
      (['first', 'last', 'linear'] as const).map((model) => Number(credit[model].get(channel).toFixed(2)));
    expect(of('alpha')).toEqual([6308, 8447, 7574.72]);
    expect(of('eta')).toEqual([3164, 4167, 3539.95]);
    const all = [...credit.linear.values()].reduce((sum, one) => sum + one, 0);
    expect(all).toBeCloseTo(19_785, 6);
  });

  it('have a removal effect for every channel, and shares that sum to one', () => {
    const found = markovRemoval(paths());
    expect(found.every(({ effect }) => effect > 0 && effect < 1)).toBe(true);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});
