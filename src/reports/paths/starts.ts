import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { companyFacts } from '../company.ts';
import { accountStates } from '../sql/account-states.ts';
import type { Started } from './actions.ts';

/** When did each present customer, trials too, begin: signed up or first subscribed, whichever is known first? */
export async function accountStarts(ctx: Ctx, on: IsoDate): Promise<Started[]> {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { rows } = await sql<Started>`
    select account_id, started_on from (
      select st.account_id, least((a.signed_up_at at time zone ${company.zone})::date,
        (select min(s.started_on) from subscriptions s where s.account_id = st.account_id)) as started_on
      from ${accountStates(company, on)} st join accounts a on a.id = st.account_id
      where st.state in ('paying', 'trial')
    ) known where started_on <= ${on}::date order by account_id`.execute(ctx.db);
  return rows;
}
