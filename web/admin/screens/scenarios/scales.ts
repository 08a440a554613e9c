import { type AssumptionKey, FAMILY, type ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { minorDigits } from '../../../../src/kernel/money.ts';

export type Scale = { factor: number; least: number; most: number; step: number; suffix?: string };

const round = (value: number) => Number(value.toPrecision(10));

/** How a number is shown: `factor` of what is kept; money in whole units, shares and changes in percent. */
export function scaleOf(key: AssumptionKey, currency: string, start: number): Scale {
  const family = FAMILY[key];
  if (family === 'money') return moneyScale(currency, start);
  if (family === 'share') return { factor: 100, least: 0, most: 100, step: 0.5, suffix: '%' };
  if (family === 'change') return { factor: 100, least: -90, most: 100, step: 1, suffix: '%' };
  return family === 'power'
    ? { factor: 1, least: 0, most: 2, step: 0.05 }
    : { factor: 1, least: 0, most: 50, step: 0.5 };
}

/** Up to four times where it starts, in steps of a hundredth of that. */
export function moneyScale(currency: string, start: number): Scale {
  const factor = 10 ** -minorDigits(currency);
  const whole = Math.max(10, start * factor);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(whole)) - 2);
  return { factor, least: 0, most: Math.ceil((4 * whole) / step) * step, step, suffix: ` ${currency}` };
}

export const shown = (kept: number, { factor }: Scale): number => round(kept * factor);
export const kept = (typed: number, { factor }: Scale): number => round(typed / factor);

export const GROUPS: { key: string; assumptions: AssumptionKey[] }[] = [
  { key: 'funnel', assumptions: ['ask_rate', 'share_rate', 'reach', 'lead_rate', 'convert_rate'] },
  { key: 'worth', assumptions: ['ltv', 'acv', 'margin', 'care', 'churn_change'] },
  { key: 'cost', assumptions: ['cac', 'cac_share', 'cannibalised', 'fraud'] },
  { key: 'answer', assumptions: ['elasticity', 'friend_elasticity'] },
];

export type Change = (change: Partial<ScenarioInput>) => void;
