import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { makeSecretToken, sha256 } from '../../../platform/token.ts';
import type { Door } from '../model.ts';
import type { DoorInput } from '../schema.ts';
import * as store from '../store/doors.ts';

const KEY_PREFIX = 'pb_';

/** Opens a door for a network and returns its address, which is shown this once. @throws 404 for a programme that is not there */
export async function openDoor(ctx: Ctx, input: DoorInput): Promise<{ door: Door; url: string }> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const place = await store.hasPlace(ctx, { programme_id: input.programme_id, partner_id: null });
    if (!place.programme) throw notFound('programme', input.programme_id);
    const key = `${KEY_PREFIX}${makeSecretToken().token}`;
    const door: Door = {
      ...input,
      id: newId(ctx, 'postbackDoor'),
      key_prefix: key.slice(0, KEY_PREFIX.length + 5),
      currency: input.currency ?? null,
      created_at: ctx.clock.now(),
      ended_at: null,
    };
    await store.insertDoor(ctx, door, sha256(key));
    await writeAudit(ctx, { action: 'postback_door.opened', subjectKind: 'postback_door', subjectId: door.id });
    return { door, url: `${ctx.publicUrl}/v1/postbacks/in/${key}` };
  });
}

export function listDoors(ctx: Ctx): Promise<Door[]> {
  requireScope(ctx, 'programmes:read');
  return store.listDoors(ctx);
}

/** Closes a door at once; it stays in the list. @throws 404 */
export async function closeDoor(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'programmes:write');
  await inTransaction(ctx, async (ctx) => {
    if (!(await store.endDoor(ctx, id))) throw notFound('door', id);
    await writeAudit(ctx, { action: 'postback_door.closed', subjectKind: 'postback_door', subjectId: id });
  });
}

/** The open door behind an address; the key is the permission. @throws 404 */
export async function doorOfKey(ctx: Ctx, key: string): Promise<Door> {
  const door = key.startsWith(KEY_PREFIX) ? await store.findDoorByKey(ctx, sha256(key)) : undefined;
  if (door) return door;
  throw new AppError('not_found', 'There is no such door, or it was closed.');
}
