import { sql } from 'kysely';
import type { Arm } from '../../advocacy/exposures/model.ts';
import type { KnownAsk } from '../../advocacy/exposures/rules/learn.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ofAccount } from '../readiness/of-account.ts';

/** So long a referral may take to come after the asking, or after being kept back. */
export const WATCHED_DAYS = 90;

type Terms = { code: string; value: number | null }[];

/** A named prospect, or an account that came through the partner who is of account `account` within 90 days of `from`. */
const refers = (account: string, from: string) => sql`exists (
  select 1 from partners p where p.account_id = ${sql.ref(account)} and (
    exists (select 1 from referrals f where f.partner_id = p.id and f.submitted_at >= ${sql.ref(from)}
      and f.submitted_at < ${sql.ref(from)} + ${WATCHED_DAYS} * interval '1 day')
    or exists (select 1 from bindings b where b.partner_id = p.id and b.bound_at >= ${sql.ref(from)}
      and b.bound_at < ${sql.ref(from)} + ${WATCHED_DAYS} * interval '1 day' and b.account_id <> ${sql.ref(account)})))`;

/**
 * The asks for a referral or a partnership whose outcome is known: somebody was referred within 90 days, or the 90 days
 * are over, or the answer was no or none. What was known of the person asked is what was kept when the ask was written.
 */
export async function knownAsks(ctx: Ctx): Promise<KnownAsk[]> {
  const { rows } = await sql<{ account_id: string; score: number | null; terms: Terms | null; refers: boolean }>`
    select account_id, score, terms, refers from (
      select k.id, k.account_id, k.state, k.sent_at, (k.readiness_score)::float8 as score,
        k.readiness_snapshot -> 'person' -> 'terms' as terms, ${refers('k.account_id', 'k.sent_at')} as refers
      from asks k where k.sent_at is not null and k.state <> 'cancelled' and k.kind in ('referral', 'partnership')
    ) sent
    where refers or state in ('declined', 'expired')
      or sent_at < ${ctx.clock.now()}::timestamptz - ${WATCHED_DAYS} * interval '1 day'
    order by sent_at, id`.execute(ctx.db);
  return rows.map(({ terms, ...ask }) => ({ ...ask, terms: toTerms(terms) }));
}

export function toTerms(terms: Terms | null): Record<string, number | null> {
  return Object.fromEntries((Array.isArray(terms) ? terms : []).map(({ code, value }) => [code, value]));
}

export type ArmCount = { arm: Arm; accounts: number; watched: number; asked: number; referred: number };

/** Of each arm: accounts dealt, those whose 90 days are over, and of these how many were asked and how many referred. */
export async function countArms(ctx: Ctx): Promise<Record<Arm, ArmCount>> {
  const { rows } = await sql<ArmCount>`
    select arm, count(*) as accounts, count(*) filter (where is_over) as watched,
      count(*) filter (where is_over and asked) as asked, count(*) filter (where is_over and refers) as referred
    from (
      select e.arm, e.ready_at < ${ctx.clock.now()}::timestamptz - ${WATCHED_DAYS} * interval '1 day' as is_over,
        exists (select 1 from asks k where k.account_id = e.account_id and k.sent_at >= e.ready_at
          and k.sent_at < e.ready_at + ${WATCHED_DAYS} * interval '1 day') as asked,
        ${refers('e.account_id', 'e.ready_at')} as refers
      from ask_exposures e
    ) watched group by arm`.execute(ctx.db);
  const none = { accounts: 0, watched: 0, asked: 0, referred: 0 };
  const of = (arm: Arm) => rows.find((row) => row.arm === arm) ?? { arm, ...none };
  return { ask: of('ask'), hold: of('hold') };
}

export type ReadyPerson = {
  account_id: string;
  account_name: string;
  person_name: string | null;
  score: number;
  held: boolean;
};

/** Who is ready to be asked now, with the person nominated and what is known of them. */
export async function readyPeople(ctx: Ctx): Promise<(ReadyPerson & { terms: Record<string, number | null> })[]> {
  const { rows } = await sql<ReadyPerson & { terms: Terms | null }>`
    select r.account_id, a.name as account_name, p.name as person_name, r.score::float8 as score, s.terms,
      coalesce(e.arm = 'hold', false) as held
    from readiness_scores r join accounts a on a.id = r.account_id
      join people p on p.id = r.nomination ->> 'person_id' join readiness_scores s on s.person_id = p.id
      left join ask_exposures e on e.account_id = r.account_id
    where r.person_id is null and r.status = 'ready' and r.nomination ->> 'person_missing' is null
    order by r.score desc, r.account_id limit 5000`.execute(ctx.db);
  return rows.map(({ terms, ...one }) => ({ ...one, terms: toTerms(terms) }));
}

/** Accounts (of those named, or of all) that are ready to be asked and were never dealt an arm. */
export async function newlyReady(ctx: Ctx, only?: readonly string[]): Promise<{ account_id: string; score: number }[]> {
  const { rows } = await sql<{ account_id: string; score: number }>`
    select r.account_id, r.score::float8 as score from readiness_scores r
    where r.person_id is null and r.status = 'ready' and r.nomination ->> 'person_missing' is null
      ${ofAccount(only, 'r.account_id')} and not exists (select 1 from ask_exposures e where e.account_id = r.account_id)`.execute(
    ctx.db,
  );
  return rows;
}
