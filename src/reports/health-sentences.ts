import { say } from '../platform/locale.ts';
import type { ComponentKey, Contribution } from '../success/health/model.ts';

/** A contribution as shown: its reason is a sentence. */
export type ContributionView = Omit<Contribution, 'params'> & { name: string; reason: string };

const IDLE_BELOW = 25;
const HAPPY_FROM = 70;

function trendOf(percent: number, words: [up: string, down: string, level: string]): string {
  const [up, down, level] = words;
  if (percent === 0) return level;
  return percent > 0 ? up : down;
}

/** Which sentence tells a present component's facts. */
function sentenceKey({ component, reason_code, params }: Contribution): string {
  const { percent = 0, usage = 0, sentiment = 0, overdue = 0, open_severity_1 = 0 } = params;
  if (reason_code !== component) return reason_code;
  if (component === 'engagement') return `engagement_${trendOf(percent, ['rising', 'falling', 'level'])}`;
  if (component === 'friction' && open_severity_1 > 0) return 'friction_severe';
  if (component === 'sentiment' && sentiment >= HAPPY_FROM && usage < IDLE_BELOW) return 'sentiment_idle';
  if (component !== 'commercial') return component;
  return overdue > 0 ? 'commercial_overdue' : `commercial_${trendOf(percent, ['up', 'down', 'level'])}`;
}

/** What a sentence counts, for its plural. */
const COUNTED = { friction: 'tickets', tenure: 'months', commercial: 'overdue', sentiment: 'answers' } as Record<
  ComponentKey,
  string | undefined
>;

/** Puts a stored contribution into words. */
export function showContribution(contribution: Contribution): ContributionView {
  const { params, ...rest } = contribution;
  const name = say(`health:components.${contribution.component}`);
  const key = sentenceKey(contribution);
  const shown = { ...params, percent: Math.abs(params.percent ?? 0), component: name };
  const count = params[COUNTED[contribution.component] ?? ''];
  return { ...rest, name, reason_code: key, reason: say(`health:reasons.${key}`, { ...shown, count }) };
}
