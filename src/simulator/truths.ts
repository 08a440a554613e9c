/**
 * What is planted in the simulated company, in one place: whatever goes with success there follows from these causes, and
 * all else (country, industry, most channels, …) is drawn without regard to how a customer fares. In the null world
 * (`--null`) every cause is switched off: all fit alike, all plans and partners leave alike.
 *
 * A customer's fit = .65 × channel (or partner) + .35 × use case + pain point + path (path.ts) + chance; fit, less the
 * trouble they have, sets how much the product is used; use decides who stays, grows, and what they say (life.ts).
 */

/** Customers from here fit better or worse; how many come from it. The channels between are alike. */
export const CHANNELS = {
  search: { share: 27, fit: 0.66 },
  content: { share: 20, fit: 0.66 },
  'paid ads': { share: 15, fit: 0.38 },
  events: { share: 8, fit: 0.66 },
  outbound: { share: 15, fit: 0.66 },
  'word of mouth': { share: 15, fit: 0.94 },
} as const;

/** The product serves visits best and stock worst; the use cases between are alike. */
export const USE_CASES = {
  'Visit scheduling': 1.02,
  'Route planning': 0.68,
  'Proof of work': 0.68,
  'Time sheets': 0.68,
  'Stock counts': 0.34,
} as const;

/** Who comes because visits are missed finds more in the product than others, who comes because of calls less. */
export const PAIN_POINTS = {
  'Missed visits': 0.09,
  'Paper sheets': 0,
  'No overview': 0,
  'Slow invoicing': 0,
  'Too many calls': -0.09,
} as const;

/** What everybody is like in the null world. */
export const ALIKE = { fit: 0.66, use_case: 0.68, annual: 0.4, leaves: 1, seats: [4, 40] } as const;

/** What must be found where there is enough of it, and which way it goes. */
export const PLANTED_TRAITS = [
  { attribute: 'use_case', value: 'Visit scheduling', more: true },
  { attribute: 'use_case', value: 'Stock counts', more: false },
  { attribute: 'pain_point', value: 'Missed visits', more: true },
  { attribute: 'pain_point', value: 'Too many calls', more: false },
] as const;
export const PLANTED_CHANNELS = [
  { value: 'word of mouth', more: true },
  { value: 'paid ads', more: false },
] as const;
/** A partner whose customers pay by the month and leave early (cast.ts). */
export const BAD_PARTNER = 'Compare Field Tools';
