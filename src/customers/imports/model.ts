/** What a row of a file can become, in the order they are stored: an entity may refer to those before it. */
export const ENTITIES = [
  'accounts',
  'people',
  'subscriptions',
  'invoices',
  'refunds',
  'usage',
  'tickets',
  'survey_answers',
  'churn_events',
] as const;
export type Entity = (typeof ENTITIES)[number];

export const VALUE_TYPES = ['text', 'integer', 'number', 'boolean', 'date', 'instant', 'amount', 'currency'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

export const DATE_ORDERS = ['iso', 'dmy', 'mdy', 'unix_s', 'unix_ms'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How one column is read. `to` is a field of the entity, or `attributes.NAME` for what Goodword has no field for. */
export type ColumnMapping = {
  to: string;
  type: ValueType;
  order?: DateOrder;
  decimal?: 'point' | 'comma';
  /** Whether an amount is written in major units (12.50) or minor ones (1250). */
  unit?: 'major' | 'minor' | 'minutes' | 'hours' | 'seconds' | 'days';
  /** Translations of values, by the value in lower case (`month-to-month` → `month`). */
  values?: Record<string, string>;
};

export type EntityMapping = {
  columns: Record<string, ColumnMapping>;
  /** Fields that every row of the file has alike. */
  constants?: Record<string, string>;
};

export type FileMapping = {
  source: string;
  delimiter: string;
  encoding: string;
  entities: Partial<Record<Entity, EntityMapping>>;
  /** Columns that are left out on purpose. */
  ignored?: string[];
};

export type Mapping = {
  version: 1;
  /** What an amount is in when neither its row nor its column says. */
  currency?: string;
  files: Record<string, FileMapping>;
};

/** Why a column is read as it is. */
export type ColumnEvidence = { column: string; to: string | null; why: string; samples: string[] };
export type FileEvidence = {
  file: string;
  entity: Entity | null;
  why: string;
  size_bytes: number;
  columns: ColumnEvidence[];
};
/** Something the mapping does not settle: the import refuses to start until the mapping says it. */
export type OpenQuestion = { file: string; column: string; question: string; line: string };

export type Plan = { mapping: Mapping; evidence: FileEvidence[]; questions: OpenQuestion[]; missing: string[] };

/** What a row names that is not there. */
export type Unknown = { entity: 'accounts' | 'subscriptions' | 'invoices'; id: string };

/** Rows of a file that belong to nobody: they name something unknown, or no account at all (`names` null, and are stored). */
export type Orphans = {
  file: string;
  entity: Entity;
  names: Unknown['entity'] | null;
  rows: number;
  /** A few of the ids that are not known. */
  examples: string[];
};

/** A row that was not stored, and why. */
export type Reject = { line: number; reason: string; field: string | null };

export type EntityCounts = {
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  repeated_ids: number;
  /** Of those rejected, the rows that belong to nobody: what they name is not known. */
  orphaned: number;
};

export const NO_COUNTS: EntityCounts = {
  rows: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  repeated_ids: 0,
  orphaned: 0,
};
