import { expect, it } from 'vitest';
import { Rush } from './rush.ts';

/** A process that is so busy, while so many come in each fifth of a second. */
function living(moments: readonly { busy: number; came: number }[]) {
  let moment = 0;
  const rush = new Rush({
    now: () => moment * 200,
    busy: () => moments[moment - 1]?.busy ?? 0,
    wait: async () => pass(),
  });
  const pass = () => {
    rush.note(moments[moment]?.came ?? 0);
    moment += 1;
  };
  pass();
  return { rush, waited: async (most = 100) => rush.over(() => moment <= most).then(() => moment - 1) };
}

it.each([
  ['is over at once when few come', [{ busy: 1, came: 100 }], 0],
  ['is over at once when the process has time', [{ busy: 0.5, came: 5_000 }], 0],
  [
    'is waited for while many come and there is no time',
    [...Array(3).fill({ busy: 1, came: 5_000 }), { busy: 1, came: 9 }],
    3,
  ],
])('a rush %s', async (_what, moments, times) => {
  expect(await living(moments).waited()).toBe(times);
});

it('a rush is waited for no longer than there is room', async () => {
  expect(await living(Array(50).fill({ busy: 1, came: 5_000 })).waited(7)).toBe(7);
});
