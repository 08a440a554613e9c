import { describe, expect, it } from 'vitest';
import { guessFile, plainName } from './guess.ts';
import { profileColumns } from './profile.ts';

function guess(file: string, header: string[], ...rows: string[][]) {
  const profiler = profileColumns(header);
  for (const row of rows) profiler.add(row);
  return guessFile({ file, size_bytes: 1, columns: profiler.result() });
}

const SUBSCRIPTIONS = [
  'subscription_id',
  'account_id',
  'start_date',
  'end_date',
  'mrr_usd',
  'seats',
  'billing_frequency',
];
const SUBSCRIPTION_ROWS = [
  ['S-1', 'A-1', '2024-01-01', '', '1,200.50', '5', 'monthly'],
  ['S-2', 'A-1', '2024-02-01', '2024-03-01', '99', '1', 'annual'],
  ['S-3', 'A-2', '2024-02-01', '', '10', '1', 'annual'],
];

describe('guessing what a file holds', () => {
  it('believes the columns, not the name of the file', () => {
    const found = guess('tickets.csv', SUBSCRIPTIONS, ...SUBSCRIPTION_ROWS);
    expect(found.entity).toBe('subscriptions');
    expect(found.mapping?.columns.mrr_usd).toMatchObject({ to: 'mrr', type: 'amount', unit: 'major' });
    expect(found.currency).toBe('USD');
  });

  it('leaves a file of nothing it knows', () => {
    expect(guess('x.csv', ['id', 'status', 'created'], ['1', 'paid', '2024-01-01']).entity).toBeNull();
  });

  it('says what a file lacks to be of use', () => {
    const found = guess(
      'subscription.csv',
      ['id', 'customer_id', 'start_date', 'ended_at'],
      ['1', 'c', '2024-01-01', ''],
    );
    expect(found.entity).toBeNull();
    expect(found.evidence.why).toContain('mrr');
  });

  it('does not take a column whose values are of another kind', () => {
    const header = ['account_id', 'account_name', 'industry', 'signup_date'];
    const found = guess('accounts.csv', header, ['A-1', 'One', 'EdTech', 'soon'], ['A-2', 'Two', 'EdTech', 'later']);
    expect(found.mapping?.columns.signup_date).toMatchObject({ to: 'attributes.signup_date' });
  });

  it('keeps columns it has no field for as attributes', () => {
    const found = guess(
      'accounts.csv',
      ['account_id', 'account_name', 'industry', 'Favourite colour'],
      ['A-1', 'One', 'X', 'red'],
    );
    expect(found.mapping?.columns['Favourite colour']).toMatchObject({ to: 'attributes.Favourite colour' });
  });

  it('asks when the day and the month cannot be told apart', () => {
    const header = ['account_id', 'account_name', 'industry', 'signup_date'];
    const found = guess('accounts.csv', header, ['A-1', 'One', 'X', '03/04/2024'], ['A-2', 'Two', 'X', '05/06/2024']);
    expect(found.questions[0]?.line).toContain('order: dmy');
    expect(found.questions[0]).toMatchObject({ file: 'accounts.csv', column: 'signup_date' });
  });
});

describe('a column’s plain name', () => {
  it.each([
    ['Signup Date', 'signup_date'],
    ['signupDate', 'signup_date'],
    ['property_hs_ticket_priority', 'ticket_priority'],
    ['property_createdate', 'createdate'],
  ])('%s is %s', (column, plain) => {
    expect(plainName(column)).toBe(plain);
  });
});
