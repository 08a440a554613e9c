import { stringify } from 'csv-stringify/sync';
import type { Ctx } from '../../platform/ctx.ts';
import { channelSuccess } from './channels.ts';
import { successTraits, type TraitItem } from './traits.ts';
import { CHANNEL_SOURCES } from './traits-of-accounts.ts';

const STATISTICS = [
  'with_n',
  'with_succeeded',
  'with_share',
  'without_n',
  'without_succeeded',
  'without_share',
  'difference',
  'difference_low',
  'difference_high',
  'lift',
  'p',
  'q',
  'odds_ratio_adjusted',
  'odds_ratio_low',
  'odds_ratio_high',
  'confirmation_difference',
  'confirmation_p',
];

/** Every trait with its numbers as CSV; cells that a spreadsheet would run as a formula are quoted off. */
export async function traitsCsv(ctx: Ctx): Promise<string> {
  const { items } = await successTraits(ctx);
  const rows = items.map(({ statistics, ...trait }) => ({ ...trait, ...flat(statistics) }));
  return toCsv(rows, ['attribute', 'value', 'verdict', 'direction', 'support', ...STATISTICS, 'sentence']);
}

/** Every channel by every source with its numbers as CSV. */
export async function channelsCsv(ctx: Ctx): Promise<string> {
  const { items, currency } = await channelSuccess(ctx);
  const rows = items.flatMap(({ channel, cells, worth }) =>
    CHANNEL_SOURCES.flatMap((source) => {
      const cell = cells[source];
      if (!cell) return [];
      const { statistics, churn, ...counts } = cell;
      const money = { cac_minor: worth.cac.value, ltv_minor: worth.ltv.value, ltv_cac: worth.ltv_cac.value, currency };
      return [{ channel, source, ...counts, churn_share: churn?.value, ...money, ...flat(statistics) }];
    }),
  );
  const counts = ['accounts', 'judged', 'succeeded', 'paid', 'left', 'churn_share', 'verdict'];
  const money = ['cac_minor', 'ltv_minor', 'ltv_cac', 'currency'];
  return toCsv(rows, ['channel', 'source', ...counts, ...money, ...STATISTICS, 'sentence']);
}

function flat(statistics: TraitItem['statistics']) {
  if (!statistics) return {};
  const { with: own, without, difference, adjusted, confirmation, lift, p, q } = statistics;
  return {
    with_n: own.n,
    with_succeeded: own.succeeded,
    with_share: own.value,
    without_n: without.n,
    without_succeeded: without.succeeded,
    without_share: without.value,
    difference: difference.value,
    difference_low: difference.low,
    difference_high: difference.high,
    lift,
    p,
    q,
    odds_ratio_adjusted: adjusted?.odds_ratio?.value,
    odds_ratio_low: adjusted?.odds_ratio?.low,
    odds_ratio_high: adjusted?.odds_ratio?.high,
    confirmation_difference: confirmation?.difference.value,
    confirmation_p: confirmation?.p,
  };
}

function toCsv(rows: object[], columns: string[]): string {
  return `\ufeff${stringify(rows, { header: true, columns, escape_formulas: true })}`;
}
