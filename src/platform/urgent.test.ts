import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { urgently, whenNothingUrgent } from './urgent.ts';

it('lets what is ahead of its time rest until nothing urgent is under way, also when that fails', async () => {
  const [first, second] = [Promise.withResolvers<number>(), Promise.withResolvers<never>()];
  const [one, two] = [urgently(() => first.promise), urgently(() => second.promise)];
  let isRested = false;
  const resting = whenNothingUrgent().then(() => {
    isRested = true;
  });
  first.resolve(1);
  expect(await one).toBe(1);
  await turn();
  await turn();
  expect(isRested).toBe(false);
  second.reject(new Error('away'));
  await expect(two).rejects.toThrow('away');
  await resting;
  expect(isRested).toBe(true);
});

it('gives others a turn when nothing is urgent', async () => {
  const order: string[] = [];
  const other = turn().then(() => order.push('other'));
  await whenNothingUrgent();
  order.push('ahead');
  await other;
  expect(order).toEqual(['other', 'ahead']);
});
