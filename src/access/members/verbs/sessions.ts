import { notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction } from '../../../platform/ctx.ts';
import type { Session } from '../model.ts';
import { deleteSessions, listSessionRows } from '../store.ts';
import { personOf } from './me.ts';

/** Where the signed-in person is signed in, the newest first; `current` names the session that asks. A key has none. */
export async function listSessions(ctx: Ctx, current: string | undefined): Promise<(Session & { current: boolean })[]> {
  if (ctx.actor.kind === 'key') return [];
  const rows = await listSessionRows(ctx.db, personOf(ctx.actor).id, ctx.clock.now());
  return rows.map((row) => ({ ...row, current: row.id === current }));
}

/** Signs the person out of one session, or of all but one. @throws not_found for a session that is not theirs */
export function endSessions(ctx: Ctx, which: { only: string } | { except: string }): Promise<void> {
  const person = personOf(ctx.actor);
  return inTransaction(ctx, async (inner) => {
    const ended = await deleteSessions(inner.db, person.id, which);
    if (ended === 0 && 'only' in which) throw notFound('session', which.only);
    const detail = { ended };
    await writeAudit(inner, { action: 'member.sessions-ended', subjectKind: 'user', subjectId: person.id, detail });
  });
}
