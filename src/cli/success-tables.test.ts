import { describe, expect, it } from 'vitest';
import { outcomeTable } from './outcome.ts';
import { pathsTable } from './paths.ts';

describe('the table of success', () => {
  const outcome = {
    on: '2026-03-01',
    sentence: 'Successful: paid and retained at day 90.',
    succeeded: 30,
    failed: 70,
    too_young: 12,
    share: { value: 0.3, low: 0.219, high: 0.396 },
    reasons: [{ code: 'retained', reason: 'It had left by then.', accounts: 40, alone: 12 }],
  };
  const items = [
    { verdict: 'confirmed' as const, sentence: 'Customers in logistics succeed more often.' },
    { verdict: 'nothing' as const, sentence: 'Customers in retail are like others.' },
  ];

  it('says how many succeed and how sure that is, why others do not, and only what is confirmed', () => {
    const table = outcomeTable({ outcome, traits: { answer: 'One trait.', items }, channels: { answer: 'None.' } });
    expect(table.split('\n')).toEqual([
      'Data until 2026-03-01',
      '',
      'Successful: paid and retained at day 90.',
      '30 of 100 customers that can be judged succeeded (21.9% to 39.6%); 12 are too young to tell.',
      '',
      'Why others did not:',
      '    40  It had left by then.',
      '',
      'Traits: One trait.',
      '  - Customers in logistics succeed more often.',
      'Channels: None.',
      '',
    ]);
  });
});

describe('the table of paths', () => {
  const none = { best: null, paths: [], followed: null, limits: [] };

  it('says what is missing where nothing can be found', () => {
    const table = pathsTable({ ...none, sentence: 'Nobody has looked yet.', needed: ['Look for paths.'] });
    expect(table).toBe('Nobody has looked yet.\nWhat would be needed:\n  - Look for paths.\n\nNo path is followed.\n');
  });

  it('shows the path step by step, what is confirmed and not said twice, and what is followed', () => {
    const path = { confirmed: true, redundant: false, q: 0.0012, sentence: 'Routes, then reports.' };
    const table = pathsTable({
      sentence: 'Those who succeed begin with routes.',
      needed: [],
      best: { flow: [{ sentence: 'Routes: 80 of 100.' }, { sentence: 'Reports: 60 of 80.' }] },
      paths: [
        path,
        { ...path, sentence: 'Reports.', redundant: true },
        { ...path, sentence: 'Seats.', confirmed: false },
      ],
      followed: { name: 'Start', version: 2, steps: [{ action: 'a', name: 'Routes', due_day: 7 }] },
      limits: ['It is no cause.'],
    });
    expect(table.split('\n').slice(2)).toEqual([
      '  1. Routes: 80 of 100.',
      '  2. Reports: 60 of 80.',
      '',
      'Confirmed on customers kept apart:',
      '  - Routes, then reports. (q 0.001)',
      '',
      'Followed: Start (version 2): Routes',
      'It is no cause.',
      '',
    ]);
  });
});
