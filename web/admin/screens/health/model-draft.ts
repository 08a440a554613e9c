import {
  COMPONENT_KEYS,
  type Component,
  DEFAULT_DEFINITION,
  type HealthDefinition,
  type Variant,
} from '../../../../src/success/health/model.ts';

/** A model while it is being written: parts that are off keep what they held. */
export type PartDraft = Component & { on: boolean };
export type ModelDraft = {
  parts: PartDraft[];
  bands: HealthDefinition['bands'];
  min_coverage: number;
  variants: Variant[];
};

export function toDraft(definition: HealthDefinition): ModelDraft {
  const parts = COMPONENT_KEYS.flatMap((key) => {
    const own = definition.components.find((one) => one.key === key);
    const known = own ?? DEFAULT_DEFINITION.components.find((one) => one.key === key);
    return known ? [{ ...known, on: own !== undefined }] : [];
  });
  return { parts, bands: definition.bands, min_coverage: definition.min_coverage, variants: definition.variants ?? [] };
}

export function toDefinition({ parts, bands, min_coverage, variants }: ModelDraft): HealthDefinition {
  const components = parts.filter(({ on }) => on).map(({ on: _on, ...component }) => component);
  const known = new Set<string>(components.map(({ key }) => key));
  const kept = variants.map((variant) => ({
    ...variant,
    weights: Object.fromEntries(Object.entries(variant.weights).filter(([key]) => known.has(key))),
  }));
  return { components, bands, min_coverage, ...(kept.length > 0 ? { variants: kept } : {}) };
}

export function changePart(draft: ModelDraft, key: string, change: Partial<PartDraft>): ModelDraft {
  return { ...draft, parts: draft.parts.map((part) => (part.key === key ? { ...part, ...change } : part)) };
}

/** The points of the other direction: the same raw values, the scores the other way up. */
export function turned(part: PartDraft): Pick<PartDraft, 'direction' | 'points'> {
  const scores = part.points.map(([, score]) => score).toReversed();
  return {
    direction: part.direction === 'up' ? 'down' : 'up',
    points: part.points.map(([raw], at) => [raw, scores[at] ?? 0]),
  };
}

/** What share of the score a part makes, 0 to 1. */
export function shareOf({ parts }: ModelDraft, part: PartDraft): number {
  const all = parts.reduce((sum, { on, weight }) => sum + (on ? weight : 0), 0);
  return all === 0 || !part.on ? 0 : part.weight / all;
}
