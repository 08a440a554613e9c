import type { IsoDate } from '../../kernel/time.ts';

export const COMPONENT_KEYS = [
  'adoption',
  'engagement',
  'friction',
  'sentiment',
  'commercial',
  'relationship',
  'tenure',
] as const;
export type ComponentKey = (typeof COMPONENT_KEYS)[number];

export const BANDS = ['green', 'amber', 'red'] as const;
export type Band = (typeof BANDS)[number];

/** One part of a health model. `points`: raw value → score 0-100, straight lines between, flat outside. */
export type Component = {
  key: ComponentKey;
  /** up: more is better; down: less is better. The points must agree. */
  direction: 'up' | 'down';
  points: [raw: number, score: number][];
  window_days: number;
  weight: number;
  /** Facts older than this count as missing; null: never. */
  stale_after_days: number | null;
  /** Without fresh facts: leave the component out, or give it this score. */
  missing: 'skip' | { score: number };
};

export type HealthDefinition = {
  components: Component[];
  /** A score at or above `green` is green, at or above `amber` amber, below red. */
  bands: { green: number; amber: number };
  /** Below this share of weight present there is no score. */
  min_coverage: number;
  /** Other weights and bands for some accounts; the first that fits counts. */
  variants?: Variant[];
};

/** Whom a variant is for: by months as a customer, or by a segment of lasting facts. */
export type VariantFor =
  | { kind: 'tenure'; from_months: number; below_months: number | null }
  | { kind: 'segment'; segment_id: string };

/** `weights` replace the component's own, 0 leaves it out; `bands` null: the model's. */
export type Variant = {
  name: string;
  applies_to: VariantFor;
  weights: Partial<Record<ComponentKey, number>>;
  bands: HealthDefinition['bands'] | null;
};

/** A stored version: who made it, when and why, and when it was put in force (last). */
export type ModelVersion = {
  id: string;
  version: number;
  name: string;
  definition: HealthDefinition;
  reason: string | null;
  is_active: boolean;
  created_by: string;
  created_at: Date;
  activated_at: Date | null;
  activated_by: string | null;
};

/** `id` null: the product's default, not stored before the first scoring. */
export type HealthModel = { id: string | null; version: number; name: string; definition: HealthDefinition };

/** What is known for one component: the raw value, the newest fact behind it, and what its sentence shows. */
export type Fact = { value: number | null; observedOn: IsoDate | null; params: Record<string, number> };
/** `segments`: those of the model's variants that the account is in. */
export type HealthFacts = { accountId: string; facts: Record<ComponentKey, Fact>; segments?: readonly string[] };

export type Contribution = {
  component: ComponentKey;
  present: boolean;
  raw: number | null;
  /** 0-100, two decimals; null when not present. */
  score: number | null;
  weight: number;
  /** Its part of the account's score, two decimals; the parts sum to the score. */
  points: number;
  reason_code: string;
  params: Record<string, number>;
};

export type Health = {
  accountId: string;
  score: number | null;
  band: Band | 'unknown';
  coverage: number;
  contributions: Contribution[];
};

/** What scoring starts with: stated defaults, to be changed and backtested, not learned. */
export const DEFAULT_DEFINITION: HealthDefinition = {
  components: [
    part('adoption', 'up', 30, 28, 14, [
      [0, 0],
      [0.5, 60],
      [1, 100],
    ]),
    part('engagement', 'up', 15, 56, 14, [
      [-0.2, 0],
      [0, 65],
      [0.1, 100],
    ]),
    part('friction', 'down', 15, 90, 60, [
      [0, 100],
      [0.5, 75],
      [0.75, 50],
      [1, 0],
    ]),
    part('sentiment', 'up', 15, 180, 180, [
      [0, 0],
      [0.25, 50],
      [0.5, 80],
      [1, 100],
    ]),
    part('commercial', 'up', 10, 90, null, [
      [-0.5, 0],
      [0, 70],
      [0.25, 100],
    ]),
    part('relationship', 'up', 10, 180, 90, [
      [0, 20],
      [1, 70],
      [3, 100],
    ]),
    part('tenure', 'up', 5, 1, null, [
      [0, 30],
      [6, 60],
      [12, 80],
      [36, 100],
    ]),
  ],
  bands: { green: 70, amber: 40 },
  min_coverage: 0.35,
};

function part(
  key: ComponentKey,
  direction: Component['direction'],
  weight: number,
  window_days: number,
  stale_after_days: number | null,
  points: Component['points'],
): Component {
  return { key, direction, weight, window_days, stale_after_days, points, missing: 'skip' };
}
