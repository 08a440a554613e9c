import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Group } from './group.ts';
import { Pipeline } from './pipeline.ts';

const BUSY = 16;

function open() {
  const written: number[] = [];
  const pipeline = new Pipeline({
    write: async () => {},
    written: (group: Group) => void written.push(group.records),
    refused: (error) => error,
  });
  const add = (count: number) => Promise.all(Array.from({ length: count }, () => pipeline.add(1, 0, 'a click')));
  return { written, add };
}

describe('the writes of a log', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('begin at once for who is alone, and together for what comes together', async () => {
    const { written, add } = open();
    await add(1);
    await add(BUSY);
    expect(written).toEqual([1, BUSY]);
  });

  it('wait for company when there was company, and take what comes meanwhile', async () => {
    const { written, add } = open();
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    await add(BUSY);
    const first = add(1);
    await pause(1);
    const second = add(2);
    now.mockReturnValue(100);
    await Promise.all([first, second]);
    expect(written).toEqual([BUSY, 3]);
  });

  it('begin in the end also when their timer fires early', async () => {
    const { written, add } = open();
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    await add(BUSY);
    const alone = add(1);
    now.mockReturnValue(3.9);
    await pause(15);
    expect(written).toEqual([BUSY]);
    now.mockReturnValue(4);
    await alone;
    expect(written).toEqual([BUSY, 1]);
  });
});
