import { addDaysToDate, DAY_MS, type IsoDate } from '../kernel/time.ts';
import { clamp, type Draw, drawApart } from './draw.ts';
import { type Life, live } from './life.ts';
import { companyName, INDUSTRIES, type Industry, mailName } from './names.ts';
import { PLANS, type Plan } from './plans.ts';

export type SimAccount = {
  key: string;
  name: string;
  domain: string;
  industry: Industry;
  country: string;
  employees: number;
  plan: Plan;
  use_case: string;
  pain_point: string;
  channel: Channel;
  /** What they say themselves; null when they did not answer. */
  says: Channel | null;
  is_annual: boolean;
  signed_up_on: IsoDate;
  /** How much trouble they have with us, 0-1. */
  friction: number;
  life: Life;
  /** The partner who brought them, by position in the cast. */
  partner: number | null;
};

/** How well customers of a channel fit, and how many come from it. */
export const CHANNELS = {
  search: { share: 26, fit: 0.7 },
  content: { share: 18, fit: 0.74 },
  'paid ads': { share: 20, fit: 0.4 },
  events: { share: 8, fit: 0.7 },
  outbound: { share: 14, fit: 0.66 },
  'word of mouth': { share: 14, fit: 0.92 },
} as const;
export type Channel = keyof typeof CHANNELS | 'partner';

/** How well the product serves a use case: the first cause of everything that follows. */
const USE_CASES = {
  'Visit scheduling': 0.9,
  'Route planning': 0.78,
  'Proof of work': 0.72,
  'Time sheets': 0.56,
  'Stock counts': 0.4,
} as const;
const PAIN_POINTS = ['Missed visits', 'Paper sheets', 'No overview', 'Slow invoicing', 'Too many calls'] as const;

/** Everybody who ever signed up in the months before `today`, with the life they had; pure, the same for the same draws. */
export function populate(draw: Draw, options: { accounts: number; months: number; today: IsoDate }): SimAccount[] {
  const days = Math.round(options.months * 30.4);
  return Array.from({ length: options.accounts }, (_, index) => {
    // Two in five were customers already when the story begins; the rest came steadily faster.
    const ago = draw.chance(0.4) ? days - draw.whole(0, 45) : Math.round(days * (1 - Math.sqrt(draw.random())));
    const channel = draw.weighted(shares());
    return makeAccount(draw, { index, channel, fit: CHANNELS[channel].fit, ago, today: options.today, partner: null });
  });
}

export type Origin = {
  index: number;
  channel: Channel;
  fit: number;
  ago: number;
  today: IsoDate;
  partner: number | null;
};

/** Draws of its own: what one customer lives through changes nothing for the next, whatever day it is. */
export function makeAccount(common: Draw, origin: Origin): SimAccount {
  const draw = drawApart(common);
  const industry = draw.pick(Object.keys(INDUSTRIES) as Industry[]);
  const name = companyName(origin.index, industry);
  const useCase = draw.pick(Object.keys(USE_CASES) as (keyof typeof USE_CASES)[]);
  const plan = draw.weighted<Plan>({ starter: 40, team: 38, business: 19, enterprise: 3 });
  const [least, most] = PLANS[plan].employees;
  const employees = draw.whole(least, most);
  const friction = clamp(draw.normal(0.26, 0.17));
  const fit = clamp(0.65 * origin.fit + 0.35 * USE_CASES[useCase] + draw.normal(0, 0.12), 0.05, 0.97);
  const is_annual = draw.chance(origin.partner !== null ? 0.6 : plan === 'starter' ? 0.15 : 0.45);
  const signed_up_on = addDaysToDate(origin.today, -Math.max(1, origin.ago));
  const seats = Math.max(2, Math.round(employees * (0.15 + 0.35 * draw.random())));
  const start = { plan, seats, fit, friction, is_annual, signed_up_on, today: origin.today };
  return {
    key: `sim-${String(origin.index + 1).padStart(4, '0')}`,
    name,
    domain: `${mailName(name)}.example`,
    industry,
    country: draw.pick(['DE', 'AT', 'HU', 'NL', 'FR', 'ES', 'IE', 'PL']),
    employees,
    plan,
    use_case: useCase,
    pain_point: draw.pick(PAIN_POINTS),
    channel: origin.channel,
    says: draw.chance(0.6) ? (draw.chance(0.8) ? origin.channel : 'word of mouth') : null,
    is_annual,
    signed_up_on,
    friction,
    life: live(draw, start),
    partner: origin.partner,
  };
}

function shares(): Record<keyof typeof CHANNELS, number> {
  return Object.fromEntries(Object.entries(CHANNELS).map(([name, { share }]) => [name, share])) as never;
}

/** Midnight UTC of a date, in milliseconds. */
export function atMs(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((atMs(to) - atMs(from)) / DAY_MS);
}
