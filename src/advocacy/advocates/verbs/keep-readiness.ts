import { inChunks } from '../../../platform/bulk.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import type { AccountFacts, PersonFacts } from '../model.ts';
import { type Candidate, nominate } from '../rules/nominate.ts';
import { computeReadiness } from '../rules/readiness.ts';
import { deleteScoredBefore, type NewReadiness, upsertReadiness } from '../store.ts';

/** Of each the account and its people are written at once. */
const ACCOUNTS_AT_ONCE = 250;

export type FactsToScore = {
  accounts: AccountFacts[];
  people: PersonFacts[];
  data_at: Date;
  /** The facts are of all there is to know of these accounts (of every one: true): what is not among them is forgotten. */
  whole: true | readonly string[];
};
export type ReadinessRun = { accounts: number; people: number; ready: number };

/** Computes and keeps the readiness of accounts and their people, and whom to ask at each. */
export async function keepReadiness(ctx: Ctx, facts: FactsToScore): Promise<ReadinessRun> {
  requireScope(ctx, 'advocates:write');
  const now = ctx.clock.now();
  const peopleOf = Map.groupBy(facts.people, (person) => person.account_id);
  const times = { data_at: facts.data_at, scored_at: now };
  const scored = facts.accounts
    .values()
    .map((account) => scoreAccount(ctx, account, peopleOf.get(account.account_id) ?? [], times));
  const run = { accounts: 0, people: 0, ready: 0 };
  await inTransaction(ctx, async ({ db }) => {
    await inChunks(scored, ACCOUNTS_AT_ONCE, async (accounts) => {
      run.accounts += accounts.length;
      run.people += accounts.reduce((sum, rows) => sum + rows.length - 1, 0);
      run.ready += accounts.filter(([own]) => own?.status === 'ready').length;
      await upsertReadiness(db, accounts.flat());
    });
    await deleteScoredBefore(db, now, facts.whole === true ? undefined : facts.whole);
  });
  return run;
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
