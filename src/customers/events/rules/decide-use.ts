import type { EventRules, Refusal, Told, Wait } from '../model.ts';
import { fieldsOf } from './texts.ts';

const INT_MAX = 2 ** 31 - 1;

export type Use =
  | { decision: 'count'; feature: string; quantity: number; duration_s: number | null; error_count: number | null }
  | { decision: 'ignore' }
  | { decision: 'no'; reason: Refusal | Wait };

/**
 * What a use counts as. A mapping decides; without one it counts under its own name, or waits to be listed. What
 * PostHog's client sends about itself (`$…`) is ignored unless listed.
 */
export function decideUse(told: Told, rules: EventRules): Use {
  const mapping = rules.mappings.get(told.name);
  if (mapping?.action === 'ignore') return { decision: 'ignore' };
  if (!mapping && told.name.startsWith('$')) return { decision: 'ignore' };
  if (!mapping && rules.unlisted === 'hold') return { decision: 'no', reason: 'not_listed' };
  const property = mapping?.quantity_property;
  const quantity = wholeOf(property ? fieldsOf(told.properties)[property] : told.quantity);
  if (quantity === undefined || (property && quantity === null)) return { decision: 'no', reason: 'bad_quantity' };
  const duration_s = wholeOf(told.duration_s);
  const error_count = wholeOf(told.error_count);
  if (duration_s === undefined || error_count === undefined) return { decision: 'no', reason: 'bad_quantity' };
  return {
    decision: 'count',
    feature: mapping?.feature ?? told.name,
    quantity: quantity ?? 1,
    duration_s,
    error_count,
  };
}

/** A number in whole, null when nothing is written, undefined when it is no number that can be kept. */
function wholeOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0 && number <= INT_MAX)) return undefined;
  return Math.round(number);
}

/** What a use without an account waits for. */
export function waitOf(told: Told): Wait {
  if (told.account !== null) return 'unknown_account';
  return told.user === null ? 'anonymous' : 'unknown_user';
}
