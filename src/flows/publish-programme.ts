import { getCompany } from '../customers/company/service.ts';
import { AppError } from '../kernel/errors.ts';
import { getCertification } from '../partners/certifications/service.ts';
import { recordEvidence } from '../partners/gates/service.ts';
import { termsAt } from '../partners/programmes/model.ts';
import { missingReadiness, type ReadinessFacts } from '../partners/programmes/rules/gates.ts';
import { whatIsMissing } from '../partners/programmes/rules/missing.ts';
import { decideGuard, type GuardVerdict } from '../partners/programmes/rules/policy.ts';
import { findProgrammeWithTerms, getProgramme, openProgramme } from '../partners/programmes/service.ts';
import { countPublishedPages } from '../partners/programmes/verbs/pages.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { companyFacts } from '../reports/company.ts';
import { headlineMetrics } from '../reports/headline-metrics.ts';
import { launchReadiness } from '../reports/launch-readiness.ts';

export type Guard = {
  allowed: boolean;
  why: GuardVerdict['why'];
  ltv_cac: number | null;
  guard: number;
  in_words: string;
};

/**
 * Opens a programme to partners. Below the guard on LTV:CAC only an owner may, with a reason that is kept; where
 * LTV:CAC is not known the programme opens and the answer says why it is not known.
 * A programme in which nobody could earn is refused with the list of what is missing; what the company's own readiness
 * lacks an owner may override too.
 * @throws 404; 422 with `missing`; 409 below the guard without a reason; 403 for a reason of somebody who is no owner
 */
export async function publishProgramme(ctx: Ctx, id: string, input: { override_reason?: string | undefined }) {
  requireScope(ctx, 'programmes:write');
  const launch = await readLaunch(ctx, id);
  const blocking = launch.missing.filter(({ code }) => !isReadiness(code) || input.override_reason === undefined);
  if (blocking.length > 0) throw notReady(blocking);
  const guard = await readGuard(ctx, input.override_reason);
  if (!guard.allowed)
    throw new AppError('conflict', guard.in_words, {
      field: 'override_reason',
      hint: 'Send override_reason to publish anyway.',
      guard,
    });
  const overridden = guard.why === 'overridden' || launch.missing.length > 0;
  if (overridden) checkOwner(ctx);
  return inTransaction(ctx, async (ctx) => {
    await openProgramme(ctx, id, { guard });
    await noteReadiness(ctx, id, { launch, reason: input.override_reason });
    return { programme: await getProgramme(reading(ctx), id), guard };
  });
}

export type Launch = { missing: { code: string; says: string }[]; readiness: ReadinessFacts | null };

/** What stands in the way of opening a programme, in sentences; nothing when it can be opened. @throws 404 */
export async function readLaunch(ctx: Ctx, id: string): Promise<Launch> {
  requireScope(ctx, 'programmes:write');
  const { programme, versions } = await findProgrammeWithTerms(ctx, id);
  const { product_url } = await getCompany(reading(ctx));
  const thresholds = programme.gates.find((gate) => gate.kind === 'company_readiness');
  const readiness = thresholds ? await launchReadiness(reading(ctx)) : null;
  const certification = await getCertification(ctx, programme);
  const missing = whatIsMissing({
    visibility: programme.visibility,
    gates: programme.gates,
    terms: (termsAt(versions, ctx.clock.now()) ?? versions[0])?.terms ?? null,
    product_url,
    published_pages: await countPublishedPages(ctx, id),
    certification: certification ? { kind: certification.kind, questions: certification.questions.length } : null,
    readiness: thresholds && readiness ? missingReadiness(thresholds, readiness) : [],
  });
  return { missing: missing.map(({ code, params }) => ({ code, says: missingInWords(code, params) })), readiness };
}

function missingInWords(code: string, params: Record<string, unknown>): string {
  const shown = (value: unknown) => {
    if (value === null) return say('programmes:missing.not_known');
    return code === 'readiness_retention' ? `${Math.round(Number(value) * 100)} %` : value;
  };
  const spoken = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
  return say(`programmes:missing.${code}`, spoken);
}

const isReadiness = (code: string) => code.startsWith('readiness_');

function notReady(missing: Launch['missing']): AppError {
  const list = missing.map(({ says }) => says).join(' ');
  const isOnlyReadiness = missing.every(({ code }) => isReadiness(code));
  return new AppError('unprocessable', `Nobody could earn in this programme yet. ${list}`, {
    missing,
    ...(isOnlyReadiness
      ? { field: 'override_reason', hint: 'An owner may send override_reason to publish anyway.' }
      : { hint: 'Add what is missing and publish again.' }),
  });
}

/** Where a programme asks for the company's readiness, publishing it keeps what was found, with its date. */
async function noteReadiness(
  ctx: Ctx,
  id: string,
  found: { launch: Launch; reason: string | undefined },
): Promise<void> {
  const { readiness, missing } = found.launch;
  if (!readiness) return;
  const how = missing.length > 0 ? 'overridden' : 'ready';
  const evidence = { how, ...readiness, reason: found.reason ?? '' };
  await recordEvidence(ctx, { programme_id: id, partner_id: null, gate: 'company_readiness', passed: true, evidence });
}

/** What the guard says now. */
export async function readGuard(ctx: Ctx, override_reason?: string): Promise<Guard> {
  requireScope(ctx, 'programmes:write');
  const { metrics } = await headlineMetrics(reading(ctx));
  const metric = metrics.find(({ key }) => key === 'ltv_cac');
  const unknown_because = metric?.unavailable_reason ?? '';
  const { ltvCacGuard: guard } = await companyFacts(ctx);
  const facts = { ltv_cac: metric?.value ?? null, guard, unknown_because };
  const verdict = decideGuard(override_reason === undefined ? facts : { ...facts, override_reason });
  return {
    allowed: verdict.allowed,
    why: verdict.why,
    ltv_cac: verdict.ltv_cac,
    guard,
    in_words: inWords(verdict, guard, override_reason),
  };
}

function inWords(verdict: GuardVerdict, guard: number, override = ''): string {
  const because = ('unknown_because' in verdict ? verdict.unknown_because : '')?.replace(/\.$/, '');
  return say(`programmes:guard.${verdict.why}`, { ratio: verdict.ltv_cac?.toFixed(1), guard, because, override });
}

/** Publishing asks what the company's numbers say, whoever publishes. */
function reading(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'customers:read', 'settings:read', 'programmes:read']) };
}

function checkOwner(ctx: Ctx): void {
  if (ctx.actor.kind !== 'user' || ctx.actor.role === 'owner') return;
  throw new AppError('forbidden', 'Only an owner may publish a programme below the guard.');
}
