/** Monthly price of a seat in cents, and how many people such a customer has. */
export const PLANS = {
  starter: { seat_minor: 1900, employees: [5, 25] },
  team: { seat_minor: 2900, employees: [20, 90] },
  business: { seat_minor: 3900, employees: [80, 400] },
  enterprise: { seat_minor: 4900, employees: [300, 1500] },
} as const;
export type Plan = keyof typeof PLANS;
