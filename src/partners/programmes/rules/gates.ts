import { invalidField } from '../../../kernel/errors.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { Gate, ReadinessThresholds } from '../../gates/model.ts';
import type { Sentence } from './in-words.ts';

/** @throws 422 naming the gate and its field that cannot be. */
export function checkGates(gates: readonly Gate[]): void {
  const kinds = new Set<string>();
  gates.forEach((gate, index) => {
    const field = `gates[${index}]`;
    if (kinds.has(gate.kind)) throw invalidField(`${field}.kind`, `The gate ${gate.kind} stands here twice.`);
    kinds.add(gate.kind);
    checkGate(gate, field);
  });
}

function checkGate(gate: Gate, field: string): void {
  if (gate.kind === 'entry_fee' && gate.amount_minor < 1)
    throw invalidField(`${field}.amount_minor`, 'An entry fee is more than nothing.', 'Leave the gate out instead.');
  if (gate.kind === 'country') checkCountries(gate, field);
  if (gate.kind === 'category' && gate.allowed.length === 0)
    throw invalidField(`${field}.allowed`, 'With no category allowed nobody could ever earn.');
  if (gate.kind === 'company_readiness') checkThresholds(gate, field);
}

function checkCountries(gate: Gate & { kind: 'country' }, field: string): void {
  if (!gate.allowed && !gate.refused)
    throw invalidField(`${field}.allowed`, 'Name the countries that are allowed, or those that are not.');
  if (gate.allowed?.length === 0)
    throw invalidField(`${field}.allowed`, 'With no country allowed nobody could ever earn.');
  const both = gate.allowed?.find((country) => gate.refused?.includes(country));
  if (both) throw invalidField(`${field}.refused`, `${both} is both allowed and refused.`);
}

function checkThresholds(thresholds: ReadinessThresholds, field: string): void {
  const { nps_least, answers_least, retention_least, stories_least } = thresholds;
  if ([nps_least, answers_least, retention_least, stories_least].every((value) => value === undefined))
    throw invalidField(field, 'This gate asks for nothing.', 'Set at least one threshold.');
  if (nps_least !== undefined && (nps_least < -100 || nps_least > 100))
    throw invalidField(`${field}.nps_least`, 'An NPS lies between -100 and 100.');
  if (retention_least !== undefined && (retention_least < 0 || retention_least > 1))
    throw invalidField(`${field}.retention_least`, 'A share lies between 0 and 1.');
}

/** What the company's data says now; null where it cannot be known. */
export type ReadinessFacts = {
  nps: number | null;
  answers: number;
  retention: number | null;
  stories: number;
};
export type MissingReadiness = { what: 'nps' | 'answers' | 'retention' | 'stories'; least: number; now: number | null };

const WHAT = ['nps', 'answers', 'retention', 'stories'] as const;

/** Which thresholds the company does not reach: what is not known does not reach anything. */
export function missingReadiness(thresholds: ReadinessThresholds, facts: ReadinessFacts): MissingReadiness[] {
  return WHAT.flatMap((what) => {
    const least = thresholds[`${what}_least`];
    const now = facts[what];
    return least === undefined || (now !== null && now >= least) ? [] : [{ what, least, now }];
  });
}

/** What a gate asks, as a sentence of the texts `gates`. */
export function gateInWords(gate: Gate, currency: string): Sentence {
  const { kind, ...rest } = gate;
  if (gate.kind === 'entry_fee')
    return {
      key: `asks.entry_fee_${gate.period}`,
      params: { amount: formatMoney(gate.amount_minor, currency) },
    };
  if (gate.kind === 'country')
    return gate.allowed
      ? { key: 'asks.country_allowed', params: { countries: gate.allowed.join(', ') } }
      : { key: 'asks.country_refused', params: { countries: (gate.refused ?? []).join(', ') } };
  if (gate.kind === 'category') return { key: 'asks.category', params: { categories: gate.allowed.join(', ') } };
  return { key: `asks.${kind}`, params: { ...rest } };
}
