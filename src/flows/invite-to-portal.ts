import { issueSignInLink } from '../access/members/verbs/links.ts';
import { getCompany } from '../customers/company/service.ts';
import { AppError } from '../kernel/errors.ts';
import { getPartner } from '../partners/partners/service.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';

/**
 * Mails a partner a link that signs them in to their portal; makes their access when there is none yet.
 * @throws conflict when the partner is not approved, or the address signs in here as somebody else
 */
export function inviteToPortal(ctx: Ctx, partnerId: string): Promise<{ mail_id: string; sent_to: string }> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const { partner } = await getPartner(ctx, partnerId);
    if (partner.state !== 'approved')
      throw new AppError('conflict', `${partner.name} is ${partner.state}; only an approved partner has a portal.`, {
        hint: 'Approve or reinstate the partner first.',
      });
    const url = await issueSignInLink(ctx, { ...partner, partner_id: partner.id, to: '/portal' });
    const { name: company } = await getCompany(ctx);
    const mail_id = await queueMail(ctx, {
      to: partner.email,
      to_name: partner.name,
      subject: say('mails:portal.subject', { company }),
      text: say('mails:portal.text', { name: partner.name, company, url }),
      kind: 'portal',
      subject_kind: 'partner',
      subject_id: partner.id,
    });
    return { mail_id, sent_to: partner.email };
  });
}
