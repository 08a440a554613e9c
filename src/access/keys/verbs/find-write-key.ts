import { hash } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { remember } from '../../../platform/remembered.ts';
import type { WriteKey } from '../model.ts';
import { writeKeys } from '../service.ts';

const FRESH_MS = 5_000;
/** A key that was just made is looked for at once, but not as often as somebody guesses. */
const UNKNOWN_MS = 1_000;

/**
 * Finds keys for events without the database on the way: all live ones are in memory, and in `file` for a start without
 * a database. A revoked key is out within five seconds.
 * @throws unavailable when the key is not in memory and the database does not answer
 */
export function makeKeyFinder(ctx: Ctx, file: string): (text: string) => Promise<WriteKey | undefined> {
  requireScope(ctx, 'events:write');
  const { clock, log } = ctx;
  const keys = remember({ load: () => writeKeys(ctx), empty: {}, file, clock, log });
  const look = (digest: string): WriteKey | undefined => {
    const all = keys.value();
    const key = Object.hasOwn(all, digest) ? all[digest] : undefined;
    return key && (key.ends === null || key.ends > clock.now().getTime()) ? key : undefined;
  };
  return async (text) => {
    const digest = hash('sha256', text);
    const known = look(digest);
    if (known) {
      void keys.refresh(FRESH_MS);
      return known;
    }
    await keys.refresh(UNKNOWN_MS);
    const found = look(digest);
    // Who is told that a key is wrong gives up, and loses what it would have sent again.
    if (!found && !keys.isAnswered()) throw new AppError('unavailable', 'Keys cannot be looked up right now.');
    return found;
  };
}
