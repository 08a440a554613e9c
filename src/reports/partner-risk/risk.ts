import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { shortMoney } from '../segments/sentence.ts';
import { activeOn, pricedSubscriptions } from '../sql/priced-subscriptions.ts';
import type { AccountPartnersView, PartnerRiskView } from './schema.ts';

const HORIZON_DAYS = 90;
const WORST = 10;

/** A relation (partner_id, account_id): who is bound to which partner now, a partner's own company left out. */
function brought(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select distinct b.partner_id, b.account_id from bindings b join partners p on p.id = b.partner_id
    where b.ended_at is null and b.account_id is distinct from p.account_id and ${which}
  )`;
}

type Scored = NonNullable<PartnerRiskView['own']['customer']>;

/** Is the partner's own company about to leave, and how much of what it brought? @throws 404 */
export async function partnerRisk(ctx: Ctx, id: string): Promise<PartnerRiskView> {
  requireScope(ctx, 'partners:read');
  requireScope(ctx, 'success:read');
  const partner = await ctx.db.selectFrom('partners').select('account_id').where('id', '=', id).executeTakeFirst();
  if (!partner) throw notFound('partner', id);
  const { rows } = await sql<Scored & { is_own: boolean }>`
    select a.id as account_id, a.name, r.risk::float8 as risk, r.level, r.mrr_minor, a.id is not distinct from
      ${partner.account_id}::text as is_own
    from accounts a
      join churn_risks r on r.account_id = a.id and r.horizon_days = ${HORIZON_DAYS}
    where a.id = ${partner.account_id}::text
      or a.id in (select account_id from ${brought(sql`b.partner_id = ${id}`)} s)
    order by r.risk desc, a.id`.execute(ctx.db);
  const { rows: all } = await sql<{ n: number }>`
    select count(*) as n from ${brought(sql`b.partner_id = ${id}`)} s`.execute(ctx.db);
  const { currency } = await companyFacts(ctx);
  const hasModel = await predicts(ctx);
  const scored = rows.map(({ is_own, ...one }) => ({ is_own, one }));
  const own = scored.find(({ is_own }) => is_own)?.one;
  const theirs = scored.flatMap(({ is_own, one }) => (is_own ? [] : [one]));
  return {
    horizon_days: HORIZON_DAYS,
    own: ownRisk(own, { hasAccount: partner.account_id !== null, hasModel }),
    stream: streamRisk(theirs, { customers: all[0]?.n ?? 0, hasModel, currency }),
  };
}

async function predicts(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('churn_models')
    .select('outcome')
    .where('horizon_days', '=', HORIZON_DAYS)
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row?.outcome === 'predicts';
}

function ownRisk(
  customer: Scored | undefined,
  { hasAccount, hasModel }: { hasAccount: boolean; hasModel: boolean },
): PartnerRiskView['own'] {
  const outcome = !hasAccount ? 'no_account' : customer ? 'scored' : hasModel ? 'not_scored' : 'no_model';
  const key = customer ? `own.${customer.level}` : `own.${outcome}`;
  const sentence = say(`partner-risk:${key}`, { percent: Math.round(100 * (customer?.risk ?? 0)), days: HORIZON_DAYS });
  return { outcome, sentence, customer: customer ?? null };
}

function streamRisk(
  scored: Scored[],
  { customers, hasModel, currency }: { customers: number; hasModel: boolean; currency: string },
): PartnerRiskView['stream'] {
  const atRisk = scored.filter(({ level }) => level !== 'low');
  const sum = (of: (one: Scored) => number) => Math.round(scored.reduce((total, one) => total + of(one), 0));
  const exposed = atRisk.reduce((total, { mrr_minor }) => total + (mrr_minor ?? 0), 0);
  const outcome = customers === 0 ? 'nobody' : scored.length > 0 ? 'scored' : hasModel ? 'not_scored' : 'no_model';
  return {
    outcome,
    sentence: say(`partner-risk:stream.${outcome === 'scored' && atRisk.length === 0 ? 'calm' : outcome}`, {
      count: customers,
      customers,
      scored: scored.length,
      at_risk: atRisk.length,
      exposed: shortMoney(exposed, currency),
      days: HORIZON_DAYS,
    }),
    customers,
    scored: scored.length,
    at_risk: atRisk.length,
    exposed_minor: exposed,
    expected_loss_minor: sum(({ risk, mrr_minor }) => risk * (mrr_minor ?? 0)),
    currency,
    worst: scored.slice(0, WORST),
  };
}

/** Who of an account is a partner, and what they brought: what is touched when the account leaves. @throws 404 */
export async function accountPartners(ctx: Ctx, id: string): Promise<AccountPartnersView> {
  requireScope(ctx, 'customers:read');
  requireScope(ctx, 'partners:read');
  const account = await ctx.db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  if (!account) throw notFound('account', id);
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { rows: partners } = await sql<AccountPartnersView['partners'][number]>`
    select p.id as partner_id, p.name, count(s.account_id) as customers, coalesce(round(sum(m.mrr)), 0)::bigint as mrr_minor
    from partners p
      left join ${brought(sql`p.account_id = ${id}`)} s on s.partner_id = p.id
      left join (
        select account_id, sum(mrr) as mrr from ${pricedSubscriptions(company.currency)} x
        where ${activeOn(on, 'x')} group by account_id
      ) m on m.account_id = s.account_id
    where p.account_id = ${id} and p.state in ('approved', 'suspended')
    group by p.id, p.name order by customers desc, p.id`.execute(ctx.db);
  const customers = partners.reduce((sum, one) => sum + one.customers, 0);
  const mrr = partners.reduce((sum, one) => sum + one.mrr_minor, 0);
  const key = customers === 0 ? 'account.nobody' : 'account.touched';
  const words = { partners: partners.length, count: customers, customers, mrr: shortMoney(mrr, company.currency) };
  return {
    sentence: partners.length === 0 ? null : say(`partner-risk:${key}`, words),
    partners,
    customers,
    mrr_minor: mrr,
    currency: company.currency,
  };
}
