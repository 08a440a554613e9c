import { describe, expect, it } from 'vitest';
import { toReporting } from './rules.ts';

const rate = (currency: string, on_date: string, value: string) => ({ currency, on_date, rate: value, source: 'ECB' });

describe('an amount in the reporting currency', () => {
  it('is itself when the currency is the same', () => {
    expect(toReporting({ amount_minor: 1050, currency: 'EUR', on: '2026-01-05' }, 'EUR', [])).toMatchObject({
      amount_minor: 1050,
      reporting_rate: '1',
    });
  });

  it('takes the latest rate on or before the day, and the first one when there is none yet', () => {
    const rates = [rate('USD', '2026-02-01', '0.80'), rate('USD', '2026-01-01', '0.90')];
    const usd = { amount_minor: 1000, currency: 'USD' };
    expect(toReporting({ ...usd, on: '2026-01-31' }, 'EUR', rates)?.amount_minor).toBe(900);
    expect(toReporting({ ...usd, on: '2026-03-01' }, 'EUR', rates)?.amount_minor).toBe(800);
    expect(toReporting({ ...usd, on: '2025-01-01' }, 'EUR', rates)?.reporting_rate_on).toBe('2026-01-01');
  });

  it('minds currencies without cents', () => {
    const rates = [rate('JPY', '2026-01-01', '0.006')];
    expect(toReporting({ amount_minor: 1000, currency: 'JPY', on: '2026-01-05' }, 'EUR', rates)?.amount_minor).toBe(
      600,
    );
  });

  it('is unknown without a rate', () => {
    expect(toReporting({ amount_minor: 1, currency: 'GBP', on: '2026-01-05' }, 'EUR', [])).toBeUndefined();
  });
});
