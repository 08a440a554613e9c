import { expect, it } from 'vitest';
import { makeRate } from './rate.ts';
import { makeSpareShare } from './spare-time.ts';

/** A process that is so busy from now on, and what it lets one name do in each of so many seconds that asks for `each`. */
function living() {
  const life = { busy: 0, nowMs: 0 };
  const rate = makeRate(
    1_000,
    2,
    makeSpareShare(() => life.busy),
  );
  const done = (name: string, each: number, seconds: number) => {
    let count = 0;
    for (const end = life.nowMs + seconds * 1000; life.nowMs < end; life.nowMs += 50) {
      const batch = each / 20;
      if (rate.waitMs(name, batch, life.nowMs) > 0) continue;
      rate.take(name, batch, life.nowMs);
      count += batch;
    }
    return count / seconds;
  };
  return { life, done };
}

it('a process with time gives everybody all that is allowed', () => {
  const { life, done } = living();
  life.busy = 0.4;
  expect(done('much', 5_000, 20)).toBeCloseTo(1_100, -2);
});

it('a process short of time gives less to who asks for much, and all to who asks for little', () => {
  const { life, done } = living();
  life.busy = 0.95;
  done('much', 5_000, 5);
  expect(done('much', 5_000, 20)).toBeCloseTo(250, -1);
  expect(done('little', 200, 20)).toBe(200);
});

it('a process that has time again gives as much as before within seconds', () => {
  const { life, done } = living();
  life.busy = 0.95;
  done('much', 5_000, 5);
  life.busy = 0.3;
  done('much', 5_000, 5);
  expect(done('much', 5_000, 20)).toBeCloseTo(1_000, -1);
});

it('a process that is neither busy nor idle changes nothing', () => {
  const { life, done } = living();
  life.busy = 0.5;
  done('much', 5_000, 5);
  expect(done('much', 5_000, 20)).toBeCloseTo(1_000, -1);
});
