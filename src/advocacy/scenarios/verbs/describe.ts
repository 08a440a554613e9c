import { say } from '../../../platform/locale.ts';
import type { OfferResult, Played, Said, Scenario, ScenarioResult } from '../model.ts';

/** A sentence of the rules in words. */
export function speak({ key, params }: Said): string {
  const spoken = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? speak(value) : value,
  ]);
  return say(`screens-scenarios:${key}`, Object.fromEntries(spoken));
}

const describeOffer = (offer: OfferResult) => ({ ...offer, verdict: speak(offer.verdict) });

export function describePlayed({ a, b, difference, ...rest }: Played) {
  return {
    ...rest,
    a: describeOffer(a),
    b: b && describeOffer(b),
    difference: difference && { ...difference, verdict: speak(difference.verdict) },
  };
}

/** The answer as the API gives it. */
export function describeResult(result: ScenarioResult) {
  if (result.outcome === 'played') return describePlayed(result);
  const { outcome, field, said } = result;
  return { outcome, field, reason_code: said.key, reason: speak(said) };
}

/** A line of the list. */
export function describeScenario(scenario: Scenario) {
  const { a } = scenario.result;
  return {
    id: scenario.id,
    name: scenario.name,
    created_by: scenario.created_by,
    created_at: scenario.created_at.toISOString(),
    updated_by: scenario.updated_by,
    updated_at: scenario.updated_at.toISOString(),
    verdict: speak(a.verdict),
    profit: a.profit,
    net: { p10: a.net.p10, p50: a.net.p50, p90: a.net.p90 },
    currency: scenario.input.currency,
  };
}

export function describeWhole(scenario: Scenario) {
  return { ...describeScenario(scenario), input: scenario.input, result: describePlayed(scenario.result) };
}
