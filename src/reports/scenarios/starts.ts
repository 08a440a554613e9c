import type { Assumption, AssumptionKey, ScenarioInput } from '../../advocacy/scenarios/model.ts';
import { betaMoments, betaShape } from '../../advocacy/scenarios/rules/draw.ts';
import { PRESETS, type Preset, presetScenario } from '../../advocacy/scenarios/rules/presets.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { headlineMetrics } from '../headline-metrics.ts';
import type { Metric } from '../metric.ts';
import { type OwnFacts, ownFacts, type Tried } from './own-facts.ts';

export type ScenarioStart = {
  key: 'own' | Preset;
  input: ScenarioInput;
  /** Of one's own numbers: what is not known yet, and why. */
  missing: { assumption: AssumptionKey; reason: string }[];
};

/**
 * Scenarios to start from: one's own numbers where there are any (rates as Beta posteriors on the stated priors), and
 * two kinds of company.
 */
export async function scenarioStarts(ctx: Ctx): Promise<ScenarioStart[]> {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const around = { currency: company.currency, guard: company.ltvCacGuard };
  const { on, before } = await dataTime(ctx, company);
  const facts = await ownFacts(ctx, { company, on, before });
  const { metrics } = await headlineMetrics(ctx, on);
  const own = fromOwn(presetScenario('marketing_led', around), facts, { metrics, marginBps: company.marginBps });
  return [own, ...PRESETS.map((key) => ({ key, input: presetScenario(key, around), missing: [] }))];
}

/** 80 % of a normal distribution lie within so many standard deviations of its middle. */
const EIGHTY = 1.2816;
/** How unsure a number is at least that comes without an interval; more where it is the mean of few. */
const UNSTATED = 0.1;

function fromOwn(
  prior: ScenarioInput,
  facts: OwnFacts,
  { metrics, marginBps }: { metrics: Metric[]; marginBps: number | null },
): ScenarioStart {
  const metricOf = (key: string) => metrics.find((one) => one.key === key);
  const missing: ScenarioStart['missing'] = [];
  const fromMetric = (assumption: AssumptionKey, key: string): Assumption => {
    const found = metricOf(key);
    if (found && found.value !== null && found.value > 0) return ofMetric(found, found.value);
    missing.push({ assumption, reason: found?.unavailable_reason ?? '' });
    return prior.assumptions[assumption];
  };
  const learned = (assumption: AssumptionKey, tried: Tried) => posterior(prior.assumptions[assumption], tried);
  const { assumptions: priors } = prior;
  const assumptions = {
    ...priors,
    ltv: fromMetric('ltv', 'ltv_projected'),
    cac: fromMetric('cac', 'cac'),
    care: fromMetric('care', 'crc'),
    acv: yearly(facts, priors.acv),
    margin: marginBps === null ? priors.margin : own(marginBps / 10_000, 0.02, null),
    ask_rate: learned('ask_rate', facts.asked),
    share_rate: learned('share_rate', facts.shared),
    reach: reached(facts, priors.reach),
    lead_rate: learned('lead_rate', facts.leads),
    convert_rate: learned('convert_rate', facts.converted),
  };
  if (marginBps === null)
    missing.push({ assumption: 'margin', reason: metricOf('ltv_projected')?.unavailable_reason ?? '' });
  const usual = facts.usual.customers > 0 ? Math.round(facts.usual.minor / facts.usual.customers) : 0;
  const input = {
    ...prior,
    assumptions,
    customers: facts.paying || prior.customers,
    seats: facts.seats === null ? prior.seats : Math.round(facts.seats * 10) / 10,
    usual_reward_minor: usual || prior.usual_reward_minor,
  };
  return { key: 'own', input, missing };
}

function own(value: number, sd: number, n: number | null): Assumption {
  return { value, sd, source: 'own', n };
}

/** A number of one's own with how unsure it is: by its interval, else by how few it is the mean of. */
export function ofMetric({ interval, n }: Pick<Metric, 'interval' | 'n'>, value: number): Assumption {
  const unstated = value * Math.max(UNSTATED, n ? 1 / Math.sqrt(n) : 0);
  const sd = interval ? (interval.high - interval.low) / (2 * EIGHTY) : unstated;
  return own(value, sd, n);
}

function yearly({ revenueYear: { n, mean, sd } }: OwnFacts, prior: Assumption): Assumption {
  if (n === 0 || !mean) return prior;
  return own(Math.round(mean), Math.max(mean * 0.02, (sd ?? mean) / Math.sqrt(n)), n);
}

function reached({ reached: { people, partners } }: OwnFacts, prior: Assumption): Assumption {
  if (partners === 0 || people === 0) return prior;
  const mean = people / partners;
  return own(mean, mean / Math.sqrt(partners), partners);
}

/** What is known beforehand counts as so many tries; one's own tries are added. A rate nobody has tried stays the prior. */
function posterior(prior: Assumption, { hits, tries }: Tried): Assumption {
  if (tries <= 0) return prior;
  const { a, b } = betaShape(prior.value, prior.sd);
  return { ...betaMoments(a + hits, b + tries - hits), source: 'own', n: tries };
}
