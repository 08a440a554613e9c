import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import type { Scenario, TermsDraft } from '../model.ts';
import { forecastOf } from '../rules/forecast.ts';
import * as store from '../store.ts';

/** Keeps terms made from a scenario for a programme; an open draft of that programme makes way. */
export async function keepDraft(
  ctx: Ctx,
  input: { scenario: Scenario; programmeId: string; offer: 'a' | 'b'; terms: object },
): Promise<TermsDraft> {
  requireScope(ctx, 'programmes:write');
  const { scenario, programmeId, offer, terms } = input;
  const offered = scenario.input.offers[offer];
  if (!offered)
    throw new AppError('unprocessable', 'The scenario has only one offer.', { field: 'offer', hint: 'Send "a".' });
  const forecast = forecastOf(scenario.input, offered);
  return inTransaction(ctx, async (ctx) => {
    const before = await store.findOpenDraft(ctx.db, programmeId);
    if (before) await decide(ctx, before, { state: 'discarded', terms_id: null });
    const draft: TermsDraft = {
      id: newId(ctx, 'termsDraft'),
      scenario_id: scenario.id,
      scenario_name: scenario.name,
      programme_id: programmeId,
      offer,
      terms,
      input: scenario.input,
      forecast,
      created_by: ctx.actor.id,
      created_at: ctx.clock.now(),
      terms_id: null,
      decided_by: null,
      decided_at: null,
      state: 'open',
    };
    await store.insertDraft(ctx.db, draft);
    await audit(ctx, 'terms_draft.created', draft, { programme_id: programmeId, scenario: scenario.name, terms });
    return draft;
  });
}

/** The draft, held until this transaction ends. @throws 404, 409 when it was decided before */
export async function takeDraft(ctx: Ctx, id: string): Promise<TermsDraft> {
  requireScope(ctx, 'programmes:write');
  const draft = await store.lockDraft(ctx.db, id);
  if (!draft) throw notFound('draft', id);
  if (draft.state === 'open') return draft;
  throw new AppError('conflict', `The draft was ${draft.state} before.`, { state: draft.state });
}

/** Notes the version a draft became, or that it was put away. */
export async function decide(
  ctx: Ctx,
  draft: TermsDraft,
  decision: Pick<TermsDraft, 'state' | 'terms_id'>,
): Promise<void> {
  requireScope(ctx, 'programmes:write');
  const decided = { ...decision, decided_by: ctx.actor.id, decided_at: ctx.clock.now() };
  await store.decideDraft(ctx.db, draft.id, decided);
  await audit(ctx, `terms_draft.${decision.state}`, draft, {
    programme_id: draft.programme_id,
    terms_id: decision.terms_id,
  });
}

/** @throws 404, 409 when it was decided before */
export async function discardDraft(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) =>
    decide(ctx, await takeDraft(ctx, id), { state: 'discarded', terms_id: null }),
  );
}

/** What waits for a programme. */
export async function openDraft(ctx: Ctx, programmeId: string): Promise<TermsDraft | undefined> {
  requireScope(ctx, 'programmes:read');
  return store.findOpenDraft(ctx.db, programmeId);
}

function audit(ctx: Ctx, action: string, { id }: TermsDraft, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'terms_draft', subjectId: id, detail });
}
