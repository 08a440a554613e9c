import { addDaysToDate, DAY_MS, type IsoDate } from '../kernel/time.ts';
import { clamp, type Draw, drawApart } from './draw.ts';
import { type Life, live } from './life.ts';
import { companyName, INDUSTRIES, type Industry, mailName } from './names.ts';
import { type FirstMonth, firstMonth, pathHelps } from './path.ts';
import { PLANS, type Plan } from './plans.ts';
import { ALIKE, CHANNELS, PAIN_POINTS, USE_CASES } from './truths.ts';

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
  first_month: FirstMonth;
  life: Life;
  /** The partner who brought them, by position in the cast. */
  partner: number | null;
};

export type Channel = keyof typeof CHANNELS | 'partner';

/** `nullWorld`: nothing about a customer causes anything. */
export type PopulationOptions = { accounts: number; months: number; today: IsoDate; nullWorld?: boolean };

/** Everybody who ever signed up in the months before `today`, with the life they had; pure, the same for the same draws. */
export function populate(draw: Draw, options: PopulationOptions): SimAccount[] {
  const days = Math.round(options.months * 30.4);
  return Array.from({ length: options.accounts }, (_, index) => {
    // Two in five were customers already when the story begins; the rest came steadily faster.
    const ago = draw.chance(0.4) ? days - draw.whole(0, 45) : Math.round(days * (1 - draw.random() ** 0.7));
    const channel = draw.weighted(sharesOf(CHANNELS));
    const { fit } = CHANNELS[channel];
    const { today, nullWorld } = options;
    return makeAccount(draw, { index, channel, fit, ago, today, partner: null, nullWorld });
  });
}

export type Origin = {
  index: number;
  channel: Channel;
  fit: number;
  ago: number;
  today: IsoDate;
  partner: number | null;
  /** How many of this origin sign for a year; else the plan says. */
  annual?: number;
  /** How easily those of this origin leave; 1: as others who use it as much. */
  leaves?: number;
  nullWorld?: boolean | undefined;
};

/** What nothing explains in how well the product serves a customer: standard deviation of the fit. */
const CHANCE = 0.04;
/** Whom the product serves badly has more trouble with it. */
const TROUBLE = 0.3;

/** Draws of its own: what one customer lives through changes nothing for the next, whatever day it is. */
export function makeAccount(common: Draw, origin: Origin): SimAccount {
  const draw = drawApart(common);
  const industry = draw.pick(Object.keys(INDUSTRIES) as Industry[]);
  const name = companyName(origin.index, industry);
  const useCase = draw.weighted(sharesOf(USE_CASES));
  const plan = draw.weighted<Plan>({ starter: 40, team: 38, business: 19, enterprise: 3 });
  const [least, most] = PLANS[plan].employees;
  const employees = draw.whole(least, most);
  const trouble = draw.normal(0.26, 0.1);
  const chance = draw.normal(0, CHANCE);
  const isAnnual = draw.random();
  const signed_up_on = addDaysToDate(origin.today, -Math.max(1, origin.ago));
  const crew = draw.random();
  const painPoint = draw.weighted(sharesOf(PAIN_POINTS));
  const is_annual = isAnnual < annualShare(origin, plan);
  const first_month = firstMonth(drawApart(draw));
  const path = pathHelps(first_month, origin.nullWorld);
  const fit = clamp(fitOf(origin, useCase, painPoint) + path + chance, 0.05, 0.97);
  const friction = clamp(trouble + TROUBLE * (ALIKE.fit - fit));
  const seats = seatsOf(origin, employees, crew);
  const leaves = origin.nullWorld ? ALIKE.leaves : PLANS[plan].leaves * (origin.leaves ?? 1);
  const start = { plan, leaves, seats, fit, friction, is_annual, signed_up_on, today: origin.today };
  return {
    key: `sim-${String(origin.index + 1).padStart(4, '0')}`,
    name,
    domain: `${mailName(name)}.example`,
    industry,
    country: draw.pick(['DE', 'AT', 'HU', 'NL', 'FR', 'ES', 'IE', 'PL']),
    employees,
    plan,
    use_case: useCase,
    pain_point: painPoint,
    channel: origin.channel,
    says: draw.chance(0.6) ? (draw.chance(0.8) ? origin.channel : 'word of mouth') : null,
    is_annual,
    signed_up_on,
    friction,
    first_month,
    life: live(draw, start),
    partner: origin.partner,
  };
}

/** The causes of truths.ts, or what everybody is like without them. */
function fitOf(origin: Origin, useCase: keyof typeof USE_CASES, painPoint: keyof typeof PAIN_POINTS): number {
  if (origin.nullWorld) return 0.65 * ALIKE.fit + 0.35 * ALIKE.use_case;
  return 0.65 * origin.fit + 0.35 * USE_CASES[useCase].fit + PAIN_POINTS[painPoint].helps;
}

function annualShare({ nullWorld, annual }: Origin, plan: Plan): number {
  if (nullWorld) return ALIKE.annual;
  return annual ?? (plan === 'starter' ? 0.15 : 0.45);
}

function seatsOf({ nullWorld }: Origin, employees: number, crew: number): number {
  const [least, most] = ALIKE.seats;
  if (nullWorld) return least + Math.floor(crew * (most - least + 1));
  return Math.max(2, Math.round(employees * (0.15 + 0.35 * crew)));
}

function sharesOf<K extends string>(of: Record<K, { share: number }>): Record<K, number> {
  const entries = Object.entries(of) as [K, { share: number }][];
  return Object.fromEntries(entries.map(([name, { share }]) => [name, share])) as Record<K, number>;
}

/** Midnight UTC of a date, in milliseconds. */
export function atMs(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((atMs(to) - atMs(from)) / DAY_MS);
}
