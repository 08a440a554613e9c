import { notFound } from '../../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { AccountFacts } from '../model.ts';
import { findEvidence } from '../rules/evidence.ts';
import type { AdvocateDetail, AdvocatePage, AdvocateQuery } from '../schema.ts';
import {
  type AccountRow,
  countByStatus,
  findReadiness,
  listKeptFacts,
  listPeopleOf,
  listReadiness,
  type PersonRow,
} from '../store.ts';
import { describeNomination, explain, sayEvidence } from './explain.ts';
import { writeInvitation } from './prepare-invitation.ts';

/** "Turn these customers into partners": ranked, with whom to ask, for what, why, and what stands against it. */
export async function listAdvocates(ctx: Ctx, query: AdvocateQuery): Promise<AdvocatePage> {
  requireScope(ctx, 'advocates:read');
  const { rows, total } = await listReadiness(ctx.db, query);
  const { people, ...counts } = await countByStatus(ctx.db);
  const page = { total, page: query.page, per_page: query.per_page };
  return { items: rows.map(describeNomination), ...page, counts, people_known: people > 0 };
}

/** Why this score, what blocks 90, everybody there, and the invitation as it would be written. @throws not_found */
export async function getAdvocate(ctx: Ctx, accountId: string): Promise<AdvocateDetail> {
  requireScope(ctx, 'advocates:read');
  const row = await findReadiness(ctx.db, accountId);
  if (!row) throw notFound('scored account', accountId);
  const people = await listPeopleOf(ctx.db, accountId);
  const { rank: _, ...nomination } = describeNomination(row);
  return {
    ...nomination,
    explanation: explain(row, 'account'),
    people: people.map((person) => ({ person: person.person, ...explain(person, 'person') })),
    ...invitationOf(row, people),
  };
}

/** The facts that accounts were last scored from; those never scored have none. */
export async function readKeptFacts(ctx: Ctx, accountIds: readonly string[]): Promise<AccountFacts[]> {
  requireScope(ctx, 'advocates:read');
  return listKeptFacts(ctx.db, accountIds);
}

function invitationOf(row: AccountRow, people: PersonRow[]): Pick<AdvocateDetail, 'evidence' | 'invitation'> {
  const chosen = people.find((person) => person.person.id === row.nomination.person_id);
  const found = findEvidence(row.facts, chosen?.facts);
  const { ask_kind: kind } = row.nomination;
  return {
    evidence: found.map((evidence) => ({
      code: evidence.code,
      sentence: sayEvidence(evidence),
      source: evidence.source,
    })),
    invitation: writeInvitation({ row, name: chosen?.person.name ?? null, kind, evidence: found }),
  };
}
