import type { Ctx } from '../../../platform/ctx.ts';
import type { ProgrammePage } from '../model.ts';

type Row = Omit<ProgrammePage, 'state'> & { state: string };
const toPage = (row: Row): ProgrammePage => ({ ...row, state: row.state as ProgrammePage['state'] });

/** False when the address belongs to another page. */
export async function insertPage(ctx: Ctx, page: ProgrammePage): Promise<boolean> {
  const row = await ctx.db
    .insertInto('programme_pages')
    .values(page)
    .onConflict((oc) => oc.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updatePage(ctx: Ctx, page: ProgrammePage): Promise<void> {
  const { id, programme_id: _programme, created_at: _created, ...change } = page;
  await ctx.db.updateTable('programme_pages').set(change).where('id', '=', id).execute();
}

export async function findPage(ctx: Ctx, id: string): Promise<ProgrammePage | undefined> {
  const row = await ctx.db.selectFrom('programme_pages').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPage(row);
}

export async function findPageBySlug(ctx: Ctx, slug: string): Promise<ProgrammePage | undefined> {
  const row = await ctx.db.selectFrom('programme_pages').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && toPage(row);
}

/** Oldest first. */
export async function listPages(ctx: Ctx, programmeId: string): Promise<ProgrammePage[]> {
  const rows = await ctx.db
    .selectFrom('programme_pages')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toPage);
}
