import { describe, expect, it } from 'vitest';
import type { ComponentKey, Contribution } from '../success/health/model.ts';
import { showContribution } from './health-sentences.ts';

function said(component: ComponentKey, params: Record<string, number>, reason_code: string = component): string {
  const contribution: Contribution = {
    component,
    present: true,
    raw: 1,
    score: 50,
    weight: 1,
    points: 1,
    reason_code,
    params,
  };
  return showContribution(contribution).reason;
}

describe('the sentence of a part of health', () => {
  it.each([
    [said('engagement', { percent: -4, weeks: 8 }), 'Usage is falling by about 4% a week over 8 weeks.'],
    [said('engagement', { percent: 0, weeks: 8 }), 'Usage is level over 8 weeks.'],
    [said('commercial', { percent: 12, overdue: 0, days: 90 }), 'MRR is 12% higher than 90 days ago.'],
    [said('commercial', { percent: 12, overdue: 1, days: 90 }), '1 invoice is overdue.'],
    [said('tenure', { months: 1 }), 'Customer for 1 month.'],
    [said('tenure', { months: 14 }), 'Customer for 14 months.'],
    [said('friction', {}, 'missing'), 'Friction: no facts.'],
    [said('adoption', {}, 'stale'), 'Adoption: the newest facts are too old to count.'],
  ])('reads "%s"', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  it('names open severity-1 tickets, and who is happy but idle', () => {
    const friction = { percent: 80, tickets: 3, open_severity_1: 1, days: 90 };
    expect(said('friction', friction)).toContain('open of severity 1: 1');
    expect(said('sentiment', { sentiment: 90, usage: 10, answers: 2 })).toMatch(/^Happy but idle/);
    expect(said('sentiment', { sentiment: 90, usage: 60, answers: 2 })).toMatch(/^Sentiment 90/);
  });
});
