import { AppError, notFound } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import { addDays } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { emit } from '../../platform/outbox.ts';
import { sha256 } from '../../platform/token.ts';
import { ANSWER_DAYS, type Ask, type AskAnswer } from './model.ts';
import { type AnswerDecision, decideAnswer } from './rules.ts';
import type { AskQuery, AskView, EditAsk } from './schema.ts';
import * as store from './store.ts';

export type NewAsk = Pick<
  Ask,
  | 'kind'
  | 'account_id'
  | 'person_id'
  | 'programme_id'
  | 'readiness_score'
  | 'readiness_snapshot'
  | 'subject'
  | 'body_text'
  | 'evidence'
>;

/** Keeps a prepared ask as a draft. @throws 409 naming the open one: a promoter gets exactly one ask at a time. */
export async function createDraft(ctx: Ctx, ask: NewAsk): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  return inTransaction(ctx, async (ctx) => {
    await store.expireSent(ctx.db, ctx.clock.now(), ask.person_id);
    const id = newId(ctx, 'ask');
    if (!(await store.insertAsk(ctx.db, { ...draft(ctx, id), ...ask }))) throw await openAsk(ctx, ask.person_id);
    await writeAudit(ctx, { action: 'ask.draft', subjectKind: 'ask', subjectId: id, detail: { kind: ask.kind } });
    return getAsk(ctx, id);
  });
}

function draft(ctx: Ctx, id: string): Omit<Ask, keyof NewAsk> {
  return {
    id,
    state: 'draft',
    mail_id: null,
    partner_id: null,
    override_reason: null,
    answer: null,
    created_by: ctx.actor.id,
    created_at: ctx.clock.now(),
    sent_at: null,
    answered_at: null,
    expires_at: null,
  };
}

async function openAsk(ctx: Ctx, personId: string): Promise<AppError> {
  const open = await store.findOpenAsk(ctx.db, personId);
  return new AppError('conflict', 'Another ask to this person is open; a person gets one at a time.', {
    field: 'person_id',
    ask_id: open?.id,
    hint: open?.state === 'draft' ? 'Send or cancel that draft.' : 'Wait for its answer, or cancel it.',
  });
}

/** Changes the words of a draft. @throws 409 once it was sent */
export async function editAsk(ctx: Ctx, id: string, change: EditAsk): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  return inTransaction(ctx, async (ctx) => {
    await lockDraft(ctx, id);
    if (Object.keys(change).length > 0) await store.updateAsk(ctx.db, id, change);
    await writeAudit(ctx, { action: 'ask.edit', subjectKind: 'ask', subjectId: id, detail: change });
    return getAsk(ctx, id);
  });
}

/**
 * Holds a draft that is about to be sent until the transaction ends.
 * @throws 404, 409 when it is no draft any more, or when a yes could not be given a link yet
 */
export async function lockForSending(ctx: Ctx, id: string): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  const ask = await lockDraft(ctx, id);
  if (ask.programme_id === null || ask.product_url !== null) return view(ask);
  throw new AppError('conflict', 'Nobody has said yet where the product is, so a yes could not be given a link.', {
    field: 'product_url',
    hint: 'Set the product address in Settings first.',
  });
}

async function lockDraft(ctx: Ctx, id: string): Promise<store.AskRow> {
  const ask = await store.lockAsk(ctx.db, id);
  if (!ask) throw notFound('ask', id);
  if (ask.state === 'draft') return ask;
  throw new AppError('conflict', `This ask is ${ask.state}, not a draft.`, { state: ask.state });
}

/** Marks a locked draft as sent: its mail is queued in the same transaction, and only a hash of its link is kept. */
export async function markSent(
  ctx: Ctx,
  id: string,
  sent: { mail_id: string; token_hash: string; override_reason?: string; vetoes: string[] },
): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  const { vetoes, override_reason = null, ...kept } = sent;
  const now = ctx.clock.now();
  const times = { sent_at: now, expires_at: addDays(now, ANSWER_DAYS) };
  await store.updateAsk(ctx.db, id, { ...kept, ...times, state: 'sent', override_reason });
  const detail = { mail_id: sent.mail_id, override_reason, vetoes };
  await writeAudit(ctx, { action: 'ask.send', subjectKind: 'ask', subjectId: id, detail });
  await emit(ctx, 'ask.sent', { ask_id: id });
  return getAsk(ctx, id);
}

