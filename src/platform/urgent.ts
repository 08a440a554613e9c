import { setImmediate as turn } from 'node:timers/promises';

let underWay = 0;
let none = Promise.withResolvers<void>();

/** Does work that something idle waits for: what is only ahead of its time (`whenNothingUrgent`) rests meanwhile. */
export async function urgently<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    if (underWay === 0) {
      none.resolve();
      none = Promise.withResolvers();
    }
  }
}

/** Gives everybody else their turn, and resolves once nothing urgent is under way. */
export async function whenNothingUrgent(): Promise<void> {
  await turn();
  while (underWay > 0) await none.promise;
}
