import { normaliseEmail } from '../../kernel/email.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { addDays } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import type { Application, Field, Form } from './model.ts';
import { checkForm, decideByRules, type Problem, type RuleVerdict, readAnswers } from './rules.ts';
import type { NewForm } from './schema.ts';
import * as store from './store.ts';

const QUESTIONS: Partial<Record<string, { key: string; kind: Field['kind']; required: boolean }[]>> = {
  affiliate: [
    { key: 'website', kind: 'url', required: true },
    { key: 'reach', kind: 'number', required: false },
    { key: 'how', kind: 'long_text', required: true },
  ],
  solutions_partner: [
    { key: 'website', kind: 'url', required: true },
    { key: 'clients', kind: 'number', required: false },
    { key: 'how', kind: 'long_text', required: true },
  ],
  certified_partner: [
    { key: 'website', kind: 'url', required: true },
    { key: 'experience', kind: 'long_text', required: true },
  ],
  pay_per_lead: [
    { key: 'website', kind: 'url', required: false },
    { key: 'clients', kind: 'number', required: false },
  ],
  newsletter: [
    { key: 'website', kind: 'url', required: true },
    { key: 'reach', kind: 'number', required: false },
  ],
  performance_network: [
    { key: 'website', kind: 'url', required: true },
    { key: 'channels', kind: 'long_text', required: true },
  ],
};

const REAPPLY_DAYS = 90;

/** What applicants are asked: as it was set, else what the programme's template asks. */
export async function getForm(ctx: Ctx, programme: { id: string; template: string }): Promise<Form> {
  const form = await store.findForm(ctx, programme.id);
  if (form) return form;
  const fields = (QUESTIONS[programme.template] ?? []).map((field) => ({
    ...field,
    label: say(`applications:questions.${field.key}`),
  }));
  return { fields, rules: [], reapply_days: REAPPLY_DAYS };
}

/** Sets the questions and what decides without a person; applications already here keep theirs. @throws 422 */
export async function saveForm(ctx: Ctx, programmeId: string, form: NewForm): Promise<void> {
  requireScope(ctx, 'programmes:write');
  checkForm(form);
  await inTransaction(ctx, async (ctx) => {
    await store.upsertForm(ctx, programmeId, form);
    await writeAudit(ctx, {
      action: 'programme.form',
      subjectKind: 'programme',
      subjectId: programmeId,
      detail: { ...form },
    });
  });
}

export type Applying = {
  programme: { id: string; template: string };
  page_id: string | null;
  email: string;
  name: string;
  country: string | null;
  raw: Readonly<Record<string, string | string[] | undefined>>;
  terms_version: number;
  terms_text: string;
  /** What happens where no rule fits; an invited one is never turned down by a rule. */
  otherwise: 'approve' | 'queue';
  invited: boolean;
};

/** What kept a mailbox from applying. */
export type Door = { outcome: 'waiting' | 'known' } | { outcome: 'too_early'; reapply_at: Date };

/** `newcomer`: what a mailbox nobody knows would have been told to the same answers. */
export type Receipt =
  | { outcome: 'kept'; application: Application; newcomer: Newcomer }
  | { outcome: 'wrong'; problems: Record<string, Problem> }
  | { outcome: 'closed'; door: Door; newcomer: Newcomer };

export type Newcomer = Pick<Application, 'state' | 'reason' | 'reapply_at'>;

/**
 * Keeps an application and what the rules say about it. A mailbox has one waiting application a programme, and after a
 * refusal a new one from the day it was told.
 */
export async function receiveApplication(ctx: Ctx, input: Applying): Promise<Receipt> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const form = await getForm(ctx, input.programme);
    const { answers, problems } = readAnswers(form.fields, input.raw);
    if (Object.keys(problems).length > 0) return { outcome: 'wrong', problems };
    const email_normalised = normaliseEmail(input.email);
    const before = await store.findNewest(ctx, { programme_id: input.programme.id, email_normalised });
    const closed = before && doorFor(before, ctx.clock.now());
    const rules = input.invited ? [] : form.rules;
    const verdict = decideByRules({ email: input.email, country: input.country, answers }, rules, input.otherwise);
    const newcomer = settledBy(ctx, verdict, { invited: input.invited, reapply_days: form.reapply_days });
    if (closed && !(input.invited && before.state === 'rejected')) return { outcome: 'closed', door: closed, newcomer };
    const application: Application = {
      ...newcomer,
      id: newId(ctx, 'application'),
      programme_id: input.programme.id,
      page_id: input.page_id,
      partner_id: null,
      email: input.email.trim(),
      email_normalised,
      name: input.name.trim(),
      country: input.country,
      answers,
      fields: form.fields,
      terms_version: input.terms_version,
      terms_text: input.terms_text,
      created_at: ctx.clock.now(),
    };
    if (!(await store.insertApplication(ctx, application)))
      return { outcome: 'closed', door: { outcome: 'waiting' }, newcomer };
    return { outcome: 'kept', application, newcomer };
  });
}

