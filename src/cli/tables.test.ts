import { describe, expect, it } from 'vitest';
import { metric } from '../reports/metric.ts';
import { judgeBacktest } from '../success/health/rules/backtest.ts';
import { metricsTable } from './metrics.ts';
import { backtestTable } from './score.ts';

describe('the table of metrics', () => {
  const at = '2024-12-31';
  const estimate = { value: 250_000, interval: { low: 199_950, high: 301_000, confidence: 0.8 } };
  const lines = metricsTable({
    at,
    is_live: false,
    currency: 'JPY',
    metrics: [
      metric({ key: 'mrr', definition: 'mrr', unit: 'minor', currency: 'JPY', at, value: 1_234_567, n: 1234 }),
      metric({ key: 'nrr', definition: 'nrr', unit: 'ratio', at, value: 1.0526, n: 3 }),
      metric({ key: 'ltv_cac', definition: 'ltv-cac', unit: 'ratio', at, value: 5.5, n: 3 }),
      metric({
        ...estimate,
        key: 'ltv_projected',
        definition: 'ltv-projected',
        unit: 'minor',
        currency: 'EUR',
        at,
        n: 90,
      }),
      metric({ key: 'cac', definition: 'cac', unit: 'minor', at, value: null, n: 3, reason: 'nobody_won' }),
    ],
  }).split('\n');

  it('shows amounts in their currency, shares in percent, multiples as they are', () => {
    expect(lines[0]).toBe('Data until 2024-12-31');
    expect(lines[2]).toMatch(/^MRR +¥1,234,567 {2}n=1,234$/);
    expect(lines[3]).toMatch(/^NRR +105.26% {2}n=3$/);
    expect(lines[4]).toMatch(/^LTV:CAC +5.50 {2}n=3$/);
  });

  it('shows between what an estimate lies', () => {
    expect(lines[5]).toMatch(/^LTV \(projected\) +€2,500\.00 {2}n=90 +80% from €1,999\.50 to €3,010\.00\.$/);
  });

  it('says why a number is missing', () => {
    expect(lines[6]).toMatch(/^CAC +– {2}n=3 +Nobody paid for the first time in the last 12 months\.$/);
  });
});

describe('the table of a backtest', () => {
  it('begins with the verdict', () => {
    const result = judgeBacktest([]);
    const table = backtestTable({
      run_at: '',
      data_until: '2024-12-31',
      horizon_days: 90,
      model: { id: null, name: 'Default', version: 1 },
      chosen_definition: 'events',
      judged_by: 'events',
      judged_by_reason: 'Because.',
      verdict: 'too_early',
      sentence: 'Too early to tell.',
      results: { events: result, subscriptions: result },
      groups: [],
    });
    expect(table).toMatch(/^Too early to tell\.\nBecause\.\n0 months, 0 accounts, 0 churned\n/);
    expect(table).toMatch(/green +– {2}\(– to –\) {2}n=0/);
  });
});
