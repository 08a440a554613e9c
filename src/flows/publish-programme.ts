import { AppError } from '../kernel/errors.ts';
import { decideGuard, type GuardVerdict } from '../partners/programmes/rules/policy.ts';
import { getProgramme, openProgramme } from '../partners/programmes/service.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { companyFacts } from '../reports/company.ts';
import { headlineMetrics } from '../reports/headline-metrics.ts';

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
 * @throws 404; 409 below the guard without a reason; 403 for a reason of somebody who is no owner
 */
export async function publishProgramme(ctx: Ctx, id: string, input: { override_reason?: string | undefined }) {
  requireScope(ctx, 'programmes:write');
  const guard = await readGuard(ctx, input.override_reason);
  if (!guard.allowed)
    throw new AppError('conflict', guard.in_words, {
      field: 'override_reason',
      hint: 'Send override_reason to publish anyway.',
      guard,
    });
  if (guard.why === 'overridden') checkOwner(ctx);
  return inTransaction(ctx, async (ctx) => {
    await openProgramme(ctx, id, { guard });
    return { programme: await getProgramme(reading(ctx), id), guard };
  });
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
