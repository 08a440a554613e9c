import { describe, expect, it } from 'vitest';
import type { countTo, neverEnds, refuses } from './compute.fixture.ts';
import { compute } from './compute.ts';

const FITS = new URL('./compute.fixture.ts', import.meta.url);

describe('a long fit in a thread of its own', () => {
  it('answers as it would at once, and tells how far it is a hundred times at most', async () => {
    const heard: number[] = [];
    const answer = await compute<typeof countTo>(FITS, 'countTo', 10_000, { onProgress: (share) => heard.push(share) });
    expect(answer).toBe(50_005_000);
    expect(heard.length).toBeLessThanOrEqual(100);
    expect(heard.length).toBeGreaterThan(90);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
  });

  it('is ended by its signal, also when it would never end', async () => {
    const controller = new AbortController();
    const { promise: begun, resolve } = Promise.withResolvers<number>();
    const endless = compute<typeof neverEnds>(FITS, 'neverEnds', null, {
      signal: controller.signal,
      onProgress: resolve,
    });
    await begun;
    controller.abort(new Error('no longer wanted'));
    await expect(endless).rejects.toThrow('no longer wanted');
    await expect(compute(FITS, 'countTo', 3 as never, { signal: controller.signal })).rejects.toThrow('no longer');
  });

  it('passes on what the fit throws, and names a fit that is not there', async () => {
    await expect(compute<typeof refuses>(FITS, 'refuses', 'nothing')).rejects.toThrow('refused nothing');
    await expect(compute(FITS, 'absent', null as never)).rejects.toThrow('exports no function absent');
  });
});
