import type { IsoDate } from '../../kernel/time.ts';

export const CHURN_DEFINITIONS = ['subscriptions', 'flags', 'events'] as const;
export type ChurnDefinition = (typeof CHURN_DEFINITIONS)[number];

/** What the company says about itself. Amounts are minor units of `reporting_currency`, yearly unless named otherwise. */
export type Company = {
  name: string;
  reporting_currency: string;
  zone: string;
  churn_definition: ChurnDefinition;
  churn_grace_days: number;
  gross_margin_bps: number | null;
  success_cost_year_minor: number | null;
  success_hourly_cost_minor: number | null;
  acquisition_cost_year_minor: number | null;
  /** A decimal string: below this LTV:CAC a programme is not published without an override. */
  ltv_cac_guard: string;
  /** What a payment in a year is worth less today, in basis points. */
  discount_rate_bps: number;
  product_url: string | null;
  mail_from: string | null;
  /** The company is made up: the first start filled it in. */
  simulated: boolean;
};

/** How much of the reporting currency one unit of `currency` bought on a day; `rate` is a decimal string. */
export type ExchangeRate = { currency: string; on_date: IsoDate; rate: string; source: string };

/** An amount in the reporting currency, with the rate that made it. */
export type ReportingValue = {
  amount_minor: number;
  reporting_rate: string;
  reporting_rate_source: string;
  reporting_rate_on: IsoDate;
};

export function newCompany(name: string, reportingCurrency: string): Company {
  return {
    name,
    reporting_currency: reportingCurrency,
    zone: 'UTC',
    churn_definition: 'subscriptions',
    churn_grace_days: 0,
    gross_margin_bps: null,
    success_cost_year_minor: null,
    success_hourly_cost_minor: null,
    acquisition_cost_year_minor: null,
    ltv_cac_guard: '4',
    discount_rate_bps: 1000,
    product_url: null,
    mail_from: null,
    simulated: false,
  };
}

/** What a channel cost in a month (`YYYY-MM`), with its value in the reporting currency; null where no rate is known. */
export type ChannelCost = {
  month: string;
  channel: string;
  currency: string;
  amount_minor: number;
  amount_reporting_minor: number | null;
};
