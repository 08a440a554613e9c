import { invalidField } from '../../../kernel/errors.ts';
import { add, type Rational, rational } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import type { Earning, Terms } from '../model.ts';
import { checkRewards } from './rewards.ts';

export const DAYS_MOST = 3650;
const MONTHS_MOST = 600;
const AMOUNT_MOST = Number.MAX_SAFE_INTEGER;

/** @throws 422 naming the field that is not a whole number between the two. */
export function checkWhole(value: number, field: string, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw invalidField(field, `${value} is not a whole number from ${least} to ${most}.`);
}

/** @throws 422 naming the field of the terms that cannot be. */
export function checkTerms(terms: Terms): void {
  checkCommission(terms.commission);
  if (terms.renewal) checkEarning(terms.renewal, 'terms.renewal');
  checkProducts(terms);
  checkTiers(terms);
  checkCaps(terms);
  checkSplit(terms.split);
  if (terms.sub_partner_rate !== undefined) parsePercent(terms.sub_partner_rate, 'terms.sub_partner_rate');
  checkVesting(terms.vesting);
  checkBounty(terms.bounty);
  checkPayout(terms);
  checkRewards(terms.rewards);
}

/** @throws 422 naming the field of the earning that cannot be. */
export function checkEarning(earning: Earning, field: string): void {
  if (earning.kind === 'percent') parsePercent(earning.rate, `${field}.rate`);
  else checkWhole(earning.amount_minor, `${field}.amount_minor`, 0, AMOUNT_MOST);
}

function checkCommission(commission: Terms['commission']): void {
  if (commission.kind === 'none') return;
  if (commission.kind === 'per_lead') {
    checkWhole(commission.amount_minor, 'terms.commission.amount_minor', 0, AMOUNT_MOST);
    return;
  }
  checkEarning(commission, 'terms.commission');
  if (commission.months !== null) checkWhole(commission.months, 'terms.commission.months', 1, MONTHS_MOST);
}

function checkProducts({ products = [], excluded_products = [] }: Terms): void {
  const seen = new Set(excluded_products);
  products.forEach(({ product, earning }, index) => {
    checkEarning(earning, `terms.products[${index}].earning`);
    if (seen.has(product))
      throw invalidField(`terms.products[${index}].product`, `${product} is named twice.`, 'Say once what it earns.');
    seen.add(product);
  });
}

function checkTiers({ tiers, commission }: Terms): void {
  if (!tiers) return;
  if (commission.kind !== 'percent')
    throw invalidField('terms.tiers', 'Only a commission in percent has tiers.', 'Leave the tiers out.');
  if (tiers.basis === 'active_customers' && tiers.mode === 'retroactive')
    throw invalidField(
      'terms.tiers.mode',
      'The number of customers who pay now says nothing about sales before.',
      'Use marginal, or count revenue or sales.',
    );
  if (tiers.steps.length === 0) throw invalidField('terms.tiers.steps', 'A table of tiers needs a step.');
  tiers.steps.forEach((step, index) => {
    const field = `terms.tiers.steps[${index}]`;
    parsePercent(step.rate, `${field}.rate`);
    checkWhole(step.from, `${field}.from`, 0, AMOUNT_MOST);
    const before = tiers.steps[index - 1];
    if (before ? step.from > before.from : step.from === 0) return;
    throw invalidField(
      `${field}.from`,
      'The tiers leave a gap or overlap.',
      'Start the first tier at 0 and let each later one begin higher than the one before.',
    );
  });
}

const AMOUNTS = ['cap_per_sale_minor', 'cap_per_month_minor', 'cap_per_year_minor', 'budget_per_month_minor'] as const;

function checkCaps(terms: Terms): void {
  for (const cap of AMOUNTS) {
    const value = terms[cap];
    if (value !== undefined) checkWhole(value, `terms.${cap}`, 0, AMOUNT_MOST);
  }
  if (terms.cap_sales) checkWhole(terms.cap_sales.most, 'terms.cap_sales.most', 0, 1_000_000);
}

function checkSplit(split: Terms['split']): void {
  if (!split) return;
  const seen = new Set<string>();
  split.forEach(({ partner_id, weight }, index) => {
    checkWhole(weight, `terms.split[${index}].weight`, 0, 1_000_000);
    if (seen.has(partner_id))
      throw invalidField(`terms.split[${index}].partner_id`, 'A partner is named twice.', 'Give it one weight.');
    seen.add(partner_id);
  });
  if (split.every(({ weight }) => weight === 0))
    throw invalidField('terms.split', 'The shares are all 0.', 'Give at least one partner a weight above 0.');
}

function checkVesting(vesting: Terms['vesting']): void {
  if (!vesting) return;
  let total: Rational = rational(0);
  vesting.tranches.forEach(({ day, share }, index) => {
    const field = `terms.vesting.tranches[${index}]`;
    checkWhole(day, `${field}.day`, 0, DAYS_MOST);
    total = add(total, parsePercent(share, `${field}.share`));
    if (index > 0 && day <= (vesting.tranches[index - 1]?.day ?? -1))
      throw invalidField(`${field}.day`, 'Each part comes after the one before.', 'Give it a later day.');
  });
  if (total.num === total.den) return;
  throw invalidField('terms.vesting.tranches', 'The shares do not sum to 100%.', 'Change them until they do.');
}

function checkBounty(bounty: Terms['bounty']): void {
  if (!bounty) return;
  checkWhole(bounty.day, 'terms.bounty.day', 1, DAYS_MOST);
  checkWhole(bounty.amount_minor, 'terms.bounty.amount_minor', 1, AMOUNT_MOST);
}

const LAST_DAY = { month: 28, week: 7, demand: 28 } as const;

function checkPayout({ hold_days, minimum_payout_minor, payout }: Terms): void {
  checkWhole(hold_days, 'terms.hold_days', 0, DAYS_MOST);
  checkWhole(minimum_payout_minor, 'terms.minimum_payout_minor', 0, AMOUNT_MOST);
  if (payout) checkWhole(payout.day, 'terms.payout.day', 1, LAST_DAY[payout.every]);
}
