import { csvText } from '../../kernel/csv.ts';
import { formatMajor } from '../../kernel/money.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { partnerQuality, type QualityQuery } from './quality.ts';
import type { PartnerQualityRow } from './schema.ts';

const HEADER = [
  'rank',
  'partner_id',
  'partner',
  'state',
  'programme',
  'recommendation',
  'reason',
  'customers',
  'still_paying',
  'ltv_cac',
  'ltv_cac_low_80',
  'ltv_cac_high_80',
  'months_stayed',
  'others_stay',
  'monthly_churn',
  'q_leaves_sooner',
  'currency',
  'margin_per_customer',
  'commission_per_customer',
  'rewards_per_customer',
  'discounts_per_customer',
  'crc_per_customer',
  'net_per_customer',
  'net_contribution',
  'net_low_80',
  'net_high_80',
  'realised_net',
  'break_even_month',
  'crc_month',
  'tickets_per_month',
  'healthy',
  'scored',
  'already_in_funnel',
];

/** The league as CSV, one line a partner; what is not known is an empty cell. */
export async function partnerQualityCsv(ctx: Ctx, query: QualityQuery): Promise<string> {
  const { items, currency } = await partnerQuality(ctx, query);
  return csvText(
    HEADER,
    items.map((row) => cells(row, currency)),
  );
}

function cells(row: PartnerQualityRow, currency: string): (string | number)[] {
  const number = (value: number | null | undefined, digits = 2) =>
    value === null || value === undefined ? '' : Number(value.toFixed(digits));
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? '' : formatMajor(minor, currency);
  const { ltv_cac, per_customer, net_minor, leaves_sooner } = row;
  const who = [row.rank ?? '', row.partner_id, row.partner, row.state, row.programme];
  const advice = [row.recommendation, row.reason, row.customers, row.here];
  const ratios = [ltv_cac?.value, ltv_cac?.low, ltv_cac?.high].map((value) => number(value));
  const stays = [number(row.months_stayed, 1), number(row.others_stay, 1), number(row.monthly_churn, 4)];
  const each = [
    per_customer?.margin,
    per_customer?.commission,
    per_customer?.rewards,
    per_customer?.discounts,
    per_customer?.retention,
    per_customer?.net,
  ].map(money);
  const nets = [net_minor?.value, net_minor?.low, net_minor?.high, row.realised_net_minor].map(money);
  const beside = [row.break_even_month ?? '', money(row.crc_month_minor), number(row.tickets_per_month)];
  const counts = [row.healthy, row.scored, row.in_funnel];
  return [
    ...who,
    ...advice,
    ...ratios,
    ...stays,
    number(leaves_sooner.q, 4),
    currency,
    ...each,
    ...nets,
    ...beside,
    ...counts,
  ];
}
