import type { TermsDraft } from '../advocacy/scenarios/model.ts';
import { termsOf } from '../advocacy/scenarios/rules/terms.ts';
import { getScenario } from '../advocacy/scenarios/service.ts';
import { decide, keepDraft, openDraft, takeDraft } from '../advocacy/scenarios/verbs/drafts.ts';
import { AppError, invalidField } from '../kernel/errors.ts';
import { DEFAULT_TERMS, type Terms, type TermsVersion, termsAt } from '../partners/programmes/model.ts';
import { checkTerms } from '../partners/programmes/rules/check-terms.ts';
import { addTerms, findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { describeTerms } from '../partners/programmes/verbs/describe-programme.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';

export type DescribedDraft = ReturnType<typeof describe>;

/**
 * Makes terms of a scenario's offer for a programme and keeps them as a draft with the forecast they rest on. Nobody is
 * promised anything by it: the terms in force stay until somebody publishes the draft.
 * @throws 404; 409 for a closed programme; 422 for another currency or an offer that the terms cannot say
 */
export async function draftTerms(
  ctx: Ctx,
  scenarioId: string,
  input: { programme_id: string; offer: 'a' | 'b' },
): Promise<DescribedDraft> {
  requireScope(ctx, 'programmes:write');
  const scenario = await getScenario(reading(ctx), scenarioId);
  const { programme, versions } = await findProgrammeWithTerms(ctx, input.programme_id);
  if (programme.state === 'closed')
    throw new AppError('conflict', `${programme.name} is closed for good.`, { field: 'programme_id' });
  if (programme.currency !== scenario.input.currency)
    throw invalidField(
      'programme_id',
      `The scenario is in ${scenario.input.currency}, the programme ${programme.name} pays in ${programme.currency}.`,
      'Choose a programme of the same currency, or make the scenario in the other.',
    );
  const offer = scenario.input.offers[input.offer];
  if (!offer) throw invalidField('offer', 'The scenario has only one offer.', 'Send "a".');
  const before = current(versions, ctx.clock.now());
  const terms = termsOf(before?.terms ?? DEFAULT_TERMS, offer);
  checkTerms(terms);
  const draft = await keepDraft(ctx, { scenario, programmeId: programme.id, offer: input.offer, terms });
  return describe(draft, { currency: programme.currency, name: programme.name, before });
}

/** What the terms say when the draft is made: those in force, or those of a programme that has not begun. */
function current(versions: TermsVersion[], now: Date): TermsVersion | undefined {
  return termsAt(versions, now) ?? versions[0];
}

/** What waits for a programme, with what it would change. @throws 404 */
export async function readDraft(ctx: Ctx, programmeId: string): Promise<DescribedDraft | null> {
  requireScope(ctx, 'programmes:read');
  const { programme, versions } = await findProgrammeWithTerms(ctx, programmeId);
  const draft = await openDraft(ctx, programmeId);
  const before = current(versions, ctx.clock.now());
  return draft ? describe(draft, { currency: programme.currency, name: programme.name, before }) : null;
}

/**
 * Puts a draft into force as the programme's next version of terms; the forecast stays with it, to be compared with what
 * comes. Whether the programme itself is open is another matter. @throws 404, 409 when decided before, 422 for a past day
 */
export async function publishDraft(
  ctx: Ctx,
  id: string,
  input: { effective_at?: string | undefined; needs_acceptance?: boolean | undefined },
): Promise<{ programme_id: string; version: number; effective_at: string }> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const draft = await takeDraft(ctx, id);
    const terms = draft.terms as Terms;
    const { version } = await addTerms(ctx, draft.programme_id, { ...input, terms });
    await decide(ctx, draft, { state: 'published', terms_id: version.id });
    const { programme_id } = draft;
    return { programme_id, version: version.version, effective_at: version.effective_at.toISOString() };
  });
}

type Around = { currency: string; name: string; before: TermsVersion | undefined };

function describe(draft: TermsDraft, { currency, name, before }: Around) {
  const asVersion: TermsVersion = {
    id: draft.id,
    programme_id: draft.programme_id,
    version: (before?.version ?? 0) + 1,
    effective_at: draft.created_at,
    terms: draft.terms as Terms,
    needs_acceptance: false,
    created_by: draft.created_by,
    created_at: draft.created_at,
  };
  const { in_words, changes } = describeTerms(asVersion, currency, before);
  return {
    id: draft.id,
    scenario_id: draft.scenario_id,
    scenario_name: draft.scenario_name,
    programme_id: draft.programme_id,
    programme_name: name,
    offer: draft.offer,
    terms: asVersion.terms,
    in_words,
    changes,
    created_by: draft.created_by,
    created_at: draft.created_at.toISOString(),
  };
}

/** Whoever may write terms may read what they are made of. */
function reading(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'programmes:read']) };
}
