import { issueSignInLink } from '../access/members/verbs/links.ts';
import { AppError } from '../kernel/errors.ts';
import { formatMajor } from '../kernel/money.ts';
import type { Application } from '../partners/applications/model.ts';
import { categoriesOf } from '../partners/applications/rules.ts';
import { linkPartner } from '../partners/applications/service.ts';
import { enrolPartner } from '../partners/enrolments/service.ts';
import type { Fee } from '../partners/gates/model.ts';
import { listPartnerGates, recordEvidence } from '../partners/gates/service.ts';
import { issueFee } from '../partners/gates/verbs/fees.ts';
import { linkUrl } from '../partners/links/model.ts';
import { createLink, listLinks } from '../partners/links/service.ts';
import type { Partner, PartnerKind } from '../partners/partners/model.ts';
import { createPartner } from '../partners/partners/service.ts';
import type { Programme } from '../partners/programmes/model.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { personByEmail } from '../reports/person-by-email.ts';
import { greetingOf } from './programme-mails.ts';

const KIND: Record<string, PartnerKind> = {
  affiliate: 'affiliate',
  solutions_partner: 'agency',
  certified_partner: 'agency',
  pay_per_lead: 'adviser',
  newsletter: 'creator',
  performance_network: 'affiliate',
};

export type Admission = { application: Application; programme: Programme; company: string; invited: boolean };

/**
 * Makes the applicant a partner of the programme: partner, enrolment with the terms they agreed to, evidence, link, fee
 * of the first period, and the mail with both links, all in the caller's transaction. Undefined, and nothing is made,
 * when the mailbox belongs to a partner who was suspended or closed: only a person undoes that.
 */
export async function admitPartner(ctx: Ctx, admission: Admission): Promise<Partner | undefined> {
  requireScope(ctx, 'partners:write');
  const { application, programme, invited } = admission;
  const partner = await makePartner(ctx, admission);
  if (partner.state !== 'approved') return undefined;
  const key = { programme_id: programme.id, partner_id: partner.id };
  await enrolPartner(ctx, {
    ...key,
    terms_version: application.terms_version,
    origin: invited ? 'invited' : 'applied',
  });
  await linkPartner(ctx, application.id, partner.id);
  await keepEvidence(ctx, admission, partner.id);
  const fee = await issueFee(ctx, key);
  await welcome(ctx, admission, { partner, fee, url: await firstLink(ctx, key) });
  return partner;
}

async function makePartner(ctx: Ctx, { application, programme }: Admission): Promise<Partner> {
  const person = await personByEmail(ctx, application.email);
  return createPartner(ctx, {
    kind: KIND[programme.template] ?? 'customer',
    name: application.name,
    email: application.email,
    country: application.country ?? undefined,
    categories: categoriesOf(application.answers),
    account_id: person?.account_id ?? undefined,
    person_id: person?.id,
    state: 'approved',
    reason: `Application ${application.id}`,
  });
}

/** The approval opens the gate of the application; an invitation that was used, the gate of the invitation. */
async function keepEvidence(ctx: Ctx, { application, programme, invited }: Admission, partner_id: string) {
  const common = { programme_id: programme.id, partner_id, passed: true };
  const byHand = application.reason_code === 'by_hand';
  const evidence = { how: byHand ? 'approved' : 'approved_by_rule', application_id: application.id };
  await recordEvidence(ctx, { ...common, gate: 'application', evidence });
  if (!invited) return;
  await recordEvidence(ctx, { ...common, gate: 'invitation', evidence: { ...evidence, how: 'invited' } });
}

async function firstLink(ctx: Ctx, key: { programme_id: string; partner_id: string }): Promise<string> {
  const known = (await listLinks(ctx, key.partner_id)).find(
    (link) => link.programme_id === key.programme_id && link.state === 'active',
  );
  return linkUrl(ctx.publicUrl, (known ?? (await createLink(ctx, key))).code);
}

type Made = { partner: Partner; fee: Fee | undefined; url: string };

async function welcome(ctx: Ctx, { programme, company }: Admission, { partner, fee, url }: Made): Promise<void> {
  const words = (key: string, params: object) => say(`applications:mails.${key}`, { ...params });
  const gates = (await listPartnerGates(ctx, partner.id)).find(({ programme_id }) => programme_id === programme.id);
  const closed = (gates?.gates ?? []).filter(({ open }) => !open).map(({ reason }) => reason);
  const steps = [
    words('link', { url }),
    words('portal', { url: await portalLink(ctx, partner) }),
    ...(closed.length > 0 ? [words('todo', { what: closed.join(' ') })] : []),
    ...(fee?.state === 'due'
      ? [
          words('fee', {
            amount: `${formatMajor(fee.amount_minor, fee.currency)} ${fee.currency}`,
            from: fee.starts_on,
            reference: fee.id,
          }),
        ]
      : []),
  ];
  const params = { greeting: greetingOf(partner.name), programme: programme.name, company, steps: steps.join('\n\n') };
  await queueMail(ctx, {
    to: partner.email,
    to_name: partner.name,
    subject: words('approved_subject', params),
    text: words('approved_text', params),
    kind: 'welcome',
    subject_kind: 'partner',
    subject_id: partner.id,
  });
}

/** Who signs in here already as somebody else still becomes a partner; an owner can sort out the access later. */
async function portalLink(ctx: Ctx, partner: Partner): Promise<string> {
  try {
    return await issueSignInLink(ctx, { ...partner, partner_id: partner.id, to: '/portal' });
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return `${ctx.publicUrl}/portal`;
    throw error;
  }
}
