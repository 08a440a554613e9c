import { describe, expect, it } from 'vitest';
import { Cache, memoise } from './cache.ts';

function make(change: { most?: number; stale?: number } = {}) {
  const state = {
    nowMs: 0,
    isAway: false,
    asked: [] as string[][],
    there: new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]),
  };
  const cache = new Cache<number>({
    load: async (keys) => {
      state.asked.push([...keys]);
      if (state.isAway) throw new Error('away');
      return new Map([...state.there].filter(([key]) => keys.includes(key)));
    },
    most: change.most ?? 10,
    staleMs: () => change.stale ?? 1_000,
    unknownMs: 500,
    answerMs: 1_000,
    now: () => state.nowMs,
  });
  return { cache, state };
}

describe('a memory of what a database knows', () => {
  it('asks once for what many want at the same time', async () => {
    const { cache, state } = make();
    expect(await Promise.all(['a', 'a', 'b', 'x'].map((key) => cache.find(key)))).toEqual([1, 1, 2, null]);
    expect(state.asked).toEqual([['a', 'b', 'x']]);
    expect([cache.peek('a'), cache.peek('x'), cache.peek('y')]).toEqual([1, null, undefined]);
  });

  it('believes only for a while that there is none', async () => {
    const { cache, state } = make();
    await cache.find('new');
    state.there.set('new', 9);
    expect(await cache.find('new')).toBeNull();
    state.nowMs = 501;
    expect(await cache.find('new')).toBe(9);
  });

  it('lets wait who needs what may have changed, and believes the old when nobody answers', async () => {
    const { cache, state } = make();
    await cache.find('a');
    state.there.set('a', 7);
    cache.doubt(['a']);
    expect(cache.peek('a')).toBeUndefined();
    expect(await cache.find('a')).toBe(7);
    state.isAway = true;
    cache.doubt(['a']);
    expect(await cache.find('a')).toBe(7);
    await expect(cache.find('never-seen')).rejects.toThrow('away');
  });

  it('answers with what is old and asks behind the back of who uses it', async () => {
    const { cache, state } = make({ stale: 100 });
    await cache.find('a');
    state.nowMs = 101;
    state.there.set('a', 7);
    expect(cache.peek('a')).toBe(1);
    await cache.find('b');
    expect(cache.peek('a')).toBe(7);
  });

  it('forgets what went', async () => {
    const { cache, state } = make();
    await cache.find('a');
    state.there.delete('a');
    cache.doubt(['a']);
    expect(await cache.find('a')).toBeNull();
  });

  it('keeps what is used when there is no room', () => {
    const { cache } = make({ most: 3 });
    for (const key of ['a', 'b', 'c', 'd']) cache.put(key, 0);
    cache.peek('b');
    cache.put('e', 0);
    expect([cache.size, cache.peek('b')]).toEqual([3, 0]);
  });
});

it('computes once what it is asked again, however small the answer', () => {
  let computed = 0;
  const halve = memoise((text) => {
    computed += 1;
    return text === 'nothing' ? null : text.length;
  }, 2);
  expect([halve('nothing'), halve('nothing'), halve('abc'), halve('abc')]).toEqual([null, null, 3, 3]);
  expect(computed).toBe(2);
  halve('x'.repeat(501));
  halve('x'.repeat(501));
  expect(computed).toBe(4);
});
