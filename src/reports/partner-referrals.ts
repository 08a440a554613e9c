import { sql } from 'kysely';
import type { Considered } from '../partners/attribution/model.ts';
import type { Ctx } from '../platform/ctx.ts';

export type ReferralState = 'signed_up' | 'paying' | 'not_credited' | 'ended';

/** An account that a partner brought, or seemed to: the last decision that spoke of the partner. */
export type Referral = {
  account_id: string;
  account_name: string;
  state: ReferralState;
  since: Date;
  kind: 'signup' | 'invoice' | 'refund' | null;
  rule: string | null;
  outcome: 'credited' | 'unattributed' | 'refused' | null;
  reason: string | null;
  flags: string[];
  /** Why the partner's own claim fell away; null when it counts. */
  fell_away: string | null;
};

type Row = Omit<Referral, 'fell_away' | 'state'> & {
  paying: boolean;
  bound: boolean;
  was_bound: boolean;
  considered: { candidates: Considered[] } | null;
};

const REFERRALS_AT_MOST = 1000;

/** The accounts a partner brought or claimed, the latest first. */
export async function partnerReferrals(ctx: Ctx, partnerId: string): Promise<Referral[]> {
  const claim = JSON.stringify({ candidates: [{ partner_id: partnerId }] });
  const { rows } = await sql<Row>`
    with spoke as materialized (
      select d.account_id, d.rule, d.outcome, d.reason, d.flags, d.considered, d.accrued, d.partner_id, e.kind,
        e.occurred_at, row_number() over (partition by d.account_id order by e.occurred_at desc, d.id desc) as latest
      from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id
      where d.partner_id = ${partnerId} or d.considered @> ${claim}::jsonb),
    mine as materialized (
      select account_id from spoke union select account_id from bindings where partner_id = ${partnerId})
    select a.id as account_id, a.name as account_name,
      coalesce((select min(s.occurred_at) from spoke s where s.account_id = a.id),
        (select min(b.effective_at) from bindings b where b.account_id = a.id and b.partner_id = ${partnerId})) as since,
      exists (select from spoke s where s.account_id = a.id and s.partner_id = ${partnerId} and s.accrued) as paying,
      exists (select from bindings b where b.account_id = a.id and b.partner_id = ${partnerId} and b.ended_at is null) as bound,
      exists (select from bindings b where b.account_id = a.id and b.partner_id = ${partnerId}) as was_bound,
      l.kind, l.rule, l.outcome, l.reason, coalesce(l.flags, '{}') as flags, l.considered
    from mine join accounts a on a.id = mine.account_id
    left join spoke l on l.account_id = a.id and l.latest = 1
    order by since desc, a.id limit ${REFERRALS_AT_MOST}`.execute(ctx.db);
  return rows.map((row) => toReferral(row, partnerId));
}

function toReferral({ paying, bound, was_bound, considered, ...row }: Row, partnerId: string): Referral {
  const state = paying ? 'paying' : bound ? 'signed_up' : was_bound ? 'ended' : 'not_credited';
  const own = considered?.candidates.findLast(({ partner_id }) => partner_id === partnerId);
  return { ...row, state, fell_away: own?.fell_away ?? null };
}
