import { AppError, notFound } from '../kernel/errors.ts';
import type { Certification } from '../partners/certifications/model.ts';
import { mayTry } from '../partners/certifications/rules.ts';
import * as certifications from '../partners/certifications/service.ts';
import { acceptTerms, findEnrolment } from '../partners/enrolments/service.ts';
import { listPartnerGates } from '../partners/gates/service.ts';
import { listFees } from '../partners/gates/verbs/fees.ts';
import { getPartner } from '../partners/partners/service.ts';
import { getProgramme, listProgrammes } from '../partners/programmes/service.ts';
import { type Ctx, requireScope, signedInPartner } from '../platform/ctx.ts';
import { applyFromPortal, readOpenPage } from './apply-to-programme.ts';
import { certifyByQuiz, findCertification, mustBeIn } from './certify-partner.ts';

const reading = (ctx: Ctx): Ctx => ({
  ...ctx,
  scopes: new Set([...ctx.scopes, 'programmes:read', 'partners:read', 'settings:read'] as const),
});

/** The programmes the partner is in, with its gates and what it owes, and the public ones it could join. */
export async function portalProgrammes(ctx: Ctx) {
  requireScope(ctx, 'portal:read');
  const id = signedInPartner(ctx);
  const gates = await listPartnerGates(ctx, id);
  const inside = new Set(gates.map(({ programme_id }) => programme_id));
  const open = (await listProgrammes(reading(ctx))).filter(
    ({ id: programme, state, visibility, gates: asked }) =>
      state === 'live' &&
      visibility === 'public' &&
      !inside.has(programme) &&
      !asked.some(({ kind }) => kind === 'invitation'),
  );
  return {
    items: await Promise.all(gates.map((one) => portalProgramme(ctx, one.programme_id))),
    open: open.map(({ id: programme, name, audience, terms }) => ({
      id: programme,
      name,
      audience,
      in_words: terms?.in_words ?? [],
    })),
  };
}

/** One programme as its partner reads it. @throws 404 for one the partner is not in */
export async function portalProgramme(ctx: Ctx, programmeId: string) {
  requireScope(ctx, 'portal:read');
  const partner_id = signedInPartner(ctx);
  const gates = await listPartnerGates(ctx, partner_id);
  mustBeIn(gates, programmeId);
  const standing = gates.find(({ programme_id }) => programme_id === programmeId);
  const programme = await getProgramme(reading(ctx), programmeId);
  const { partner } = await getPartner(reading(ctx), partner_id);
  const asksCertificate = programme.gates.some(({ kind }) => kind === 'certification');
  const key = { programme_id: programmeId, partner_id };
  return {
    id: programme.id,
    name: programme.name,
    state: programme.state,
    may_earn: standing?.may_earn === true && programme.state === 'live' && partner.state === 'approved',
    gates: standing?.gates ?? [],
    in_words: programme.terms?.in_words ?? [],
    attribution_in_words: programme.attribution_in_words,
    version: programme.terms?.version ?? null,
    accepted_version: await acceptedVersion(ctx, key),
    versions: programme.terms_versions.map(({ version, effective_at, needs_acceptance, changes, in_words }) => ({
      version,
      effective_at,
      needs_acceptance,
      changes,
      in_words,
    })),
    fees: (await listFees(reading(ctx), key)).filter(({ state }) => state === 'due'),
    certification: asksCertificate ? await askedCertification(ctx, key) : null,
  };
}

type Key = { programme_id: string; partner_id: string };

async function acceptedVersion(ctx: Ctx, key: Key): Promise<number> {
  return (await findEnrolment(ctx, key))?.terms_accepted_version ?? 0;
}

async function askedCertification(ctx: Ctx, key: Key) {
  const certification = await findCertification(ctx, key.programme_id);
  const newest = await certifications.findNewestAttempt(ctx, key);
  const verdict = mayTry(newest, certification, ctx.clock.now());
  return {
    ...withoutAnswers(certification),
    newest: newest ? certifications.describeAttempt(newest) : null,
    may_try: verdict.may,
    from: !verdict.may && verdict.why === 'too_early' ? verdict.from.toISOString() : null,
  };
}

