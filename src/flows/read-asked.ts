import { getForm } from '../partners/applications/service.ts';
import { getCertification } from '../partners/certifications/service.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

/** What a programme asks of those who want to be in it and to earn. @throws 404 */
export async function readAsked(ctx: Ctx, programmeId: string) {
  requireScope(ctx, 'programmes:write');
  const { programme } = await findProgrammeWithTerms(ctx, programmeId);
  return {
    form: await getForm(ctx, programme),
    certification: (await getCertification(ctx, programme)) ?? null,
  };
}
