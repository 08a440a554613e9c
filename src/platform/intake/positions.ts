import type { Db } from '../postgres.ts';

/** A place in the log of one edge: everything before `offset` of `segment`, and every earlier segment. */
export type Position = { segment: number; offset: number };

export type IntakeReject = Position & { edgeId: string; kind: number; at: Date; payload: Buffer; reason: string };

/** How far the edge's log is in the database; nobody else moves it before the transaction ends. */
export async function lockPosition(db: Db, edgeId: string, now: Date): Promise<Position> {
  await db
    .insertInto('intake_positions')
    .values({ edge_id: edgeId, segment: 0, position: 0, moved_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { segment, position } = await db
    .selectFrom('intake_positions')
    .select(['segment', 'position'])
    .where('edge_id', '=', edgeId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { segment, offset: position };
}

export async function movePosition(db: Db, edgeId: string, to: Position, now: Date): Promise<void> {
  await db
    .updateTable('intake_positions')
    .set({ segment: to.segment, position: to.offset, moved_at: now })
    .where('edge_id', '=', edgeId)
    .execute();
}

/** Keeps a record that cannot be stored, with why. */
export async function keepReject(db: Db, reject: IntakeReject, now: Date): Promise<void> {
  const { edgeId, segment, offset, kind, at, payload, reason } = reject;
  await db
    .insertInto('intake_rejects')
    .values({ edge_id: edgeId, segment, position: offset, kind, received_at: at, payload, reason, rejected_at: now })
    .execute();
}
