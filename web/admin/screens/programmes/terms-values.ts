import { DEFAULT_TERMS, type Terms as TermsModel } from '../../../../src/partners/programmes/model.ts';
import type { Item } from '../../../lib/api.ts';
import { toRate } from './terms/earning-values.ts';
import { type MoreValues, toMore, toMoreValues } from './terms/more-values.ts';

export type Terms = NonNullable<Item<'/v1/programmes'>['terms']>['terms'];

type Commission = TermsModel['commission'];

/** The terms as a form holds them: an empty field is an empty text or null. */
export type TermsValues = MoreValues & {
  kind: Commission['kind'];
  rate: string;
  amount_minor: number | null;
  stage: 'accepted' | 'qualified' | 'meeting' | 'won';
  months: number | '';
  sub_partner_rate: string;
  hold_days: number | '';
  minimum_payout_minor: number | null;
  cap_per_sale_minor: number | null;
  cap_per_month_minor: number | null;
  cap_per_year_minor: number | null;
  budget_per_month_minor: number | null;
  payout_schedule: string;
  friend_offer: string;
  excluded_products: string[];
};

/** Where a new programme starts. */
export const FIRST_TERMS: Terms = DEFAULT_TERMS;

export function toValues(terms: Terms): TermsValues {
  const { commission } = terms;
  return {
    ...toMoreValues(terms),
    kind: commission.kind,
    rate: commission.kind === 'percent' ? commission.rate : '',
    amount_minor: 'amount_minor' in commission ? commission.amount_minor : null,
    stage: commission.kind === 'per_lead' ? commission.stage : 'qualified',
    months: ('months' in commission ? commission.months : null) ?? '',
    sub_partner_rate: terms.sub_partner_rate ?? '',
    hold_days: terms.hold_days,
    minimum_payout_minor: terms.minimum_payout_minor,
    cap_per_sale_minor: terms.cap_per_sale_minor ?? null,
    cap_per_month_minor: terms.cap_per_month_minor ?? null,
    cap_per_year_minor: terms.cap_per_year_minor ?? null,
    budget_per_month_minor: terms.budget_per_month_minor ?? null,
    payout_schedule: terms.payout_schedule,
    friend_offer: terms.friend_offer,
    excluded_products: terms.excluded_products ?? [],
  };
}

const OPTIONAL_AMOUNTS = [
  'cap_per_sale_minor',
  'cap_per_month_minor',
  'cap_per_year_minor',
  'budget_per_month_minor',
] as const;

/** What was typed as terms; what has no field stays as it is. */
export function toTerms(values: TermsValues, current: Terms): Terms {
  const amounts = OPTIONAL_AMOUNTS.map((field) => [field, values[field] ?? undefined]);
  return {
    ...current,
    ...Object.fromEntries(amounts),
    ...toMore(values),
    commission: toCommission(values),
    hold_days: Number(values.hold_days),
    minimum_payout_minor: values.minimum_payout_minor ?? 0,
    payout_schedule: values.payout_schedule,
    friend_offer: values.friend_offer,
    sub_partner_rate: values.sub_partner_rate.trim() === '' ? undefined : toRate(values.sub_partner_rate),
    excluded_products: values.excluded_products.length > 0 ? values.excluded_products : undefined,
  };
}

function toCommission(values: TermsValues): Commission {
  const months = values.months === '' ? null : values.months;
  const amount_minor = values.amount_minor ?? 0;
  switch (values.kind) {
    case 'none':
      return { kind: 'none' };
    case 'per_lead':
      return { kind: 'per_lead', amount_minor, stage: values.stage };
    case 'percent':
      return { kind: 'percent', rate: toRate(values.rate), months };
    default:
      return { kind: values.kind, amount_minor, months };
  }
}

/** The form's field for a name of the server: `terms.tiers.steps[0].rate` is `tiers.steps.0.rate`. */
export function fieldOf(name: string): string {
  return name
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^terms\./, '')
    .replace(/^commission\./, '');
}
