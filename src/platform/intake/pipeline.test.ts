import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Group } from './group.ts';
import { Pipeline } from './pipeline.ts';

const MANY = 600;
const RECORD = 'a click with its link, visitor and instant';

function open() {
  const written: number[] = [];
  const pipeline = new Pipeline({
    write: async () => {},
    written: (group: Group) => void written.push(group.count(1)),
    refused: (error) => error,
  });
  const add = (count: number) => Promise.all(Array.from({ length: count }, () => pipeline.add(1, 0, RECORD)));
  return { pipeline, written, add };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const turns = async () => {
  for (let n = 0; n < 3; n += 1) await turn();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('begins at once for who is alone, and together for what comes together', async () => {
  const { written, add } = open();
  await add(1);
  await add(MANY);
  expect(written).toEqual([1, MANY]);
});

it('lets who comes behind many wait for others, and not for longer than a moment', async () => {
  const { written, add } = open();
  await add(MANY);
  const first = add(1);
  await turns();
  expect(written).toEqual([MANY]);
  const others = add(2);
  await turns();
  vi.advanceTimersByTime(10);
  await Promise.all([first, others]);
  expect(written).toEqual([MANY, 3]);
});

it('waits for nobody once few come', async () => {
  const { written, add } = open();
  await add(MANY);
  const few = add(1);
  await turns();
  vi.advanceTimersByTime(10);
  await few;
  await add(1);
  expect(written).toEqual([MANY, 1, 1]);
});

it('does not wait when there is enough, and closes with nobody left waiting', async () => {
  const { pipeline, written, add } = open();
  await add(MANY);
  await add(2 * MANY);
  expect(written).toEqual([MANY, 2 * MANY]);
  const last = add(1);
  const quiet = pipeline.quiet();
  await turns();
  vi.advanceTimersByTime(10);
  await Promise.all([last, quiet]);
  expect(written).toEqual([MANY, 2 * MANY, 1]);
});
