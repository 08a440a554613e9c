/**
 * What is planted in the simulated company, in one place: whatever goes with success there follows from these causes, and
 * all else (country, industry, most channels, …) is drawn without regard to how a customer fares. In the null world
 * (`--null`) every cause is switched off: all fit alike, all plans and partners leave alike.
 *
 * A customer's fit = .65 × channel (or partner) + .35 × use case + pain point + path (path.ts) + chance; whom it
 * fits badly has more trouble; fit, less the trouble, sets how much the product is used; use decides who stays, grows, and
 * what they say (life.ts). The causes are strong, so that a company of this size shows each of them.
 */

/** How many customers `npm start` makes up besides those whom partners bring: enough for every cause to show. */
export const ACCOUNTS = 425;

/** Customers from here fit better or worse; how many come from it. The channels between are alike. */
export const CHANNELS = {
  search: { share: 15, fit: 0.66 },
  content: { share: 9, fit: 0.66 },
  'paid ads': { share: 34, fit: 0.38 },
  events: { share: 4, fit: 0.66 },
  outbound: { share: 6, fit: 0.66 },
  'word of mouth': { share: 32, fit: 0.94 },
} as const;

/** The product serves visits best and stock worst; the use cases between are alike. */
export const USE_CASES = {
  'Visit scheduling': { share: 38, fit: 1.14 },
  'Route planning': { share: 8, fit: 0.68 },
  'Proof of work': { share: 8, fit: 0.68 },
  'Time sheets': { share: 8, fit: 0.68 },
  'Stock counts': { share: 38, fit: 0.22 },
} as const;

/** Who comes because visits are missed finds more in the product than others, who comes because of calls less. */
export const PAIN_POINTS = {
  'Missed visits': { share: 40, helps: 0.16 },
  'Paper sheets': { share: 7, helps: 0 },
  'No overview': { share: 7, helps: 0 },
  'Slow invoicing': { share: 7, helps: 0 },
  'Too many calls': { share: 39, helps: -0.16 },
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
