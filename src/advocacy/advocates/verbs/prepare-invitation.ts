import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { AskKind, Evidence } from '../model.ts';
import { findEvidence } from '../rules/evidence.ts';
import type { Blocker } from '../schema.ts';
import { type AccountRow, findReadiness, listPeopleOf, type PersonRow } from '../store.ts';
import { explain, sayEvidence } from './explain.ts';

/** Stands in an invitation's text where its own link will be. */
export const LINK_PLACE = '{link}';
const QUOTED = 3;

export type PreparedInvitation = {
  account_id: string;
  person_id: string;
  person_name: string | null;
  person_email: string | null;
  kind: AskKind;
  subject: string;
  body_text: string;
  evidence: (Evidence & { sentence: string })[];
  readiness_score: number;
  readiness_snapshot: object;
  blockers: Blocker[];
};

/**
 * Writes the invitation for a person of an account (the nominated one unless named), quoting their own results.
 * @throws 404 when the account was never scored, 422 when nobody is known there or the person is not theirs
 */
export async function prepareInvitation(
  ctx: Ctx,
  input: { account_id: string; person_id?: string; kind?: AskKind },
): Promise<PreparedInvitation> {
  requireScope(ctx, 'advocates:read');
  const row = await findReadiness(ctx.db, input.account_id);
  if (!row) throw notFound('scored account', input.account_id);
  const person = choosePerson(row, await listPeopleOf(ctx.db, input.account_id), input.person_id);
  const kind = input.kind ?? row.nomination.ask_kind;
  const evidence = findEvidence(row.facts, person.facts);
  return {
    account_id: row.account_id,
    person_id: person.person.id,
    person_name: person.person.name,
    person_email: person.person.email,
    kind,
    ...writeInvitation({ row, name: person.person.name, kind, evidence }),
    evidence: evidence.map((found) => ({ ...found, sentence: sayEvidence(found) })),
    readiness_score: person.score,
    readiness_snapshot: { account: snapshot(row), person: snapshot(person) },
    blockers: explain(person, 'person').blockers,
  };
}

/** Subject and text of an invitation; the link's place is marked with {link}. */
export function writeInvitation(input: { row: AccountRow; name: string | null; kind: AskKind; evidence: Evidence[] }): {
  subject: string;
  body_text: string;
} {
  const names = { company: input.row.company ?? say('advocates:us'), account: input.row.account.name };
  const paragraphs = [
    input.name ? say('mails:greeting', { name: firstName(input.name) }) : say('mails:greeting_unknown'),
    input.evidence.slice(0, QUOTED).map(sayEvidence).join(' '),
    say(`mails:invitation.request.${input.kind}`, names),
    `${say('mails:invitation.link')}\n${LINK_PLACE}`,
    say('mails:invitation.close'),
    say('mails:invitation.signature', names),
  ];
  return {
    subject: say(`mails:invitation.subject.${input.kind}`, names),
    body_text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
}

function choosePerson(row: AccountRow, people: PersonRow[], wanted: string | undefined): PersonRow {
  const id = wanted ?? row.nomination.person_id;
  const found = people.find((person) => person.person.id === id);
  if (found) return found;
  if (wanted)
    throw invalidField('person_id', `${wanted} is nobody at ${row.account.name}, or came after the last scoring.`);
  throw new AppError('unprocessable', `Nobody is known at ${row.account.name}, so nobody can be asked.`, {
    field: 'account_id',
    hint: 'Import people, or add one to the account, then score again.',
  });
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function snapshot({ score, base, damper, coverage, status, terms, vetoes, data_at }: AccountRow | PersonRow) {
  return { score, base, damper, coverage, status, terms, vetoes, data_at: data_at.toISOString() };
}
