import { type Ctx, newId } from './ctx.ts';

export type AuditEntry = { action: string; subjectKind: string; subjectId: string; detail?: object };

/** Writes who did what, in the caller's transaction: without the row there is no change. */
export async function writeAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await ctx.db
    .insertInto('audit_entries')
    .values({
      id: newId(ctx, 'audit'),
      at: ctx.clock.now(),
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.id,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
