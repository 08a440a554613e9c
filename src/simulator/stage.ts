import { type Clock, settableClock } from '../platform/clock.ts';
import type { Ctx } from '../platform/ctx.ts';
import { seededRandom } from '../stats/random.ts';
import { type Draw, makeDraw } from './draw.ts';
import { makeStamp, type Stamp } from './stamp.ts';

/** Where the simulation plays: a clock that can be set into the past, and jobs that never run. */
export type Stage = {
  ctx: Ctx;
  clock: ReturnType<typeof settableClock>;
  draw: Draw;
  stamp: Stamp;
  now: Date;
};

export function makeStage(outer: Ctx, seed: number): Stage {
  const now = outer.clock.now();
  const clock: Clock & ReturnType<typeof settableClock> = settableClock(now);
  const random = seededRandom(seed);
  const draw = makeDraw(random);
  const stamp = makeStamp(random, now.toISOString().slice(0, 10));
  // Mails of the past are kept, not sent: nobody is told anything by a simulation.
  const jobs = { enqueue: async () => {} };
  return { ctx: { ...outer, clock, jobs }, clock, draw, stamp, now };
}