/** Why the mailbox cannot apply now; undefined when it can. */
function doorFor(before: Application, now: Date): Door | undefined {
  if (before.state === 'queued') return { outcome: 'waiting' };
  if (before.state === 'approved') return { outcome: 'known' };
  return before.reapply_at && before.reapply_at > now
    ? { outcome: 'too_early', reapply_at: before.reapply_at }
    : undefined;
}

type Settling = { invited: boolean; reapply_days: number };

function settledBy(ctx: Ctx, { outcome, rule, reason }: RuleVerdict, { invited, reapply_days }: Settling) {
  const now = ctx.clock.now();
  if (outcome === 'queue')
    return {
      state: 'queued' as const,
      reason_code: 'waiting',
      reason: null,
      decided_by: null,
      decided_at: null,
      reapply_at: null,
    };
  const byRule = rule === null ? 'no_review' : 'rule';
  return {
    state: outcome === 'approve' ? ('approved' as const) : ('rejected' as const),
    reason_code: invited ? 'invited' : byRule,
    reason,
    decided_by: rule === null ? null : `rule ${rule + 1}`,
    decided_at: now,
    reapply_at: outcome === 'reject' ? addDays(now, reapply_days) : null,
  };
}

export type Decision = { state: 'approved' | 'rejected'; reason: string; reapply_on?: string | undefined };

/** A reviewer says yes or no, with a reason the applicant reads. @throws 404, 409 when it is decided already */
export async function decideApplication(ctx: Ctx, id: string, input: Decision): Promise<Application> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const application = await store.lockApplication(ctx, id);
    if (!application) throw notFound('application', id);
    if (application.state !== 'queued')
      throw new AppError('conflict', `This application was ${application.state} already.`, {
        state: application.state,
      });
    const change = {
      state: input.state,
      reason_code: 'by_hand',
      reason: input.reason,
      decided_by: ctx.actor.id,
      decided_at: ctx.clock.now(),
      reapply_at: input.state === 'rejected' ? await reapplyAt(ctx, application, input.reapply_on) : null,
    };
    await store.updateApplication(ctx, id, change);
    await writeAudit(ctx, {
      action: `application.${input.state}`,
      subjectKind: 'application',
      subjectId: id,
      detail: { ...input, programme_id: application.programme_id },
    });
    return { ...application, ...change };
  });
}

async function reapplyAt(ctx: Ctx, application: Application, on: string | undefined): Promise<Date> {
  if (on) return new Date(`${on}T00:00:00Z`);
  const form = await store.findForm(ctx, application.programme_id);
  return addDays(ctx.clock.now(), form?.reapply_days ?? REAPPLY_DAYS);
}

/** An application whose mailbox belongs to a partner who was shut out waits for a person. */
export async function holdForReview(ctx: Ctx, id: string): Promise<void> {
  const change = { state: 'queued' as const, reason_code: 'partner_shut_out', decided_by: null, decided_at: null };
  await store.updateApplication(ctx, id, { ...change, reapply_at: null });
}

/** Who the application became. */
export async function linkPartner(ctx: Ctx, id: string, partner_id: string): Promise<void> {
  await store.updateApplication(ctx, id, { partner_id });
}

/** Applications, those that wait first. */
export async function listApplications(ctx: Ctx, filter: store.ListFilter) {
  requireScope(ctx, 'partners:read');
  const { items, total } = await store.listApplications(ctx, filter);
  return { items: items.map(describeApplication), total, page: filter.page, per_page: filter.per_page };
}

type Listed = Application & { programme_name: string; page_slug: string | null };

function describeApplication({ answers, fields, email_normalised: _key, terms_text: _text, ...rest }: Listed) {
  return {
    ...rest,
    answers: fields.map(({ key, label }) => ({ key, label, answer: [answers[key] ?? []].flat().join(', ') })),
    why: say(`applications:why.${rest.reason_code}`, { by: rest.decided_by ?? '', reason: rest.reason ?? '' }),
    decided_at: rest.decided_at?.toISOString() ?? null,
    reapply_at: rest.reapply_at?.toISOString() ?? null,
    created_at: rest.created_at.toISOString(),
  };
}
