import type { Ctx } from '../../../platform/ctx.ts';
import type { Mapping, Unlisted } from '../model.ts';

/** Undefined before anybody decided. */
export async function findUnlisted(ctx: Ctx): Promise<Unlisted | undefined> {
  const row = await ctx.db.selectFrom('event_settings').select('unlisted').executeTakeFirst();
  return row?.unlisted as Unlisted | undefined;
}

export async function putUnlisted(ctx: Ctx, unlisted: Unlisted): Promise<void> {
  const row = { unlisted, updated_at: ctx.clock.now() };
  await ctx.db
    .insertInto('event_settings')
    .values(row)
    .onConflict((oc) => oc.column('id').doUpdateSet(row))
    .execute();
}

export async function listMappings(ctx: Ctx): Promise<Mapping[]> {
  const columns = ['event_name', 'action', 'feature', 'quantity_property'] as const;
  return (await ctx.db.selectFrom('event_mappings').select(columns).orderBy('event_name').execute()) as Mapping[];
}

export async function upsertMapping(ctx: Ctx, mapping: Mapping): Promise<void> {
  const { event_name, ...rest } = mapping;
  const row = { ...rest, updated_by: ctx.actor.id, updated_at: ctx.clock.now() };
  await ctx.db
    .insertInto('event_mappings')
    .values({ event_name, ...row })
    .onConflict((oc) => oc.column('event_name').doUpdateSet(row))
    .execute();
}

/** False when there is none of that event. */
export async function deleteMapping(ctx: Ctx, eventName: string): Promise<boolean> {
  const query = ctx.db.deleteFrom('event_mappings').where('event_name', '=', eventName).returning('event_name');
  return (await query.executeTakeFirst()) !== undefined;
}
