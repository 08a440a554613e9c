import { AppError } from '../../../kernel/errors.ts';
import { multiply, rational, roundToMinor } from '../../../kernel/money.ts';
import type { Entity, Unknown } from '../model.ts';
import { Refused, type Values } from './convert.ts';
import { BadValue, toMinorUnits } from './values.ts';

type Unit = 'major' | 'minor';

/** What a row may ask while it takes shape: references by the ids files use, and what the mapping says of amounts. */
export type Facts = {
  account(external: string): string | undefined;
  subscription(external: string): string | undefined;
  person(external: string): { id: string; account_id: string | null } | undefined;
  invoice(external: string): { id: string; issued_on: string } | undefined;
  /** The survey an answer belongs to, made when it is new. */
  survey(external: string, kind: string): string;
  /** No invoice can be dated after it, in milliseconds. */
  latest: number;
  currency: string | undefined;
  /** Major or minor units, by the field an amount is mapped to. */
  units: Record<string, Unit>;
  reporting(amount: { amount_minor: number; currency: string; on: string }): object;
};

export type Shaped = Record<string, unknown> & { external_id: string };
type Shape = (values: Values, facts: Facts) => Shaped | Refused;

/** What stands in an index, which takes no text of any length. */
const KEYS = ['external_id', 'name', 'domain', 'email', 'feature', 'survey', 'person', 'subscription'];
const LONGEST_KEY = 500;
const INTERVALS = ['day', 'week', 'month', 'quarter', 'half_year', 'year'];
/** Months in one interval, exactly: a week is 12/52 of a month. */
const MONTHS: Record<string, ReturnType<typeof rational>> = {
  day: rational(12, 365),
  week: rational(12, 52),
  month: rational(1),
  quarter: rational(3),
  half_year: rational(6),
  year: rational(12),
};
const ROLES = ['decision_maker', 'influencer', 'champion', 'billing', 'user'];
const PRIORITIES = ['low', 'medium', 'high', 'urgent'];
const TICKET_STATES = ['open', 'pending', 'solved', 'closed'];
const INVOICE_STATES = ['draft', 'open', 'paid', 'uncollectible', 'void'];
const SURVEY_KINDS = ['nps', 'csat', 'ces', 'open', 'onboarding', 'partner_satisfaction'];
const SCALES = [5, 7, 10];

/** Turns a row's values into the row to store, or says which field makes it useless. */
export const SHAPES: Record<Entity, Shape> = {
  accounts: shapeAccount,
  people: shapePerson,
  subscriptions: shapeSubscription,
  invoices: shapeInvoice,
  refunds: shapeRefund,
  usage: shapeUsage,
  tickets: shapeTicket,
  survey_answers: shapeAnswer,
  churn_events: shapeChurn,
};

export function shape(entity: Entity, values: Values, facts: Facts): Shaped | Refused {
  for (const field of KEYS) {
    const text = values[field];
    if (typeof text === 'string' && text.length > LONGEST_KEY)
      return new Refused(field, `is longer than ${LONGEST_KEY} characters`);
  }
  try {
    return SHAPES[entity](values, facts);
  } catch (error) {
    if (error instanceof AppError) return new Refused(error.detail.field ?? null, error.message);
    throw error;
  }
}

function shapeAccount(values: Values): Shaped {
  const { domain, name, ...rest } = values as Values & { domain?: string | null; name?: string | null };
  const shaped = { ...rest, name: name ?? (values.external_id as string) } as unknown as Shaped;
  if (domain !== undefined) shaped.domain = plainDomain(domain);
  return shaped;
}

/** `https://www.Acme.com/about` → `acme.com`. */
export function plainDomain(text: string | null): string | null {
  if (!text) return null;
  const host =
    text
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/?#:]/)[0] ?? '';
  return /^[^\s.]+(\.[^\s.]+)+$/.test(host) ? host : null;
}

