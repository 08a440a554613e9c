import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type AccountTicket = {
  external_id: string;
  subject: string | null;
  topic: string | null;
  status: string;
  priority: string | null;
  severity: number | null;
  opened_at: string;
  closed_at: string | null;
  resolution_minutes: number | null;
  reopened_count: number;
  satisfaction: number | null;
  satisfaction_scale: number | null;
};

export type AccountAnswer = {
  kind: string;
  title: string;
  score: number | null;
  scale_max: number | null;
  answer_text: string | null;
  person_name: string | null;
  answered_at: string;
};

export type ChurnClaim = {
  source: string;
  churned_on: string;
  reason_code: string | null;
  is_reactivation: boolean | null;
  feedback: string | null;
};

const MOST = 50;

/** What did they ask us for help with? The newest 50, open ones first. */
export async function accountTickets(ctx: Ctx, accountId: string): Promise<{ total: number; items: AccountTicket[] }> {
  const { rows } = await sql<
    Omit<AccountTicket, 'opened_at' | 'closed_at'> & { opened_at: Date; closed_at: Date | null; total: number }
  >`
    select external_id, subject, topic, status, priority, severity, opened_at, closed_at, resolution_minutes,
      reopened_count, satisfaction::float8 as satisfaction, satisfaction_scale, count(*) over () as total
    from tickets where account_id = ${accountId}
    order by status in ('open', 'pending') desc, opened_at desc, external_id limit ${MOST}`.execute(ctx.db);
  const items = rows.map(({ total: _, ...row }) => ({
    ...row,
    opened_at: row.opened_at.toISOString(),
    closed_at: row.closed_at?.toISOString() ?? null,
  }));
  return { total: rows[0]?.total ?? 0, items };
}

/** What did they answer when we asked? The newest 50. */
export async function accountAnswers(ctx: Ctx, accountId: string): Promise<AccountAnswer[]> {
  const { rows } = await sql<Omit<AccountAnswer, 'answered_at'> & { answered_at: Date }>`
    select s.kind, s.title, r.score::float8 as score, r.scale_max, r.answer_text, p.name as person_name, r.answered_at
    from survey_answers r join surveys s on s.id = r.survey_id left join people p on p.id = r.person_id
    where r.account_id = ${accountId} order by r.answered_at desc, r.id limit ${MOST}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, answered_at: row.answered_at.toISOString() }));
}

/** What do outside files say about it leaving? The newest 50. */
export async function accountChurnClaims(ctx: Ctx, accountId: string): Promise<ChurnClaim[]> {
  const { rows } = await sql<ChurnClaim>`
    select source, churned_on, reason_code, is_reactivation, feedback from churn_claims
    where account_id = ${accountId} order by churned_on desc, id limit ${MOST}`.execute(ctx.db);
  return rows;
}
