import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type ReadinessView = { score: number; base: number; damper: number; status: string; scored_at: string };
export type ReferralReceived = {
  partner_id: string;
  partner_name: string;
  programme_id: string;
  programme_name: string;
  rule: string;
  bound_at: string;
  ended_at: string | null;
};
export type ReferralGiven = {
  account_id: string;
  account_name: string;
  partner_id: string;
  partner_name: string;
  bound_at: string;
  ended_at: string | null;
};
export type AskMade = {
  id: string;
  kind: string;
  state: string;
  person_id: string;
  person_name: string | null;
  created_at: string;
  sent_at: string | null;
  answered_at: string | null;
};
export type PartnerOfAccount = { id: string; name: string; kind: string; state: string };

const MOST = 100;

/** Should they speak for us? Null when never scored. The terms and vetoes stand at /v1/advocates/ID. */
export async function accountReadiness(ctx: Ctx, accountId: string): Promise<ReadinessView | null> {
  const { rows } = await sql<Omit<ReadinessView, 'scored_at'> & { scored_at: Date }>`
    select score::float8 as score, base::float8 as base, damper::float8 as damper, status, scored_at
    from readiness_scores where account_id = ${accountId} and person_id is null`.execute(ctx.db);
  const row = rows[0];
  return row ? { ...row, scored_at: row.scored_at.toISOString() } : null;
}

type Bound = { bound_at: Date; ended_at: Date | null };

function withInstants<T extends Bound>(row: T): Omit<T, keyof Bound> & { bound_at: string; ended_at: string | null } {
  return { ...row, bound_at: row.bound_at.toISOString(), ended_at: row.ended_at?.toISOString() ?? null };
}

/** Who brought them? Every binding, the newest first. */
export async function referralsReceived(ctx: Ctx, accountId: string): Promise<ReferralReceived[]> {
  const { rows } = await sql<Omit<ReferralReceived, keyof Bound> & Bound>`
    select b.partner_id, p.name as partner_name, b.programme_id, g.name as programme_name, b.rule, b.bound_at, b.ended_at
    from bindings b join partners p on p.id = b.partner_id join programmes g on g.id = b.programme_id
    where b.account_id = ${accountId} order by b.bound_at desc, b.id limit ${MOST}`.execute(ctx.db);
  return rows.map(withInstants);
}

/** Which partners are they, and whom did they bring? The newest first. */
export async function referralsGiven(
  ctx: Ctx,
  accountId: string,
): Promise<{ partners: PartnerOfAccount[]; referrals: ReferralGiven[] }> {
  const partners = await sql<PartnerOfAccount>`
    select id, name, kind, state from partners where account_id = ${accountId} order by name, id limit ${MOST}`.execute(
    ctx.db,
  );
  const { rows } = await sql<Omit<ReferralGiven, keyof Bound> & Bound>`
    select a.id as account_id, a.name as account_name, p.id as partner_id, p.name as partner_name, b.bound_at, b.ended_at
    from partners p join bindings b on b.partner_id = p.id join accounts a on a.id = b.account_id
    where p.account_id = ${accountId} order by b.bound_at desc, b.id limit ${MOST}`.execute(ctx.db);
  return { partners: partners.rows, referrals: rows.map(withInstants) };
}

/** What did we ask of whom, and what came of it? The newest first. */
export async function asksMade(ctx: Ctx, accountId: string): Promise<AskMade[]> {
  const { rows } = await sql<
    Omit<AskMade, 'created_at' | 'sent_at' | 'answered_at'> & {
      created_at: Date;
      sent_at: Date | null;
      answered_at: Date | null;
    }
  >`
    select k.id, k.kind, k.state, k.person_id, p.name as person_name, k.created_at, k.sent_at, k.answered_at
    from asks k join people p on p.id = k.person_id
    where k.account_id = ${accountId} order by k.created_at desc, k.id limit ${MOST}`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    sent_at: row.sent_at?.toISOString() ?? null,
    answered_at: row.answered_at?.toISOString() ?? null,
  }));
}
