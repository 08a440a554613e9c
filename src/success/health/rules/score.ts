import { invalidField } from '../../../kernel/errors.ts';
import { allocate } from '../../../kernel/money.ts';
import { DAY_MS, type IsoDate } from '../../../kernel/time.ts';
import type {
  Band,
  Component,
  Contribution,
  Fact,
  Health,
  HealthDefinition,
  HealthFacts,
  VariantFor,
} from '../model.ts';

type Judged = { component: Component; fact: Fact; hundredths: number | null; reason: string };

/** The score of a raw value: straight lines between the points, flat outside them. 0-100 in hundredths. */
export function scoreOf(points: Component['points'], raw: number): number {
  const after = points.findIndex(([at]) => at >= raw);
  const high = points[after];
  const low = points[after - 1];
  if (!high) return toHundredths(points.at(-1)?.[1] ?? 0);
  if (!low) return toHundredths(high[1]);
  return toHundredths(low[1] + ((high[1] - low[1]) * (raw - low[0])) / (high[0] - low[0]));
}

function toHundredths(score: number): number {
  return Math.round(score * 100);
}

function isFresh(fact: Fact, component: Component, on: IsoDate): boolean {
  if (component.stale_after_days === null) return true;
  return (
    fact.observedOn !== null && Date.parse(on) - Date.parse(fact.observedOn) <= component.stale_after_days * DAY_MS
  );
}

function judge(component: Component, fact: Fact, on: IsoDate): Judged {
  const known = fact.value !== null;
  if (known && isFresh(fact, component, on)) {
    return { component, fact, hundredths: scoreOf(component.points, fact.value ?? 0), reason: component.key };
  }
  const reason = known ? 'stale' : 'missing';
  const hundredths = component.missing === 'skip' ? null : toHundredths(component.missing.score);
  return { component, fact, hundredths, reason };
}

export function bandOf(score: number, bands: HealthDefinition['bands']): Band {
  if (score >= bands.green) return 'green';
  return score >= bands.amber ? 'amber' : 'red';
}

/** The model with the weights and bands of the first variant that fits the account. */
export function definitionFor(account: HealthFacts, model: HealthDefinition): HealthDefinition {
  const variant = model.variants?.find(({ applies_to }) => fits(account, applies_to));
  if (!variant) return model;
  const components = model.components.map((one) => ({ ...one, weight: variant.weights[one.key] ?? one.weight }));
  return { ...model, components, bands: variant.bands ?? model.bands };
}

function fits({ facts, segments }: HealthFacts, to: VariantFor): boolean {
  if (to.kind === 'segment') return segments?.includes(to.segment_id) ?? false;
  const months = facts.tenure.value;
  return months !== null && months >= to.from_months && (to.below_months === null || months < to.below_months);
}

/**
 * Health of one account at the end of day `on`: Σ weight × component score over the components present, weights
 * renormalised, rounded once to hundredths. Contributions are the score shared out by weight × component score with the
 * largest remainder, so that in hundredths they sum to it exactly. Score null below the model's least coverage.
 */
export function computeHealth(account: HealthFacts, model: HealthDefinition, on: IsoDate): Health {
  const definition = definitionFor(account, model);
  const judged = definition.components.map((component) => judge(component, account.facts[component.key], on));
  const all = sumOf(judged, ({ component }) => component.weight);
  const present = sumOf(judged, ({ component, hundredths }) => (hundredths === null ? 0 : component.weight));
  const coverage = all === 0 ? 0 : Math.round((present / all) * 10_000) / 10_000;
  const products = judged.map(({ component, hundredths }) => component.weight * (hundredths ?? 0));
  const sum = products.reduce((total, product) => total + product, 0);
  const isScored = present > 0 && coverage >= definition.min_coverage;
  const total = isScored ? Math.round(sum / present) : 0;
  const points = total === 0 ? products.map(() => 0) : allocate(total, products);
  return {
    accountId: account.accountId,
    score: isScored ? total / 100 : null,
    band: isScored ? bandOf(total / 100, definition.bands) : 'unknown',
    coverage,
    contributions: judged.map((one, index) => contribution(one, points[index] ?? 0)),
  };
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function contribution({ component, fact, hundredths, reason }: Judged, points: number): Contribution {
  return {
    component: component.key,
    present: hundredths !== null,
    raw: fact.value,
    score: hundredths === null ? null : hundredths / 100,
    weight: component.weight,
    points: points / 100,
    reason_code: reason,
    params: fact.params,
  };
}

/** Two models of the same needs can be scored from the same facts. */
export function needsOf({ components, variants = [] }: HealthDefinition): string {
  const segments = variants.map(({ applies_to }) => (applies_to.kind === 'segment' ? applies_to.segment_id : null));
  return JSON.stringify([components.map(({ key, window_days }) => [key, window_days]), segments]);
}

/** @throws 422 naming the part of the definition that contradicts itself. */
export function checkDefinition(definition: HealthDefinition): void {
  const keys = definition.components.map((component) => component.key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) throw invalidField('definition.components', `The component ${twice} is named twice.`);
  if (sumOf(definition.components, (component) => component.weight) === 0) {
    throw invalidField('definition.components', 'At least one component needs a weight above 0.');
  }
  if (definition.bands.amber >= definition.bands.green) {
    throw invalidField('definition.bands.amber', 'The amber band must begin below the green one.');
  }
  for (const [index, component] of definition.components.entries()) checkPoints(component, index);
  for (const index of (definition.variants ?? []).keys()) checkVariant(definition, index);
}

function checkVariant({ components, variants = [] }: HealthDefinition, index: number): void {
  const variant = variants[index];
  if (!variant) return;
  const { weights, bands, applies_to } = variant;
  const at = `definition.variants[${index}]`;
  const known = new Set<string>(components.map(({ key }) => key));
  const stray = Object.keys(weights).find((key) => !known.has(key));
  if (stray) throw invalidField(`${at}.weights.${stray}`, `The model has no component ${stray} to weigh.`);
  if (sumOf(components, ({ key, weight }) => weights[key] ?? weight) === 0) {
    throw invalidField(`${at}.weights`, `${variant.name}: at least one component needs a weight above 0.`);
  }
  if (bands && bands.amber >= bands.green) {
    throw invalidField(`${at}.bands.amber`, 'The amber band must begin below the green one.');
  }
  if (applies_to.kind === 'tenure' && (applies_to.below_months ?? Number.POSITIVE_INFINITY) <= applies_to.from_months) {
    throw invalidField(`${at}.applies_to.below_months`, `${variant.name}: the span ends before it begins.`);
  }
}

function checkPoints({ points, direction }: Component, index: number): void {
  const field = `definition.components[${index}].points`;
  for (const [at, [raw, score]] of points.entries()) {
    const before = points[at - 1];
    if (!before) continue;
    if (raw <= before[0]) throw invalidField(field, 'Raw values must rise from point to point.');
    if (direction === 'up' ? score < before[1] : score > before[1]) {
      throw invalidField(
        field,
        `The scores must not ${direction === 'up' ? 'fall' : 'rise'}: the direction is ${direction}.`,
      );
    }
  }
}
