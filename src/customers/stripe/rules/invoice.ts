import type { Minor } from '../../../kernel/money.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import type { StripeFact, StripeLine } from '../model.ts';
import { toMinorUnits } from './amount.ts';
import { currencyOf } from './currency.ts';
import { readCustomerOf, readReferral } from './customer.ts';
import { at, first, idAt, isRecord, listAt, present, textAt, timeAt, wholeAt } from './fields.ts';

type PaidInvoice = Extract<StripeFact, { kind: 'invoice_paid' }>;
type InvoiceState = Extract<StripeFact, { kind: 'invoice_state' }>;

/** Where the metadata of an invoice's subscription stand, before and since API version 2025-03-31. */
const METADATA = ['metadata', 'subscription_details.metadata', 'parent.subscription_details.metadata'];
const PATHS = { name: ['customer_name'], email: ['customer_email'] };

/** A paid invoice, in the shape of any API version since 2018. Undefined when it is no invoice of a customer. */
export function readPaidInvoice(object: unknown, key: string, eventAt: Date): PaidInvoice | undefined {
  const head = readHead(object, key);
  if (!head) return undefined;
  const { currency } = head;
  const amounts = readLines(object, currency);
  const paid = toMinorUnits(wholeAt(object, 'amount_paid') ?? wholeAt(object, 'total') ?? 0, currency);
  const periodEnd = latestPeriodEnd(object, head.issued_at);
  return {
    kind: 'invoice_paid',
    ...head,
    paid_at: timeAt(object, 'status_transitions.paid_at') ?? eventAt,
    ...(periodEnd ? { period_ends_at: periodEnd } : {}),
    lines: amounts.lines,
    credit_applied_minor: Math.max(0, Math.min(amounts.total, amounts.total - paid)),
    discounts: readDiscounts(object),
    referral: readReferral(...METADATA.map((path) => at(object, path))),
  };
}

const STATUS: Record<string, InvoiceState['status'] | undefined> = {
  open: 'open',
  uncollectible: 'uncollectible',
  void: 'void',
};

/** An invoice that is not paid: open, given up on, or void. */
export function readInvoiceState(object: unknown, key: string): InvoiceState | undefined {
  const head = readHead(object, key);
  const status = STATUS[textAt(object, 'status') ?? ''];
  if (!head || !status) return undefined;
  const due = timeAt(object, 'due_date');
  return {
    kind: 'invoice_state',
    ...head,
    status,
    total_minor: toMinorUnits(wholeAt(object, 'total') ?? 0, head.currency),
    tax_minor: toMinorUnits(invoiceTax(object), head.currency),
    ...(due ? { due_at: due } : {}),
  };
}

function readHead(object: unknown, key: string) {
  const invoice_id = textAt(object, 'id', 200);
  const metadata = METADATA.map((path) => at(object, path));
  const customer = readCustomerOf(object, key, metadata, PATHS);
  const currency = currencyOf(object);
  const issued_at = first(timeAt(object, 'status_transitions.finalized_at'), timeAt(object, 'created'));
  if (!invoice_id || !customer || !currency || !issued_at) return undefined;
  return { invoice_id, customer, currency, issued_at, payments: readPayments(object) };
}

/** The payments and charges of an invoice: named directly until 2025-03-31, in a list since. */
function readPayments(object: unknown): string[] {
  const listed = listAt(object, 'payments').flatMap((one) => [
    idAt(one, 'payment.payment_intent'),
    idAt(one, 'payment.charge'),
  ]);
  return [...new Set(present([idAt(object, 'charge'), idAt(object, 'payment_intent'), ...listed]))];
}

/** The codes and ids of everything that made it cheaper. */
function readDiscounts(object: unknown): string[] {
  const lines = listAt(object, 'lines');
  const all = [object, ...lines].flatMap((one) => [
    at(one, 'discount'),
    ...listAt(one, 'discounts'),
    ...listAt(one, 'discount_amounts').map((amount) => at(amount, 'discount')),
    ...listAt(one, 'total_discount_amounts').map((amount) => at(amount, 'discount')),
  ]);
  return [...new Set(all.flatMap(namesOfDiscount))].slice(0, 50);
}

