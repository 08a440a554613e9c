import { invalidField } from '../../kernel/errors.ts';
import { isCurrency, minorDigits, multiply, parseDecimal, rational, roundToMinor } from '../../kernel/money.ts';
import { type IsoDate, isZone, monthEnd } from '../../kernel/time.ts';
import type { ChannelCost, Company, ExchangeRate, ReportingValue } from './model.ts';

/** @throws 422 naming the field whose value no company can have. */
export function checkCompany(company: Company): void {
  checkCurrency('reporting_currency', company.reporting_currency);
  if (!isZone(company.zone)) {
    throw invalidField('zone', `"${company.zone}" is not a time zone.`, 'Use a name like Europe/Budapest or UTC.');
  }
  const guard = parseDecimal(company.ltv_cac_guard);
  if (!guard || guard.num <= 0n) throw invalidField('ltv_cac_guard', 'The guard must be a number above 0.');
}

/** @throws 422 naming the field when the code is not an ISO 4217 currency. */
export function checkCurrency(field: string, code: string): void {
  if (!isCurrency(code)) throw invalidField(field, `"${code}" is not a currency.`, 'Use an ISO 4217 code like EUR.');
}

/**
 * The amount in the reporting currency at the latest rate known on or before the day, else at the earliest one after
 * it. Undefined when no rate is known: the amount then stays out of reporting sums and the quality report says so.
 */
export function toReporting(
  amount: { amount_minor: number; currency: string; on: IsoDate },
  reportingCurrency: string,
  rates: readonly ExchangeRate[],
): ReportingValue | undefined {
  if (amount.currency === reportingCurrency) {
    const same = { reporting_rate: '1', reporting_rate_source: 'same currency', reporting_rate_on: amount.on };
    return { amount_minor: amount.amount_minor, ...same };
  }
  const found = rateOn(amount.currency, amount.on, rates);
  const rate = found && parseDecimal(found.rate);
  if (!found || !rate) return undefined;
  const scale = rational(10n ** BigInt(minorDigits(reportingCurrency)), 10n ** BigInt(minorDigits(amount.currency)));
  const minor = roundToMinor(multiply(multiply(rational(amount.amount_minor), rate), scale));
  const used = { reporting_rate: found.rate, reporting_rate_source: found.source, reporting_rate_on: found.on_date };
  return { amount_minor: minor, ...used };
}

/** The cost of a month with its value in the reporting currency at the month's end; nulls where no rate is known. */
export function priceCost(
  cost: Omit<ChannelCost, 'amount_reporting_minor'>,
  reportingCurrency: string,
  rates: readonly ExchangeRate[],
) {
  const { month, channel, currency, amount_minor } = cost;
  const found = toReporting({ amount_minor, currency, on: monthEnd(month) }, reportingCurrency, rates);
  return {
    month: `${month}-01`,
    channel,
    currency,
    amount_minor,
    amount_reporting_minor: found?.amount_minor ?? null,
    reporting_rate: found?.reporting_rate ?? null,
    reporting_rate_source: found?.reporting_rate_source ?? null,
    reporting_rate_on: found?.reporting_rate_on ?? null,
  };
}

function rateOn(currency: string, on: IsoDate, rates: readonly ExchangeRate[]): ExchangeRate | undefined {
  const own = rates.filter((rate) => rate.currency === currency).sort((a, b) => a.on_date.localeCompare(b.on_date));
  return own.findLast((rate) => rate.on_date <= on) ?? own[0];
}
