import { listMembers } from '../access/members/verbs/members.ts';
import { dateIn } from '../kernel/time.ts';
import { getPartner } from '../partners/partners/service.ts';
import type { Referral } from '../partners/referrals/model.ts';
import { getSettings } from '../partners/referrals/verbs/assign-referral.ts';
import { getReferral } from '../partners/referrals/verbs/read-referrals.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';

/** Tells sales: who has the referral, and the address the programme hands accepted ones to. Nobody named: no mail. */
export async function mailAboutReferral(
  ctx: Ctx,
  referral: Referral,
  about: 'new' | 'hand_off' | 'overdue',
): Promise<void> {
  const { hand_off_email } = await getSettings(ctx, referral.programme_id);
  const owner = (await listMembers(ctx)).find(({ user_id }) => user_id === referral.owner_id)?.email;
  const handed = about === 'hand_off' ? hand_off_email : null;
  const readers = new Set([owner, handed, owner ? null : hand_off_email].filter((address) => address != null));
  for (const to of readers) await queueMail(ctx, { to, ...(await letter(ctx, referral, about)) });
}

async function letter(ctx: Ctx, referral: Referral, about: string) {
  const { partner } = await getPartner(ctx, referral.partner_id);
  const params = {
    partner: partner.name,
    prospect: referral.company_name,
    contact: referral.contact_name,
    email: referral.contact_email,
    note: referral.note || say('referrals:mail.no_note'),
    answer_by: dateIn(referral.answer_by, 'UTC'),
    url: `${ctx.publicUrl}/referrals/${referral.id}`,
  };
  return { ...words(about, params), kind: `referral-${about}`, subject_kind: 'referral', subject_id: referral.id };
}

const words = (about: string, params: Record<string, string>) => ({
  subject: say(`referrals:mail.${about}.subject`, params),
  text: say(`referrals:mail.${about}.text`, params),
});

/** Tells the partner what became of what it referred. */
export async function mailPartner(ctx: Ctx, referral: Referral): Promise<void> {
  const { reason: sentence } = await getReferral(ctx, referral.id);
  const { partner } = await getPartner(ctx, referral.partner_id);
  const params = { partner: partner.name, prospect: referral.company_name, sentence, url: `${ctx.publicUrl}/portal` };
  const about = { kind: 'referral-moved', subject_kind: 'referral', subject_id: referral.id };
  await queueMail(ctx, { to: partner.email, to_name: partner.name, ...words('moved', params), ...about });
}
