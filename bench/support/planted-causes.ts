import { bringCustomers } from '../../src/simulator/brought.ts';
import { CAST } from '../../src/simulator/cast.ts';
import { makeDraw } from '../../src/simulator/draw.ts';
import { daysBetween, populate, type SimAccount } from '../../src/simulator/population.ts';
import { BAD_PARTNER, PLANTED_CHANNELS, PLANTED_TRAITS } from '../../src/simulator/truths.ts';
import { associate, isHeldBack } from '../../src/stats/association.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type ConditionKey, DEFAULT_RULE, type OutcomeFacts } from '../../src/success/outcome/model.ts';
import { decideOutcome } from '../../src/success/outcome/rules/decide.ts';
import { partnerVerdict } from './planted-partner.ts';
import { pathVerdict } from './planted-path.ts';

export const TODAY = '2026-11-22';
const MONTHS = 24;
/** The four weeks before the day the rule looks at. */
const WEEKS = { from: 8, to: 12 };

type Attribute = 'use_case' | 'pain_point' | 'industry' | 'country' | 'plan' | 'size' | 'channel' | 'says';
const ATTRIBUTES: Attribute[] = ['use_case', 'pain_point', 'industry', 'country', 'plan', 'size', 'channel', 'says'];

export type World = { seed: number; accounts: number; nullWorld?: boolean; times?: number };
/** What one company shows. `mirrors`: confirmed values of an attribute that holds a planted one, seen from the other side. */
export type Findings = {
  judged: number;
  succeeded: number;
  tested: number;
  found: string[];
  missed: string[];
  mirrors: string[];
  others: string[];
  path: { found: boolean; others: string[] };
  /** `others`: accused besides, the fraud apart, whose customers fit as badly. */
  partner: { found: boolean; others: number[] };
};

const keyOf = (attribute: string, value: string) => `${attribute}=${value}`;
const PLANTED = new Map<string, boolean>([
  ...PLANTED_TRAITS.map(({ attribute, value, more }) => [keyOf(attribute, value), more] as const),
  ...PLANTED_CHANNELS.map(({ value, more }) => [keyOf('channel', value), more] as const),
]);
/** Seen from another side: who says where they come from, and the values beside a planted one. */
const MIRRORS = new Set(['use_case', 'pain_point', 'channel', 'says']);

/** Draws a company in memory and looks in it for what was planted, as the product does. */
export function lookForCauses({ seed, accounts, nullWorld = false, times = 1 }: World): Findings {
  const draw = makeDraw(seededRandom(seed));
  const population = populate(draw, { accounts, months: MONTHS, today: TODAY, nullWorld });
  const brought = bringCustomers(draw, { from: accounts, today: TODAY, nullWorld, times });
  const judged = judge(population);
  const succeeded = judged.map((one) => one.succeeded);
  const candidates = ATTRIBUTES.flatMap((attribute) => candidatesOf(judged, attribute));
  const found = associate({
    candidates,
    succeeded,
    strata: judged.map(({ account }) => `${account.plan}/${sizeOf(account)}`),
    confirm: judged.map(({ account }) => isHeldBack(`${seed}/${account.key}`)),
  });
  const tested = found.outcome === 'tested' ? found.candidates : [];
  const confirmed = tested.flatMap((one) =>
    one.outcome === 'tested' && one.confirmed ? [{ key: one.key, more: one.difference.value > 0 }] : [],
  );
  const planted = (key: string, more: boolean) => !nullWorld && PLANTED.get(key) === more;
  const isMirror = (key: string) => !nullWorld && MIRRORS.has(key.split('=')[0] ?? '');
  const right = confirmed.filter(({ key, more }) => planted(key, more)).map(({ key }) => key);
  const rest = confirmed.filter(({ key, more }) => !planted(key, more)).map(({ key }) => key);
  const bad = CAST.findIndex(({ name }) => name === BAD_PARTNER);
  const partner = partnerVerdict([...population, ...brought], { today: TODAY, bad });
  return {
    judged: judged.length,
    succeeded: succeeded.filter(Boolean).length,
    tested: found.outcome === 'tested' ? found.tested : 0,
    found: right,
    missed: nullWorld ? [] : [...PLANTED.keys()].filter((key) => !right.includes(key)),
    mirrors: rest.filter(isMirror),
    others: rest.filter((key) => !isMirror(key)),
    path: pathVerdict(judged, { today: TODAY, seed }),
    partner: { found: partner.found, others: partner.others.filter((one) => nullWorld || !CAST[one]?.is_fraud) },
  };
}

type Judged = { account: SimAccount; succeeded: boolean };

/**
 * Success as the product's default rule has it, without health, which needs a database: paid, still a customer on day 90,
 * used more than the median of the plan in the four weeks before.
 */
function judge(population: readonly SimAccount[]): Judged[] {
  const ripe = population.filter(({ signed_up_on }) => daysBetween(signed_up_on, TODAY) >= DEFAULT_RULE.day);
  const rule = {
    ...DEFAULT_RULE,
    conditions: DEFAULT_RULE.conditions.filter(({ condition }) => condition !== 'health'),
  };
  const peers = Map.groupBy(ripe, ({ plan }) => plan);
  const ranks = new Map(
    [...peers.values()].flatMap((own) => {
      const ordered = own.toSorted((a, b) => useOf(a) - useOf(b));
      return ordered.map((one, rank) => [one, (100 * rank) / Math.max(1, ordered.length - 1)] as const);
    }),
  );
  return ripe.map((account) => {
    const facts = factsOf(account, ranks.get(account) ?? 0);
    return { account, succeeded: decideOutcome(facts, rule, TODAY).succeeded === true };
  });
}

function factsOf({ key, signed_up_on, life }: SimAccount, usage: number): OutcomeFacts {
  const unknown: Partial<Record<ConditionKey, null>> = { health: null, active_days: null, features: null };
  const retained = life.ended_on === null || daysBetween(signed_up_on, life.ended_on) > DEFAULT_RULE.day;
  const facts = { account_id: key, started_on: signed_up_on, paid: true, retained, usage, seats: null, nps: null };
  return { ...facts, ...unknown } as OutcomeFacts;
}

function useOf({ life }: SimAccount): number {
  const weeks = life.levels.slice(WEEKS.from, WEEKS.to);
  return weeks.length === 0 ? 0 : weeks.reduce((sum, one) => sum + one, 0) / weeks.length;
}

function sizeOf({ employees }: SimAccount): string {
  return employees <= 50 ? '1-50' : employees <= 200 ? '51-200' : '201+';
}

function traitOf(account: SimAccount, attribute: Attribute): string | null {
  return attribute === 'size' ? sizeOf(account) : account[attribute];
}

function candidatesOf(judged: readonly Judged[], attribute: Attribute) {
  const values = judged.map(({ account }) => traitOf(account, attribute));
  const like = attribute === 'plan' ? sizeOf : attribute === 'size' ? (one: SimAccount) => one.plan : undefined;
  return [...new Set(values)]
    .filter((value) => value !== null)
    .sort()
    .map((value) => ({
      key: keyOf(attribute, value),
      has: values.map((one) => one === value),
      ...(like && { strata: judged.map(({ account }) => like(account)) }),
    }));
}
