/** Monthly price of a seat in cents, how many people such a customer has, and how easily it leaves (1: as most). */
export const PLANS = {
  starter: { seat_minor: 1900, employees: [8, 30], leaves: 1.4 },
  team: { seat_minor: 2900, employees: [20, 90], leaves: 1 },
  business: { seat_minor: 3900, employees: [80, 220], leaves: 0.6 },
  enterprise: { seat_minor: 4900, employees: [250, 500], leaves: 0.4 },
} as const;
export type Plan = keyof typeof PLANS;
