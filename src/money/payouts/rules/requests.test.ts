import { describe, expect, it } from 'vitest';
import { type Candidate, NO_TAX } from '../model.ts';
import { judgeRequest } from './requests.ts';

const destination = {
  id: 'd',
  rail: 'sepa' as const,
  holderName: 'P',
  iban: 'X',
  bic: null,
  details: null,
  fields: {},
};
const partner: Candidate = {
  partnerId: 'pa_1',
  partnerName: 'P',
  partnerState: 'approved',
  availableMinor: 9000,
  minimumMinor: 5000,
  destination,
  tax: NO_TAX,
  items: [{ commissionId: 'c', amountMinor: 9000 }],
};
const worth = (amountMinor: number) => [{ commissionId: 'c', amountMinor }];

describe('a payout on request', () => {
  it.each([
    ['can be asked for', {}, 'EUR', false, undefined],
    ['can be asked for at the minimum exactly', { items: worth(5000) }, 'EUR', false, undefined],
    ['waits for the minimum', { items: worth(4999) }, 'EUR', false, 'below_minimum'],
    ['needs something payable', { items: [] }, 'EUR', false, 'nothing_payable'],
    ['needs a destination', { destination: undefined }, 'EUR', false, 'no_destination'],
    ['needs a destination that takes the currency', {}, 'USD', false, 'wrong_rail'],
    ['is asked for once', {}, 'EUR', true, 'request_under_way'],
    ['is not for who is suspended', { partnerState: 'suspended' }, 'EUR', false, 'not_approved'],
    ['is not for who owes', { items: worth(-1) }, 'EUR', false, 'negative_balance'],
  ] as const)('%s', (_name, change, currency, isUnderWay, reason) => {
    expect(judgeRequest({ ...partner, ...change }, currency, isUnderWay)).toBe(reason);
  });
});
