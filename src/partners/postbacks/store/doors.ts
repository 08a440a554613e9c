import type { Ctx } from '../../../platform/ctx.ts';
import type { Door, Template, ToldState } from '../model.ts';

const DOOR = [
  'id',
  'name',
  'programme_id',
  'key_prefix',
  'parameters',
  'statuses',
  'currency',
  'created_at',
  'ended_at',
] as const;
const TEMPLATE = [
  'id',
  'name',
  'programme_id',
  'partner_id',
  'method',
  'url',
  'states',
  'created_at',
  'ended_at',
] as const;

type Kept<T> = { [K in keyof T]: unknown };

function toDoor(row: Kept<Door>): Door {
  return row as Door;
}

function toTemplate(row: Kept<Template>): Template {
  return row as Template;
}

export async function insertDoor(ctx: Ctx, door: Door, key_hash: string): Promise<void> {
  await ctx.db
    .insertInto('postback_doors')
    .values({
      ...door,
      key_hash,
      parameters: JSON.stringify(door.parameters),
      statuses: JSON.stringify(door.statuses),
    })
    .execute();
}

/** The door with this key that has not ended. */
export async function findDoorByKey(ctx: Ctx, keyHash: string): Promise<Door | undefined> {
  const row = await ctx.db
    .selectFrom('postback_doors')
    .select(DOOR)
    .where('key_hash', '=', keyHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && toDoor(row);
}

export async function listDoors(ctx: Ctx): Promise<Door[]> {
  const rows = await ctx.db.selectFrom('postback_doors').select(DOOR).orderBy('created_at').orderBy('id').execute();
  return rows.map(toDoor);
}

/** False when there is no such door, or it ended before. */
export async function endDoor(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('postback_doors')
    .set({ ended_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertTemplate(ctx: Ctx, template: Template): Promise<void> {
  await ctx.db
    .insertInto('postback_templates')
    .values({ ...template, states: template.states as ToldState[] })
    .execute();
}

export async function listTemplates(ctx: Ctx): Promise<Template[]> {
  const rows = await ctx.db
    .selectFrom('postback_templates')
    .select(TEMPLATE)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toTemplate);
}

/** False when there is no such template, or it ended before. */
export async function endTemplate(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('postback_templates')
    .set({ ended_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the programme is there, and the partner, when one is named, has a place in it. */
export async function hasPlace(
  ctx: Ctx,
  key: { programme_id: string; partner_id: string | null },
): Promise<{ programme: boolean; partner: boolean }> {
  const programme = await ctx.db
    .selectFrom('programmes')
    .select('id')
    .where('id', '=', key.programme_id)
    .executeTakeFirst();
  if (key.partner_id === null) return { programme: programme !== undefined, partner: true };
  const enrolled = await ctx.db
    .selectFrom('enrolments')
    .select('id')
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .executeTakeFirst();
  return { programme: programme !== undefined, partner: enrolled !== undefined };
}
