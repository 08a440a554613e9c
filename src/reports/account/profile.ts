import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { type AccountState, accountStates } from '../sql/account-states.ts';

type Row = {
  id: string;
  source: string;
  external_id: string;
  name: string;
  domain: string | null;
  industry: string | null;
  country: string | null;
  size_band: string | null;
  employees: number | null;
  plan: string | null;
  seats: number | null;
  owner_name: string | null;
  use_case: string | null;
  pain_point: string | null;
  signed_up_at: Date | null;
  churn_notice_at: Date | null;
  merged_into_id: string | null;
  first_touch_channel: string | null;
  last_touch_channel: string | null;
  imported_source: string | null;
  self_reported_source: string | null;
  imported_churned: boolean | null;
  attributes: Record<string, unknown>;
};
type Standing = { state: AccountState; churned_on: string | null };

export type Profile = Omit<Row, 'signed_up_at' | 'churn_notice_at'> &
  Standing & { signed_up_at: string | null; churn_notice_at: string | null };

/** Who is this account, and is it a customer at the data time? @throws 404. */
export async function accountProfile(ctx: Ctx, company: CompanyFacts, time: DataTime, id: string): Promise<Profile> {
  const found = await sql<Row>`
    select id, source, external_id, name, domain, industry, country, size_band, employees, plan, seats, owner_name, use_case,
      pain_point, signed_up_at, churn_notice_at, merged_into_id, first_touch_channel, last_touch_channel, imported_source,
      self_reported_source, imported_churned, attributes
    from accounts where id = ${id}`.execute(ctx.db);
  const row = found.rows[0];
  if (!row) throw notFound('account', id);
  const { rows } = await sql<Standing>`
    select state, churned_on from ${accountStates(company, time.on)} st where account_id = ${id}`.execute(ctx.db);
  return {
    ...row,
    ...(rows[0] ?? { state: 'prospect', churned_on: null }),
    signed_up_at: row.signed_up_at?.toISOString() ?? null,
    churn_notice_at: row.churn_notice_at?.toISOString() ?? null,
  };
}