/** `di_…` or a whole discount: its own id, its promotion code and its coupon, each by id and in words. */
export function namesOfDiscount(discount: unknown): string[] {
  if (typeof discount === 'string') return [discount.slice(0, 64)];
  if (!isRecord(discount)) return [];
  const coupon = first(at(discount, 'coupon'), at(discount, 'source.coupon'));
  const promotion = at(discount, 'promotion_code');
  const names = [
    textAt(promotion, 'code'),
    idAt(discount, 'promotion_code'),
    textAt(coupon, 'name'),
    idAt({ coupon }, 'coupon'),
    textAt(discount, 'id'),
  ];
  return present(names).map((name) => name.slice(0, 64));
}

/** Nobody pays further ahead: a later end is a slip, and would keep the customer with its partner for ever. */
const LONGEST_DAYS = 3_660;

/** The end of the longest period that makes sense: one that does not end before it begins, nor in another age. */
function latestPeriodEnd(object: unknown, issuedAt: Date): Date | undefined {
  const latest = issuedAt.getTime() + LONGEST_DAYS * DAY_MS;
  const ends = present(listAt(object, 'lines').map(periodEnd)).filter((end) => end.getTime() <= latest);
  return ends.sort((a, b) => b.getTime() - a.getTime())[0];
}

function periodEnd(line: unknown): Date | undefined {
  const [start, end] = [timeAt(line, 'period.start'), timeAt(line, 'period.end')];
  return start && end && end < start ? undefined : end;
}

/** The lines in minor units, and what they sum to with tax: the invoice's total, exactly. */
export function readLines(object: unknown, currency: string): { lines: StripeLine[]; total: Minor } {
  const lines = listAt(object, 'lines').map((line) => readLine(line, currency));
  const total = toMinorUnits(wholeAt(object, 'total') ?? sum(lines, withTax), currency);
  const rest = total - sum(lines, withTax);
  const restOfTax = toMinorUnits(invoiceTax(object), currency) - sum(lines, ({ tax_minor }) => tax_minor);
  if (rest === 0 && lines.length > 0) return { lines, total };
  // An event carries the first ten lines; what they leave of the total is one more.
  const tax_minor = rest === 0 ? 0 : restOfTax;
  return { lines: [...lines, { amount_minor: rest - tax_minor, discount_minor: 0, tax_minor }], total };
}

/**
 * A line's amount is before its discount, and holds the tax that is included; ours never does. The tax was taken from
 * the discounted price, so net = amount − included tax − discount.
 */
function readLine(line: unknown, currency: string): StripeLine {
  const units = (amount: number) => toMinorUnits(amount, currency);
  const taxes = [...listAt(line, 'tax_amounts'), ...listAt(line, 'taxes')];
  const included = taxes.filter(isIncluded).reduce<number>((total, tax) => total + (wholeAt(tax, 'amount') ?? 0), 0);
  const tax = taxes.reduce<number>((total, one) => total + (wholeAt(one, 'amount') ?? 0), 0);
  const discount = listAt(line, 'discount_amounts').reduce<number>(
    (all, one) => all + (wholeAt(one, 'amount') ?? 0),
    0,
  );
  const amount = units(wholeAt(line, 'amount') ?? 0) - units(included);
  const discounted = units(discount);
  const fits = discounted >= 0 && discounted <= Math.max(amount, 0);
  const product = productOf(line);
  const quantity = wholeAt(line, 'quantity');
  return {
    amount_minor: fits ? amount : amount - discounted,
    discount_minor: fits ? discounted : 0,
    tax_minor: units(tax),
    ...(product ? { product } : {}),
    ...(quantity !== undefined && quantity >= 0 && quantity <= 2_147_483_647 ? { quantity } : {}),
  };
}

function isIncluded(tax: unknown): boolean {
  return at(tax, 'inclusive') === true || at(tax, 'tax_behavior') === 'inclusive';
}

function productOf(line: unknown): string | undefined {
  const found = first(
    idAt(line, 'price.product'),
    idAt(line, 'pricing.price_details.product'),
    idAt(line, 'plan.product'),
  );
  return found?.slice(0, 200);
}

function invoiceTax(object: unknown): number {
  const listed = [...listAt(object, 'total_taxes'), ...listAt(object, 'total_tax_amounts')];
  if (listed.length === 0) return wholeAt(object, 'tax') ?? 0;
  return listed.reduce<number>((total, tax) => total + (wholeAt(tax, 'amount') ?? 0), 0);
}

function withTax(line: StripeLine): Minor {
  return line.amount_minor - line.discount_minor + line.tax_minor;
}

function sum(lines: readonly StripeLine[], of: (line: StripeLine) => Minor): Minor {
  return lines.reduce((total, line) => total + of(line), 0);
}
