import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from 'ibantools';
import { invalidField } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import type { Destination } from '../model.ts';
import { maskIban } from '../rules.ts';
import type { DestinationBody, WiseBody } from '../schema.ts';

/** The account a body names, checked as far as it can be without asking a bank. @throws 422 naming the field */
export function readAccount(body: DestinationBody): Omit<Destination, 'id'> {
  const base = { rail: body.rail, holderName: body.holder_name, iban: null, bic: null, details: null, fields: {} };
  switch (body.rail) {
    case 'sepa':
      return { ...base, ...checkSepa(body) };
    case 'wise':
      return { ...base, ...checkWise(body) };
    case 'paypal':
      return { ...base, details: body.email.toLowerCase() };
    case 'provider':
      return { ...base, details: body.account_id };
    case 'manual':
      return { ...base, details: body.details };
  }
}

/** An account in the SEPA area: check digits of the IBAN, shape of the BIC. @throws 422 naming the field */
export function checkSepa({ iban, bic }: { iban: string; bic?: string | null | undefined }) {
  const electronic = readIban(iban);
  if (!isSEPACountry(electronic.slice(0, 2)))
    throw invalidField(
      'iban',
      'This account is outside the SEPA area.',
      'Choose the rail "manual" and describe the account.',
    );
  const code = bic ? bic.toUpperCase() : null;
  if (code && !isValidBIC(code)) throw invalidField('bic', 'This is not a valid BIC.', 'It may be left out.');
  return { iban: electronic, bic: code };
}

function readIban(iban: string): string {
  const electronic = electronicFormatIBAN(iban) ?? '';
  if (isValidIBAN(electronic)) return electronic;
  const hint = 'Copy it from a bank statement.';
  throw invalidField('iban', 'This is not a valid IBAN: its check digits do not match.', hint);
}

/** What Wise's batch file asks for an account in each currency; for the others it asks the recipient by e-mail. */
function checkWise(body: WiseBody): Pick<Destination, 'details' | 'fields'> {
  if (!isCurrency(body.currency)) throw invalidField('currency', `There is no currency ${body.currency}.`);
  const common = {
    targetCurrency: body.currency,
    receiverType: body.receiver_type,
    ...(body.email ? { recipientEmail: body.email.toLowerCase() } : {}),
  };
  const { shown, parts } = (WISE[body.currency] ?? byEmail)(body);
  return { details: `${body.currency} ${shown}`, fields: { ...common, ...parts } };
}

type WiseAccount = { shown: string; parts: Record<string, string> };

const WISE: Record<string, (body: WiseBody) => WiseAccount> = {
  EUR(body) {
    const iban = readIban(need(body, 'iban'));
    return { shown: maskIban(iban), parts: { IBAN: iban } };
  },
  GBP(body) {
    const sortCode = need(body, 'sort_code', /^\d{6}$/).replace(/\D/g, '');
    const accountNumber = need(body, 'account_number', /^\d{8}$/);
    return { shown: ending(accountNumber), parts: { sortCode, accountNumber } };
  },
  USD(body) {
    const abartn = need(body, 'routing_number', /^\d{9}$/);
    if (!isRoutingNumber(abartn))
      throw invalidField('routing_number', 'This is not a valid routing number: its check digit does not match.');
    const accountNumber = need(body, 'account_number', /^\d{4,17}$/);
    return {
      shown: ending(accountNumber),
      parts: {
        abartn,
        accountNumber,
        accountType: need(body, 'account_type'),
        addressCountryCode: need(body, 'country', /^[A-Z]{2}$/),
        addressCity: need(body, 'city'),
        addressFirstLine: need(body, 'address'),
        addressPostCode: need(body, 'post_code'),
      },
    };
  },
};

function byEmail(body: WiseBody): WiseAccount {
  return { shown: need(body, 'email').toLowerCase(), parts: {} };
}

function ending(account: string): string {
  return `•••• ${account.slice(-4)}`;
}

function need(body: WiseBody, field: keyof WiseBody, shape = /./): string {
  const text = (body[field] ?? '').replace(/[\s-]+/g, field === 'city' || field === 'address' ? ' ' : '');
  if (shape.test(text)) return text;
  throw invalidField(field, `Wise needs a valid ${field.replaceAll('_', ' ')} for an account in ${body.currency}.`);
}

/** The check digit of an American routing number (ABA, weights 3 7 1). */
function isRoutingNumber(text: string): boolean {
  const weights = [3, 7, 1];
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return sum % 10 === 0;
}
