import { invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Referral, ReferralSettings } from '../model.ts';
import * as store from '../store.ts';

/** Gives a referral to a member of the team, or to nobody. @throws 404 */
export async function assignReferral(ctx: Ctx, id: string, owner_id: string | null): Promise<Referral> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const referral = await store.lockReferral(ctx, id);
    if (!referral) throw notFound('referral', id);
    if (owner_id !== null && !(await store.isMember(ctx, owner_id)))
      throw invalidField('owner_id', 'Nobody of the team has this id.', 'Choose a member from Settings, Team.');
    await store.updateReferral(ctx, id, { owner_id });
    const detail = { owner_id };
    await writeAudit(ctx, { action: 'referral.assign', subjectKind: 'referral', subjectId: id, detail });
    return { ...referral, owner_id };
  });
}

/** The referrals whose answer became late since the last look; each is reported once. */
export async function takeOverdue(ctx: Ctx): Promise<Referral[]> {
  requireScope(ctx, 'partners:write');
  return store.takeOverdue(ctx, ctx.clock.now());
}

/** How a programme takes referrals. @throws 404 */
export async function getSettings(ctx: Ctx, programmeId: string): Promise<ReferralSettings> {
  requireScope(ctx, 'programmes:read');
  return store.findSettings(ctx, programmeId);
}

/** Changes how a programme takes referrals, from now on. @throws 404; 422 when the owner is not of the team */
export async function saveSettings(
  ctx: Ctx,
  programmeId: string,
  settings: ReferralSettings,
): Promise<ReferralSettings> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await store.programmeExists(ctx, programmeId))) throw notFound('programme', programmeId);
    if (settings.owner_id !== null && !(await store.isMember(ctx, settings.owner_id)))
      throw invalidField('owner_id', 'Nobody of the team has this id.', 'Choose a member from Settings, Team.');
    await store.upsertSettings(ctx, programmeId, settings);
    const subject = { subjectKind: 'programme', subjectId: programmeId };
    await writeAudit(ctx, { action: 'programme.referral_settings', ...subject, detail: settings });
    return settings;
  });
}
