import { invalidField } from '../../../kernel/errors.ts';
import {
  isCurrency,
  type Minor,
  minorDigits,
  multiply,
  parseDecimal,
  rational,
  toMinor,
} from '../../../kernel/money.ts';

import { type Door, MEANINGS, type Meaning, type Parameter, type Postback } from '../model.ts';

type Reads = Pick<Door, 'parameters' | 'statuses' | 'currency'>;

/**
 * What a network says, by the names and words its door was told. Without a status an amount means a sale, and none a
 * lead. @throws 422 naming the parameter
 */
export function readPostback(door: Reads, sent: Readonly<Record<string, string>>): Postback {
  const read = (name: Parameter) => sent[door.parameters[name]]?.trim() || undefined;
  const amount = read('amount');
  const meaning = meaningOf(door, read('status'), amount);
  const currency = amount === undefined ? undefined : currencyOf(door, read('currency'));
  const click = read('click_id');
  if (!click)
    throw invalidField(door.parameters.click_id, 'The postback names no click.', 'Send the value of gw_click.');
  const amount_minor =
    amount === undefined || !currency ? undefined : exactMinor(amount, currency, door.parameters.amount);
  if (meaning === 'sale' && amount_minor === undefined)
    throw invalidField(door.parameters.amount, 'A sale needs its amount.', 'Write it like 12.50.');
  const names = { event_id: read('event_id'), account_id: read('account_id'), email: read('email') };
  return { meaning, click, amount_minor, currency, ...names };
}

function meaningOf(door: Reads, status: string | undefined, amount: string | undefined): Meaning {
  if (status === undefined) return amount === undefined ? 'lead' : 'sale';
  const found = MEANINGS.find((meaning) => door.statuses[meaning].includes(status.toLowerCase()));
  if (found) return found;
  const known = MEANINGS.flatMap((meaning) => door.statuses[meaning]).join(', ');
  throw invalidField(
    door.parameters.status,
    `"${status.slice(0, 60)}" is no status this door knows.`,
    `It knows ${known}.`,
  );
}

function currencyOf(door: Reads, sent: string | undefined): string {
  const currency = (sent ?? door.currency ?? '').toUpperCase();
  if (isCurrency(currency)) return currency;
  const message = currency ? `There is no currency ${currency.slice(0, 10)}.` : 'The amount has no currency.';
  throw invalidField(door.parameters.currency, message, 'Use an ISO 4217 code like EUR.');
}

/** "12.50" in minor units; half a cent is refused, never rounded. */
function exactMinor(text: string, currency: string, field: string): Minor {
  const value = parseDecimal(text);
  const minor = value && multiply(value, rational(10n ** BigInt(minorDigits(currency))));
  if (!minor || minor.num < 0n)
    throw invalidField(field, `"${text.slice(0, 40)}" is not an amount.`, 'Write it like 12.50, not below 0.');
  if (minor.num % minor.den !== 0n)
    throw invalidField(field, `"${text.slice(0, 40)}" is a fraction of the smallest unit of ${currency}.`);
  return toMinor(minor.num / minor.den, field);
}
