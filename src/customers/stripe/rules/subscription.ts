import { add, multiply, parseDecimal, type Rational, rational } from '../../../kernel/money.ts';
import type { StripeFact } from '../model.ts';
import { unitOf } from './amount.ts';
import { currencyOf } from './currency.ts';
import { readCustomerOf, readReferral } from './customer.ts';
import { at, first, isRecord, listAt, textAt, timeAt, wholeAt } from './fields.ts';

type Subscription = Extract<StripeFact, { kind: 'subscription' }>;

const STATUS: ReadonlyMap<unknown, Subscription['status']> = new Map([
  ['trialing', 'trial'],
  ['active', 'active'],
  ['past_due', 'active'],
  ['unpaid', 'paused'],
  ['paused', 'paused'],
  ['incomplete', 'paused'],
  ['incomplete_expired', 'ended'],
  ['canceled', 'ended'],
]);
const RANK: Record<string, number | undefined> = { created: 0, deleted: 2 };

/**
 * A subscription as it stands at the event: its status, plan, seats, and what one interval costs. With a status that
 * Stripe does not write it is left alone: nobody can say whether it is paid for.
 */
export function readSubscription(object: unknown, key: string, type: string, eventAt: Date): StripeFact | undefined {
  const subscription_id = textAt(object, 'id', 200);
  const metadata = at(object, 'metadata');
  const customer = readCustomerOf(object, key, [metadata], { name: [], email: [] });
  const items = listAt(object, 'items');
  const price = priceOf(items[0] ?? object);
  const currency = currencyOf(object, 'items.data.0.price.currency') ?? currencyOf(price);
  if (!subscription_id || !customer || !currency) return undefined;
  const action = type.split('.').at(-1) ?? '';
  const status = action === 'deleted' ? 'ended' : STATUS.get(at(object, 'status'));
  if (!status)
    return {
      kind: 'ignored',
      reason: 'unknown_status',
      params: { status: JSON.stringify(at(object, 'status') ?? null).slice(0, 100) },
    };
  const ended_at = first(timeAt(object, 'ended_at'), action === 'deleted' ? eventAt : undefined);
  const seats = items.reduce<number>((all, item) => all + (wholeAt(item, 'quantity') ?? 0), 0);
  const plan = planName(price);
  return {
    kind: 'subscription',
    subscription_id,
    customer,
    status,
    ...(plan ? { plan } : {}),
    ...(seats > 0 && seats <= 2_147_483_647 ? { seats } : {}),
    ...intervalOf(price),
    currency,
    amount: recurring(object, items, currency),
    started_at: first(timeAt(object, 'start_date'), timeAt(object, 'start'), timeAt(object, 'created')) ?? eventAt,
    ...(ended_at ? { ended_at } : {}),
    rank: RANK[action] ?? 1,
    referral: readReferral(metadata),
    at: eventAt,
  };
}

/** `price` since 2020, `plan` before. */
function priceOf(item: unknown): unknown {
  return first(at(item, 'price'), at(item, 'plan')) ?? {};
}

function planName(price: unknown): string | undefined {
  return first(textAt(price, 'nickname'), textAt(price, 'lookup_key'), textAt(price, 'id'))?.slice(0, 200);
}

function intervalOf(price: unknown): Pick<Subscription, 'interval' | 'interval_count'> {
  const interval = first(textAt(price, 'recurring.interval'), textAt(price, 'interval')) ?? 'month';
  const count = first(wholeAt(price, 'recurring.interval_count'), wholeAt(price, 'interval_count')) ?? 1;
  const known = (['day', 'week', 'month', 'year'] as const).find((one) => one === interval);
  return { interval: known ?? 'month', interval_count: count > 0 && count <= 1200 ? count : 1 };
}

/** Σ unit price × quantity, less a discount that lasts for ever; metered and tiered prices count as 0. */
function recurring(object: unknown, items: readonly unknown[], currency: string): Rational {
  const full = items.map(itemAmount).reduce(add, rational(0));
  const forever = [at(object, 'discount'), ...listAt(object, 'discounts')]
    .filter(isRecord)
    .map((discount) => first(at(discount, 'coupon'), at(discount, 'source.coupon')))
    .find((coupon) => textAt(coupon, 'duration') === 'forever');
  return multiply(discounted(full, forever), unitOf(currency));
}

function itemAmount(item: unknown): Rational {
  const price = priceOf(item);
  if (first(textAt(price, 'recurring.usage_type'), textAt(price, 'usage_type')) === 'metered') return rational(0);
  const decimal = first(textAt(price, 'unit_amount_decimal'), textAt(price, 'amount_decimal'));
  const whole = first(wholeAt(price, 'unit_amount'), wholeAt(price, 'amount'));
  const unit = first(
    decimal === undefined ? undefined : parseDecimal(decimal),
    whole === undefined ? undefined : rational(whole),
  );
  return multiply(unit ?? rational(0), rational(wholeAt(item, 'quantity') ?? 1));
}

function discounted(amount: Rational, coupon: unknown): Rational {
  const percent = at(coupon, 'percent_off');
  if (typeof percent === 'number' && percent >= 0 && percent <= 100)
    return multiply(amount, rational(BigInt(Math.round((100 - percent) * 10_000)), 1_000_000n));
  const off = wholeAt(coupon, 'amount_off');
  if (off === undefined) return amount;
  const left = add(amount, rational(-off));
  return left.num > 0n ? left : rational(0);
}