/** The address two spellings of one mailbox share: lower case, +tag cut, dots cut for gmail. */
export function normaliseEmail(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  const untagged = local.split('+')[0] ?? '';
  const plain = /^(gmail|googlemail)\.com$/.test(domain) ? untagged.replaceAll('.', '') : untagged;
  return `${plain}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}

function shapePerson(values: Values, facts: Facts): Shaped | Refused {
  const { first_name, last_name, account, role, email, ...rest } = values;
  const account_id = accountOf(account, facts);
  if (account_id instanceof Refused) return account_id;
  const joined = [first_name, last_name].filter(Boolean).join(' ');
  const shaped = { ...rest, ...closed(values, 'role', ROLES), account_id } as unknown as Shaped;
  if (email !== undefined) Object.assign(shaped, emails(email as string | null));
  if (joined && !shaped.name) shaped.name = joined;
  return shaped;
}

function emails(email: string | null): object {
  return { email, email_normalised: email?.includes('@') ? normaliseEmail(email) : null };
}

/** A field with a closed list: another value is kept as an attribute and the field stays empty. */
function closed(values: Values, field: string, allowed: readonly string[]): Record<string, unknown> {
  const value = values[field];
  if (value === undefined) return {};
  const plain = typeof value === 'string' ? value.toLowerCase().replace(/\s+/g, '_') : null;
  if (plain === null || allowed.includes(plain)) return { [field]: plain };
  return { [field]: null, attributes: { ...values.attributes, [field]: value } };
}

function accountOf(external: unknown, facts: Facts): string | null | Refused {
  if (external === null || external === undefined) return null;
  return facts.account(external as string) ?? unknown('accounts', 'account', external);
}

function unknown(entity: Unknown['entity'], field: string, id: unknown): Refused {
  const what = entity.slice(0, -1);
  return new Refused(field, `"${id}" is not ${what === 'subscription' ? 'a' : 'an'} ${what} known here`, {
    entity,
    id: String(id),
  });
}

function neededAccount(external: unknown, facts: Facts): string | Refused {
  return accountOf(external, facts) ?? new Refused('account', 'is blank');
}

function amountOf(values: Values, field: string, facts: Facts): { minor: number; currency: string } | Refused | null {
  const plain = values[field];
  if (plain === null || plain === undefined) return null;
  const currency = (values.currency as string | null) ?? facts.currency;
  if (!currency) return new Refused('currency', 'is blank, and the mapping names no currency');
  const minor = toMinorUnits(plain as string, currency, facts.units[field] ?? 'major');
  return minor instanceof BadValue ? new Refused(field, `"${plain}" ${minor.reason}`) : { minor, currency };
}

function shapeSubscription(values: Values, facts: Facts): Shaped | Refused {
  const account_id = neededAccount(values.account, facts);
  if (account_id instanceof Refused) return account_id;
  const { account: _a, mrr: _m, arr: _r, amount: _n, currency: _c, ...rest } = values;
  if (rest.ended_on && (rest.ended_on as string) < (rest.started_on as string))
    return new Refused('ended_on', `${rest.ended_on} is before the start ${rest.started_on}`);
  const mrr = monthly(values, facts);
  if (mrr instanceof Refused) return mrr;
  if (mrr.minor < 0) return new Refused('mrr', 'is negative');
  const amount = { amount_minor: mrr.minor, currency: mrr.currency, on: rest.started_on as string };
  return {
    ...rest,
    ...closed(values, 'billing_interval', INTERVALS),
    account_id,
    currency: mrr.currency,
    mrr_minor: mrr.minor,
    ...renamed(facts.reporting(amount), 'mrr_reporting_minor'),
  } as unknown as Shaped;
}

function renamed(reporting: object, name: string): object {
  const { amount_minor, ...rest } = reporting as { amount_minor?: number };
  return {
    [name]: amount_minor ?? null,
    reporting_rate: null,
    reporting_rate_source: null,
    reporting_rate_on: null,
    ...rest,
  };
}

/** The month's amount: as given, a twelfth of the year's, or the interval's amount normalised. */
function monthly(values: Values, facts: Facts): { minor: number; currency: string } | Refused {
  const mrr = amountOf(values, 'mrr', facts);
  if (mrr) return mrr;
  const arr = amountOf(values, 'arr', facts);
  if (arr) return arr instanceof Refused ? arr : divided(arr, rational(12));
  const amount = amountOf(values, 'amount', facts);
  if (amount) return amount instanceof Refused ? amount : perMonth(amount, values);
  const currency = (values.currency as string | null) ?? facts.currency;
  if (values.is_trial === true && currency) return { minor: 0, currency };
  return new Refused('mrr', 'is blank: nothing says what the subscription costs');
}

function perMonth(
  amount: { minor: number; currency: string },
  values: Values,
): { minor: number; currency: string } | Refused {
  const interval = typeof values.billing_interval === 'string' ? values.billing_interval : 'month';
  const months = MONTHS[interval];
  if (!months) return new Refused('billing_interval', `"${interval}" is not an interval known here`);
  const count = rational((values.interval_count as number | null) ?? 1);
  return divided(amount, multiply(months, count));
}

function divided(
  amount: { minor: number; currency: string },
  by: { num: bigint; den: bigint },
): { minor: number; currency: string } {
  return { ...amount, minor: roundToMinor(multiply(rational(amount.minor), rational(by.den, by.num))) };
}

function shapeInvoice(values: Values, facts: Facts): Shaped | Refused {
  const account_id = neededAccount(values.account, facts);
  if (account_id instanceof Refused) return account_id;
  const [total, tax, subtotal] = ['total', 'tax', 'subtotal'].map((field) => amountOf(values, field, facts));
  for (const amount of [total, tax, subtotal]) if (amount instanceof Refused) return amount;
  const sum = total as { minor: number; currency: string };
  const taxMinor = (tax as { minor: number } | null)?.minor ?? 0;
  const { account: _a, total: _t, tax: _x, subtotal: _s, subscription, coupons, status, paid_at, ...rest } = values;
  const on = (rest.issued_at as string).slice(0, 10);
  if (Date.parse(rest.issued_at as string) > facts.latest)
    return new Refused('issued_at', `${on} is more than a day in the future`);
  return {
    ...rest,
    account_id,
    currency: sum.currency,
    subscription_external_id: subscription ?? null,
    total_minor: sum.minor,
    tax_minor: taxMinor,
    subtotal_minor: (subtotal as { minor: number } | null)?.minor ?? sum.minor - taxMinor,
    status: invoiceState(status, paid_at),
    paid_at: paid_at ?? (status === 'paid' ? rest.issued_at : null),
    coupons: coupons ? String(coupons).split(/[;|,]\s*/) : [],
    ...renamed(facts.reporting({ amount_minor: sum.minor, currency: sum.currency, on }), 'total_reporting_minor'),
  } as unknown as Shaped;
}

function invoiceState(status: unknown, paidAt: unknown): string {
  const plain = typeof status === 'string' ? status.toLowerCase() : '';
  if (INVOICE_STATES.includes(plain)) return plain;
  return paidAt ? 'paid' : 'open';
}

function shapeRefund(values: Values, facts: Facts): Shaped | Refused {
  const { invoice, amount: _a, ...rest } = values;
  const found = facts.invoice(invoice as string);
  if (!found) return unknown('invoices', 'invoice', invoice);
  const on = (rest.refunded_at as string).slice(0, 10);
  if (on < found.issued_on) return new Refused('refunded_at', `${on} is before the invoice of ${found.issued_on}`);
  const amount = amountOf(values, 'amount', facts);
  if (amount === null || amount instanceof Refused) return amount ?? new Refused('amount', 'is blank');
  if (amount.minor < 1) return new Refused('amount', 'is not above 0');
  return { ...rest, invoice_id: found.id, amount_minor: amount.minor, currency: amount.currency } as unknown as Shaped;
}

function shapeUsage(values: Values, facts: Facts): Shaped | Refused {
  const subscription = values.subscription as string | null | undefined;
  const account = values.account as string | null | undefined;
  let account_id: string | undefined;
  if (account) account_id = facts.account(account);
  else if (subscription) account_id = facts.subscription(subscription);
  if (account_id === undefined) return usageOrphan(account, subscription);
  return {
    external_id: values.external_id as string,
    account_id,
    occurred_at: values.occurred_at,
    subscription_external_id: subscription ?? null,
    person_external_id: values.person ?? null,
    feature: values.feature,
    quantity: values.quantity ?? 1,
    duration_s: values.duration_s ?? null,
    error_count: values.error_count ?? null,
  };
}

function usageOrphan(account?: string | null, subscription?: string | null): Refused {
  if (account) return unknown('accounts', 'account', account);
  if (subscription) return unknown('subscriptions', 'subscription', subscription);
  return new Refused('account', 'is blank, and so is the subscription');
}

function shapeTicket(values: Values, facts: Facts): Shaped | Refused {
  const { account, person, ...rest } = values;
  let account_id = accountOf(account, facts);
  if (account_id instanceof Refused) return account_id;
  if (!account_id && person) account_id = facts.person(person as string)?.account_id ?? null;
  const priority = closed(values, 'priority', PRIORITIES);
  const status = closed({ ...values, ...priority }, 'status', TICKET_STATES);
  const shaped = {
    ...rest,
    ...priority,
    ...status,
    account_id,
    person_external_id: person ?? null,
  } as unknown as Shaped;
  shaped.status ??= rest.closed_at ? 'closed' : 'open';
  if (rest.closed_at && String(rest.closed_at) < String(rest.opened_at))
    return new Refused('closed_at', `${rest.closed_at} is before the ticket was opened`);
  return withScale(shaped, 'satisfaction', 'satisfaction_scale');
}

function withScale(shaped: Shaped, field: string, scaleField: string): Shaped | Refused {
  const score = shaped[field] as number | null | undefined;
  if (score === null || score === undefined) return { ...shaped, [field]: null, [scaleField]: null };
  const scale = (shaped[scaleField] as number | null | undefined) ?? SCALES.find((most) => score <= most);
  if (scale === undefined || !SCALES.includes(scale)) return new Refused(field, `${score} fits no scale of 5, 7 or 10`);
  return score > scale
    ? new Refused(field, `${score} is above its scale ${scale}`)
    : { ...shaped, [scaleField]: scale };
}

function shapeAnswer(values: Values, facts: Facts): Shaped | Refused {
  const { account, person, survey, kind, ...rest } = values;
  const found = person ? facts.person(person as string) : undefined;
  const account_id = accountOf(account, facts);
  if (account_id instanceof Refused) return account_id;
  const plainKind = typeof kind === 'string' ? kind.toLowerCase() : '';
  const known = SURVEY_KINDS.includes(plainKind) ? plainKind : 'open';
  const survey_id = facts.survey((survey as string | null | undefined) ?? known, known);
  const shaped = {
    ...rest,
    survey_id,
    account_id: account_id ?? found?.account_id ?? null,
    person_id: found?.id ?? null,
  };
  return withScale(shaped as unknown as Shaped, 'score', 'scale_max');
}

function shapeChurn(values: Values, facts: Facts): Shaped | Refused {
  const account_id = neededAccount(values.account, facts);
  if (account_id instanceof Refused) return account_id;
  const { account: _a, refund: _r, currency: _c, ...rest } = values;
  const refund = amountOf(values, 'refund', facts);
  if (refund instanceof Refused) return refund;
  if (refund && refund.minor < 0) return new Refused('refund', 'is negative');
  const money = { refund_minor: refund?.minor ?? null, currency: refund?.currency ?? null };
  return { ...rest, account_id, ...money } as unknown as Shaped;
}
