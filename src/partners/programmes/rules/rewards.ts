import { invalidField } from '../../../kernel/errors.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import type { RewardGift, RewardTerms, Terms } from '../model.ts';

const DAYS_MOST = 3650;
const AMOUNT_MOST = Number.MAX_SAFE_INTEGER;

/** @throws 422 naming the field of the rewards that cannot be. */
export function checkRewards(rewards: Terms['rewards'] = []): void {
  const seen = new Set<string>();
  rewards.forEach((reward, index) => {
    const at = `terms.rewards[${index}]`;
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(reward.key))
      throw invalidField(`${at}.key`, `"${reward.key}" is not a name.`, 'Use small letters, digits and hyphens.');
    if (seen.has(reward.key)) throw invalidField(`${at}.key`, `Two rewards are called ${reward.key}.`);
    seen.add(reward.key);
    checkReward(reward, at);
    checkGift(reward.give, `${at}.give`);
  });
}

function checkReward(reward: RewardTerms, at: string): void {
  if (reward.on === 'milestone' && reward.count === undefined)
    throw invalidField(`${at}.count`, 'A milestone says how many paying customers make it.');
  if (reward.on !== 'milestone' && reward.count !== undefined)
    throw invalidField(`${at}.count`, 'Only a milestone has a count.');
  if (reward.on === 'milestone' && reward.to === 'friend')
    throw invalidField(`${at}.to`, 'A milestone is reached by the one who refers, not by the friend.');
  if (reward.on === 'review' && reward.to === 'friend')
    throw invalidField(`${at}.to`, 'A review brings no friend: reward the reviewer or their company.');
  if (reward.on === 'qualified_lead' && reward.to === 'friend')
    throw invalidField(`${at}.to`, 'A lead is no customer yet: reward the friend on signup or first_payment.');
  if (reward.give.kind === 'company_credit' && !['first_payment', 'milestone'].includes(reward.on))
    throw invalidField(`${at}.on`, 'Seats are known once the referred customer pays: use first_payment.');
  if (reward.give.kind === 'company_credit' && reward.to === 'referrer')
    throw invalidField(`${at}.to`, 'Credit on an invoice goes to a company: use company or friend.');
  if (reward.count !== undefined) checkWhole(reward.count, `${at}.count`, 1, 100_000);
  if (reward.cap_per_year !== undefined) checkWhole(reward.cap_per_year, `${at}.cap_per_year`, 1, 100_000);
  if (reward.hold_days !== undefined) checkWhole(reward.hold_days, `${at}.hold_days`, 0, DAYS_MOST);
  if (reward.target_days !== undefined) checkWhole(reward.target_days, `${at}.target_days`, 0, 365);
}

function checkGift(give: RewardGift, at: string): void {
  if (give.kind === 'company_credit') {
    checkWhole(give.per_seat_minor, `${at}.per_seat_minor`, 1, AMOUNT_MOST);
    checkPercent(give.most, `${at}.most`);
  } else if (give.kind === 'free_months') {
    checkWhole(give.months, `${at}.months`, 1, 120);
    checkWhole(give.per_year, `${at}.per_year`, give.months, 1200);
  } else if (give.kind === 'discount') {
    if (give.months !== null) checkWhole(give.months, `${at}.months`, 1, 600);
    checkPercent(give.percent, `${at}.percent`);
  } else if (give.kind === 'feature_unlock') {
    if (give.days !== null) checkWhole(give.days, `${at}.days`, 1, DAYS_MOST);
  } else {
    const field = give.kind === 'gift' ? 'worth_minor' : 'amount_minor';
    checkWhole(give.kind === 'gift' ? give.worth_minor : give.amount_minor, `${at}.${field}`, 1, AMOUNT_MOST);
  }
}

function checkPercent(text: string, field: string): void {
  if (parsePercent(text, field).num === 0n) throw invalidField(field, '0% gives nothing.');
}

function checkWhole(value: number, field: string, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw invalidField(field, `${value} is not a whole number from ${least} to ${most}.`);
}
