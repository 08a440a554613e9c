import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { TaxFacts } from '../model.ts';

type FactsRow = {
  partner_id: string;
  rate_bps: number;
  has_form: boolean;
  threshold: number | null;
  paid: number;
};

/** The tax facts of those who have something in the currency, by partner. The year is the calendar year in UTC. */
export async function taxFactsOf(
  ctx: Ctx,
  filter: { currency: string; partnerId?: string },
): Promise<Map<string, TaxFacts>> {
  const year = ctx.clock.now().getUTCFullYear();
  const { rows } = await sql<FactsRow>`
    select a.owner_id as partner_id, coalesce(t.rate_bps, 0) as rate_bps,
      coalesce(t.form_received_on is not null, false) as has_form, s.form_threshold_minor as threshold,
      coalesce(y.paid, 0)::bigint as paid
    from ledger_accounts a left join tax_profiles t on t.partner_id = a.owner_id
      left join tax_settings s on s.currency = a.currency
      left join lateral (select sum(p.gross_minor) as paid from payouts p join payout_batches b on b.id = p.batch_id
        where p.partner_id = a.owner_id and p.currency = a.currency
          and p.state in ('claimed', 'sending', 'unknown', 'sent', 'paid')
          and b.approved_at >= ${`${year}-01-01T00:00:00Z`}::timestamptz) y on s.currency is not null
    where a.kind = 'partner.available' and a.currency = ${filter.currency}
      and ${filter.partnerId ? sql`a.owner_id = ${filter.partnerId}` : sql`true`}`.execute(ctx.db);
  return new Map(
    rows.map((row) => [
      row.partner_id,
      {
        rateBps: row.rate_bps,
        hasForm: row.has_form,
        formThresholdMinor: row.threshold,
        paidThisYearMinor: row.paid,
      },
    ]),
  );
}
