import type { Item } from '../../../lib/api.ts';

export type Terms = NonNullable<Item<'/v1/programmes'>['terms']>['terms'];

/** The terms as a form holds them: an empty field is an empty text or null. */
export type TermsValues = {
  rate: string;
  months: number | '';
  hold_days: number | '';
  minimum_payout_minor: number | null;
  cap_per_sale_minor: number | null;
  cap_per_month_minor: number | null;
  payout_schedule: string;
  friend_offer: string;
  excluded_products: string[];
};

/** The template's promise, where a new programme starts. */
export const TEMPLATE: Terms = {
  commission: { kind: 'percent', rate: '20%', months: 12 },
  hold_days: 30,
  minimum_payout_minor: 5000,
  payout_schedule: 'the first working day of each month',
  friend_offer: '',
};

export function toValues(terms: Terms): TermsValues {
  return {
    rate: terms.commission.rate,
    months: terms.commission.months ?? '',
    hold_days: terms.hold_days,
    minimum_payout_minor: terms.minimum_payout_minor,
    cap_per_sale_minor: terms.cap_per_sale_minor ?? null,
    cap_per_month_minor: terms.cap_per_month_minor ?? null,
    payout_schedule: terms.payout_schedule,
    friend_offer: terms.friend_offer,
    excluded_products: terms.excluded_products ?? [],
  };
}

/** What was typed as terms; tiers, which have no field, stay as they are. */
export function toTerms(values: TermsValues, { tiers }: Terms): Terms {
  const rate = values.rate.trim();
  return {
    commission: {
      kind: 'percent',
      rate: rate.endsWith('%') ? rate : `${rate}%`,
      months: values.months === '' ? null : values.months,
    },
    hold_days: Number(values.hold_days),
    minimum_payout_minor: values.minimum_payout_minor ?? 0,
    payout_schedule: values.payout_schedule,
    friend_offer: values.friend_offer,
    ...(tiers ? { tiers } : {}),
    ...(values.cap_per_sale_minor === null ? {} : { cap_per_sale_minor: values.cap_per_sale_minor }),
    ...(values.cap_per_month_minor === null ? {} : { cap_per_month_minor: values.cap_per_month_minor }),
    ...(values.excluded_products.length > 0 ? { excluded_products: values.excluded_products } : {}),
  };
}
