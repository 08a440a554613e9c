import type { Ctx } from '../../platform/ctx.ts';
import type { Gate } from '../gates/model.ts';
import type { AttributionPolicy, Programme, ProgrammeState, Terms, TermsVersion, Visibility } from './model.ts';

type Row = Omit<Programme, 'attribution' | 'state' | 'visibility' | 'gates'> & {
  attribution: unknown;
  state: string;
  visibility: string;
  gates: unknown;
};

function toProgramme(row: Row): Programme {
  return {
    ...row,
    state: row.state as ProgrammeState,
    attribution: row.attribution as AttributionPolicy,
    visibility: row.visibility as Visibility,
    gates: row.gates as Gate[],
  };
}

export async function insertProgramme(ctx: Ctx, programme: Programme): Promise<void> {
  await ctx.db
    .insertInto('programmes')
    .values({
      ...programme,
      attribution: JSON.stringify(programme.attribution),
      gates: JSON.stringify(programme.gates),
    })
    .execute();
}

export async function insertTerms(ctx: Ctx, version: TermsVersion): Promise<void> {
  await ctx.db
    .insertInto('programme_terms')
    .values({ ...version, terms: JSON.stringify(version.terms) })
    .execute();
}

/** Those of the ids that are partners who may still earn. */
export async function listPartnersOf(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('partners')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '<>', 'closed')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function findProgramme(ctx: Ctx, id: string): Promise<Programme | undefined> {
  const row = await ctx.db.selectFrom('programmes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toProgramme(row);
}

export async function lockProgramme(ctx: Ctx, id: string): Promise<Programme | undefined> {
  const row = await ctx.db.selectFrom('programmes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toProgramme(row);
}

export async function listProgrammes(ctx: Ctx): Promise<Programme[]> {
  const rows = await ctx.db.selectFrom('programmes').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(toProgramme);
}

export async function slugIsTaken(ctx: Ctx, slug: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('programmes').select('id').where('slug', '=', slug).executeTakeFirst();
  return row !== undefined;
}

export async function updateProgramme(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<Programme, 'name' | 'state' | 'attribution' | 'audience' | 'visibility' | 'gates'>>,
): Promise<void> {
  const { attribution, gates, ...rest } = change;
  await ctx.db
    .updateTable('programmes')
    .set({
      ...rest,
      ...(attribution ? { attribution: JSON.stringify(attribution) } : {}),
      ...(gates ? { gates: JSON.stringify(gates) } : {}),
      updated_at: ctx.clock.now(),
    })
    .where('id', '=', id)
    .execute();
}

/** Every version of the programmes' terms, newest first. */
export async function listTerms(ctx: Ctx, programmeIds: string[]): Promise<TermsVersion[]> {
  if (programmeIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('programme_terms')
    .selectAll()
    .where('programme_id', 'in', programmeIds)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, terms: row.terms as Terms }));
}

/** The company's own defaults, and its LTV:CAC guard. Undefined before the company is set up. */
export async function findCompany(ctx: Ctx) {
  return ctx.db
    .selectFrom('company_settings')
    .select(['name', 'reporting_currency', 'zone', 'ltv_cac_guard', 'product_url'])
    .executeTakeFirst();
}

export async function countEnrolled(ctx: Ctx, programmeId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return row.n;
}
