import { notFound } from '../../../kernel/errors.ts';
import type { Terms, TermsVersion } from '../../../partners/programmes/model.ts';
import type { Ctx } from '../../../platform/ctx.ts';

export type ProgrammeTerms = {
  programme: { zone: string; currency: string };
  versions: Pick<TermsVersion, 'id' | 'version' | 'effective_at' | 'terms'>[];
};

/** A programme's zone, currency and every version of its terms. @throws 404 */
export async function findProgrammeTerms(ctx: Ctx, programmeId: string): Promise<ProgrammeTerms> {
  const programme = await ctx.db
    .selectFrom('programmes')
    .select(['zone', 'currency'])
    .where('id', '=', programmeId)
    .executeTakeFirst();
  if (!programme) throw notFound('programme', programmeId);
  const rows = await ctx.db
    .selectFrom('programme_terms')
    .select(['id', 'version', 'effective_at', 'terms'])
    .where('programme_id', '=', programmeId)
    .orderBy('version', 'desc')
    .execute();
  return { programme, versions: rows.map((row) => ({ ...row, terms: row.terms as Terms })) };
}
