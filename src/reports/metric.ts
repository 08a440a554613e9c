import { roundToMinor } from '../kernel/money.ts';
import { say } from '../platform/locale.ts';
import type { DefinitionSlug } from './definitions.ts';

export const UNITS = ['minor', 'ratio', 'count', 'months', 'years', 'score', 'hours', 'log_per_week'] as const;
export type Unit = (typeof UNITS)[number];
export type Period = { from: string; to: string };
/** The truth lies between `low` and `high`, in the metric's unit, with this confidence (.8 is 80%). */
export type MetricInterval = { low: number; high: number; confidence: number };

/** One number, with all that is needed to trust it. `value` null always comes with the reason. */
export type Metric = {
  key: string;
  value: number | null;
  /** Of estimates. */
  interval?: MetricInterval;
  unit: Unit;
  currency?: string;
  /** The day at whose end the number holds. */
  at?: string;
  period?: Period;
  /** How many accounts, people, tickets or subscriptions it rests on. */
  n: number | null;
  definition: DefinitionSlug;
  unavailable_reason_code?: string;
  unavailable_reason?: string;
  /** What the number could not use. */
  note?: string;
};

export type MetricInput = {
  key: string;
  definition: DefinitionSlug;
  unit: Unit;
  value: number | null;
  interval?: MetricInterval;
  n: number | null;
  currency?: string;
  at?: string;
  period?: Period;
  /** A key below `metrics:unavailable`, with what its sentence needs. Read only when `value` is null. */
  reason?: string;
  params?: Record<string, unknown>;
  note?: string;
};

/** Makes the metric; a missing value without a reason of its own says that no facts are there yet. */
export function metric(input: MetricInput): Metric {
  const { reason = 'no_facts', params, value, interval, ...rest } = input;
  if (value !== null) return { ...rest, value, ...(interval && { interval }) };
  return {
    ...rest,
    value: null,
    unavailable_reason_code: reason,
    unavailable_reason: say(`metrics:unavailable.${reason}`, params),
  };
}

/** A ratio of two exact amounts or counts; null when there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** `numeric` text of whole minor units → a safe integer. @throws 422 beyond 2^53-1. */
export function readMinor(text: string | null): number {
  return text === null ? 0 : roundToMinor({ num: BigInt(text.split('.')[0] ?? '0'), den: 1n });
}