/** Takes back a draft or an unanswered invitation; its link then says so kindly. @throws 409 once it was answered */
export async function cancelAsk(ctx: Ctx, id: string): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  return inTransaction(ctx, async (ctx) => {
    const ask = await store.lockAsk(ctx.db, id);
    if (!ask) throw notFound('ask', id);
    if (ask.state === 'cancelled') return view(ask);
    if (ask.state !== 'draft' && ask.state !== 'sent')
      throw new AppError('conflict', `This ask is ${ask.state} and stays so.`, { state: ask.state });
    await store.updateAsk(ctx.db, id, { state: 'cancelled' });
    await writeAudit(ctx, { action: 'ask.cancel', subjectKind: 'ask', subjectId: id, detail: { was: ask.state } });
    return getAsk(ctx, id);
  });
}

/** The ask behind a link, and what the link still means. Undefined when there is none; the link itself is the right. */
export async function findByLink(
  ctx: Ctx,
  token: string,
  options: { lock: boolean } = { lock: false },
): Promise<{ ask: AskView; means: AnswerDecision } | undefined> {
  const find = options.lock ? store.lockAskByToken : store.findAskByToken;
  const ask = await find(ctx.db, sha256(token));
  return ask && { ask: view(ask), means: decideAnswer(ask, ctx.clock.now()) };
}

/** Keeps a person's answer to a locked, open ask. */
export async function markAnswered(
  ctx: Ctx,
  id: string,
  answer: { state: 'accepted' | 'declined'; partner_id?: string; answer?: AskAnswer },
): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  await store.updateAsk(ctx.db, id, { ...answer, answered_at: ctx.clock.now() });
  const detail = { partner_id: answer.partner_id, ...answer.answer };
  await writeAudit(ctx, { action: `ask.${answer.state}`, subjectKind: 'ask', subjectId: id, detail });
  await emit(ctx, `ask.${answer.state}`, { ask_id: id, partner_id: answer.partner_id ?? null });
  return getAsk(ctx, id);
}

/** Lets invitations without an answer expire, so that the person can be asked again one day. */
export async function expireAsks(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'advocates:write');
  return store.expireSent(ctx.db, ctx.clock.now());
}

/** @throws 404 */
export async function getAsk(ctx: Ctx, id: string): Promise<AskView> {
  requireScope(ctx, 'advocates:read');
  const ask = await store.findAsk(ctx.db, id);
  if (!ask) throw notFound('ask', id);
  return view(ask);
}

export async function listAsks(ctx: Ctx, query: AskQuery): Promise<Page<AskView>> {
  requireScope(ctx, 'advocates:read');
  const { rows, total } = await store.listAskRows(ctx.db, query);
  return { items: rows.map(view), total, page: query.page, per_page: query.per_page };
}

function view(ask: store.AskRow): AskView {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: ask.id,
    kind: ask.kind,
    state: ask.state,
    company: ask.company,
    account: { id: ask.account_id, name: ask.account_name },
    person: { id: ask.person_id, name: ask.person_name, email: ask.person_email },
    programme: ask.programme_id === null ? null : { id: ask.programme_id, name: ask.programme_name ?? '' },
    readiness_score: ask.readiness_score,
    subject: ask.subject,
    body_text: ask.body_text,
    evidence: ask.evidence.map(({ code, sentence, source }) => ({ code, sentence, source })),
    mail_id: ask.mail_id,
    partner_id: ask.partner_id,
    override_reason: ask.override_reason,
    created_by: ask.created_by,
    created_at: ask.created_at.toISOString(),
    sent_at: iso(ask.sent_at),
    answered_at: iso(ask.answered_at),
    expires_at: iso(ask.expires_at),
  };
}