function withoutAnswers({ retry_hours: _hours, questions, ...rest }: Certification) {
  return {
    ...rest,
    questions: questions.map(({ key, text, choices, right }) => ({ key, text, choices, several: right.length > 1 })),
  };
}

/** The partner says yes to a version of the terms. @throws 404, 422 */
export async function acceptPortalTerms(ctx: Ctx, programmeId: string, version: number) {
  requireScope(ctx, 'portal:write');
  await acceptTerms(ctx, { programme_id: programmeId, partner_id: signedInPartner(ctx) }, version);
  return portalProgramme(ctx, programmeId);
}

/** The partner takes the quiz of a programme it is in. @throws 404, 409 too soon after a failure */
export async function takePortalQuiz(ctx: Ctx, programmeId: string, answers: Record<string, number[]>) {
  requireScope(ctx, 'portal:write');
  const key = await insideOf(ctx, programmeId);
  return certifyByQuiz(ctx, key, answers);
}

/** The partner sends a proof for somebody to look at. @throws 404, 409, 422 */
export async function sendPortalProof(ctx: Ctx, programmeId: string, input: certifications.ProofInput) {
  requireScope(ctx, 'portal:write');
  const key = await insideOf(ctx, programmeId);
  const certification = await findCertification(ctx, programmeId);
  return certifications.describeAttempt(await certifications.submitProof(ctx, key, certification, input));
}

async function insideOf(ctx: Ctx, programme_id: string): Promise<Key> {
  const partner_id = signedInPartner(ctx);
  mustBeIn(await listPartnerGates(ctx, partner_id), programme_id);
  return { programme_id, partner_id };
}

/** What the partner is asked when it wants to be in another programme. @throws 404 for one it may not see */
export async function portalForm(ctx: Ctx, programmeId: string) {
  requireScope(ctx, 'portal:read');
  signedInPartner(ctx);
  const { view, form, reviewed } = await openOf(ctx, programmeId);
  return {
    id: view.id,
    name: view.name,
    audience: view.audience,
    in_words: view.terms?.in_words ?? [],
    attribution_in_words: view.attribution_in_words,
    gates_in_words: view.gates_in_words,
    version: view.terms?.version ?? 1,
    fields: form.fields,
    reviewed,
  };
}

async function openOf(ctx: Ctx, programmeId: string) {
  const programme = await getProgramme(reading(ctx), programmeId).catch(() => undefined);
  const page = programme?.pages.find(({ state }) => state === 'published');
  const open = page && (await readOpenPage(ctx, page.slug));
  if (!open) throw notFound('programme', programmeId);
  return open;
}

export type PortalApplication = { terms_version: number; answers: Record<string, string | string[]> };

/** The partner applies to another programme. @throws 404, 409 while one waits or too soon after a refusal, 422 */
export async function applyToAnother(ctx: Ctx, programmeId: string, input: PortalApplication) {
  requireScope(ctx, 'portal:write');
  const { partner } = await getPartner(reading(ctx), signedInPartner(ctx));
  const { page } = await openOf(ctx, programmeId);
  const applied = await applyFromPortal(ctx, {
    ...input,
    programme_id: programmeId,
    slug: page.slug,
    who: { name: partner.name, email: partner.email, country: partner.country },
  });
  if (applied.outcome === 'approved' || applied.outcome === 'queued') return { outcome: applied.outcome };
  if (applied.outcome === 'rejected') return { outcome: applied.outcome };
  throw new AppError('conflict', SAID[applied.outcome] ?? 'You cannot apply now.', {
    ...('reapply_at' in applied ? { reapply_at: applied.reapply_at.toISOString() } : {}),
  });
}

const SAID: Record<string, string> = {
  waiting: 'Your application is here already.',
  known: 'You are in this programme already.',
  too_early: 'It is too early to apply again.',
  terms_changed: 'The terms changed while you were reading.',
};
