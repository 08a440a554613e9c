import { describe, expect, it } from 'vitest';
import { Refused, type Values } from './convert.ts';
import { type Facts, normaliseEmail, plainDomain, shape } from './shape.ts';

const facts: Facts = {
  account: (external) => (external === 'A-1' ? 'ac_1' : undefined),
  subscription: (external) => (external === 'S-1' ? 'ac_1' : undefined),
  person: () => undefined,
  invoice: (external) => (external === 'I-1' ? { id: 'in_1', issued_on: '2026-01-10' } : undefined),
  latest: Date.parse('2026-03-02T00:00:00Z'),
  survey: () => 'sv_1',
  currency: 'EUR',
  units: {},
  reporting: ({ amount_minor }) => ({ amount_minor }),
};

const subscription: Values = {
  external_id: 'S-1',
  account: 'A-1',
  started_on: '2024-01-01',
  ended_on: null,
  mrr: '100',
};

describe('a subscription', () => {
  it('keeps its month’s amount in minor units', () => {
    expect(shape('subscriptions', subscription, facts)).toMatchObject({
      mrr_minor: 10_000,
      currency: 'EUR',
      account_id: 'ac_1',
    });
  });

  it.each([
    [{ mrr: null, arr: '1200' }, 10_000],
    [{ mrr: null, amount: '52', billing_interval: 'week' }, 22_533],
    [{ mrr: null, amount: '1200', billing_interval: 'year' }, 10_000],
    [{ mrr: null, amount: '300', billing_interval: 'month', interval_count: 3 }, 10_000],
    [{ mrr: null, is_trial: true }, 0],
  ])('of %j costs %d a month', (change, minor) => {
    expect(shape('subscriptions', { ...subscription, ...change }, facts)).toMatchObject({ mrr_minor: minor });
  });

  it.each([
    [{ ended_on: '2023-12-31' }, 'ended_on'],
    [{ mrr: '-1' }, 'mrr'],
    [{ mrr: '90071992547409.92' }, 'mrr'],
    [{ account: 'A-9' }, 'account'],
    [{ mrr: null }, 'mrr'],
    [{ mrr: null, amount: '90071992547409', billing_interval: 'week' }, 'amount'],
    [{ external_id: 'x'.repeat(501) }, 'external_id'],
  ])('with %j is refused for its %s', (change, field) => {
    const refused = shape('subscriptions', { ...subscription, ...change }, facts);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ field });
  });
});

describe('an invoice', () => {
  const invoice: Values = { external_id: 'I-1', account: 'A-1', total: '10', issued_at: '2026-03-02T00:00:00Z' };

  it('may be dated up to a day ahead and no further', () => {
    expect(shape('invoices', invoice, facts)).toMatchObject({ total_minor: 1_000 });
    expect(shape('invoices', { ...invoice, issued_at: '2026-03-02T00:00:01Z' }, facts)).toMatchObject({
      field: 'issued_at',
      reason: '2026-03-02 is more than a day in the future',
    });
  });

  it('is not refunded before its day', () => {
    const refund: Values = { external_id: 'R-1', invoice: 'I-1', amount: '5', refunded_at: '2026-01-10T00:00:00Z' };
    expect(shape('refunds', refund, facts)).toMatchObject({ invoice_id: 'in_1', amount_minor: 500 });
    expect(shape('refunds', { ...refund, refunded_at: '2026-01-09T23:59:59Z' }, facts)).toMatchObject({
      field: 'refunded_at',
      reason: '2026-01-09 is before the invoice of 2026-01-10',
    });
    expect(shape('refunds', { ...refund, invoice: 'I-2' }, facts)).toMatchObject({
      unknown: { entity: 'invoices', id: 'I-2' },
    });
  });
});

describe('usage', () => {
  const event: Values = { external_id: 'U-1', occurred_at: '2024-01-01T00:00:00Z', feature: 'export' };

  it('finds its account through its subscription', () => {
    expect(shape('usage', { ...event, subscription: 'S-1' }, facts)).toMatchObject({ account_id: 'ac_1', quantity: 1 });
  });

  it('is refused as an orphan otherwise', () => {
    expect(shape('usage', { ...event, subscription: 'S-9' }, facts)).toMatchObject({ field: 'subscription' });
    expect(shape('usage', event, facts)).toMatchObject({ field: 'account' });
  });
});

describe('a ticket', () => {
  const ticket: Values = { external_id: 'T-1', account: 'A-1', opened_at: '2024-01-02T00:00:00Z', closed_at: null };

  it('is open until it is closed, and keeps a priority of its own as an attribute', () => {
    expect(shape('tickets', ticket, facts)).toMatchObject({ status: 'open' });
    expect(shape('tickets', { ...ticket, closed_at: '2024-01-03T00:00:00Z' }, facts)).toMatchObject({
      status: 'closed',
    });
    expect(shape('tickets', { ...ticket, priority: 'whenever' }, facts)).toMatchObject({
      priority: null,
      attributes: { priority: 'whenever' },
    });
  });

  it('takes the smallest scale a score fits', () => {
    expect(shape('tickets', { ...ticket, satisfaction: 4 }, facts)).toMatchObject({ satisfaction_scale: 5 });
    expect(shape('tickets', { ...ticket, satisfaction: 9 }, facts)).toMatchObject({ satisfaction_scale: 10 });
    expect(shape('tickets', { ...ticket, satisfaction: 90 }, facts)).toMatchObject({ field: 'satisfaction' });
  });
});

describe('names of places', () => {
  it('come down to a domain', () => {
    expect(plainDomain('https://www.Acme.com/about?x=1')).toBe('acme.com');
    expect(plainDomain('not a site')).toBeNull();
  });

  it('come down to one mailbox', () => {
    expect(normaliseEmail('Jo.Ann+news@GoogleMail.com')).toBe('joann@gmail.com');
    expect(normaliseEmail('jo.ann+x@acme.com')).toBe('jo.ann@acme.com');
  });
});
