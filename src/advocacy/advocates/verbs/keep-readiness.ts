import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import type { AccountFacts, PersonFacts } from '../model.ts';
import { type Candidate, nominate } from '../rules/nominate.ts';
import { computeReadiness } from '../rules/readiness.ts';
import { deleteScoredBefore, type NewReadiness, upsertReadiness } from '../store.ts';

export type FactsToScore = {
  accounts: AccountFacts[];
  people: PersonFacts[];
  data_at: Date;
  /** The facts are of all accounts: what is not among them is forgotten. */
  is_everything: boolean;
};
export type ReadinessRun = { accounts: number; people: number; ready: number };

/** Computes and keeps the readiness of accounts and their people, and whom to ask at each. */
export async function keepReadiness(ctx: Ctx, facts: FactsToScore): Promise<ReadinessRun> {
  requireScope(ctx, 'advocates:write');
  const now = ctx.clock.now();
  const peopleOf = Map.groupBy(facts.people, (person) => person.account_id);
  const rows = facts.accounts.flatMap((account) =>
    scoreAccount(ctx, account, peopleOf.get(account.account_id) ?? [], { data_at: facts.data_at, scored_at: now }),
  );
  await inTransaction(ctx, async ({ db }) => {
    await upsertReadiness(db, rows);
    if (facts.is_everything) await deleteScoredBefore(db, now);
  });
  const accounts = rows.filter((row) => row.person_id === null);
  const ready = accounts.filter((row) => row.status === 'ready').length;
  return { accounts: accounts.length, people: rows.length - accounts.length, ready };
}

type Times = { data_at: Date; scored_at: Date };

function scoreAccount(ctx: Ctx, account: AccountFacts, people: PersonFacts[], times: Times): NewReadiness[] {
  const now = times.scored_at;
  const readiness = computeReadiness({ account }, now);
  const candidates: Candidate[] = people.map((person) => ({
    facts: person,
    readiness: computeReadiness({ account, person }, now),
  }));
  const stamp = { account_id: account.account_id, ...times };
  const nomination = nominate(account, readiness, candidates, now);
  const own = { ...stamp, ...readiness, id: newId(ctx, 'readiness'), person_id: null, facts: account, nomination };
  const theirs = candidates.map((candidate) => ({
    ...stamp,
    ...candidate.readiness,
    id: newId(ctx, 'readiness'),
    person_id: candidate.facts.person_id,
    facts: candidate.facts,
    nomination: null,
  }));
  return [own, ...theirs];
}
