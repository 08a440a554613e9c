import {
  type ColumnEvidence,
  type ColumnMapping,
  ENTITIES,
  type Entity,
  type EntityMapping,
  type FileEvidence,
  type OpenQuestion,
} from '../model.ts';
import { CATALOG, type Field } from './catalog.ts';
import { type ColumnProfile, filled, looksLike, orderOf } from './profile.ts';

export type ProfiledFile = { file: string; size_bytes: number; columns: ColumnProfile[] };
export type Guess = {
  entity: Entity | null;
  mapping?: EntityMapping;
  ignored: string[];
  evidence: FileEvidence;
  questions: OpenQuestion[];
  /** The currency a column's name gives away (`refund_amount_usd`). */
  currency?: string;
};

const NAMES_ITS_CURRENCY = /_(usd|eur|gbp|huf|cad|aud|chf|jpy|sek|nok|dkk|pln|czk|inr|brl)$/;
const ENOUGH = 12;
const EVERYWHERE = new Set(
  'id name created created_at date time timestamp status state type amount currency description number reason'.split(
    ' ',
  ),
);

/** `Signup Date`, `signupDate`, `property_signup_date` → `signup_date`. */
export function plainName(column: string): string {
  const snake = column
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
  return snake
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(property|custom|properties)_(hs_)?/, '');
}

type Match = { field: Field; column: ColumnProfile; rank: number };

/** Decides from name, header and values what a file holds and how each column is read. */
export function guessFile(file: ProfiledFile): Guess {
  const scored = ENTITIES.map((entity) => {
    const { score, matches } = scoreEntity(file, entity);
    return { entity, score, matches, lacking: requiredBut(entity, matches) };
  });
  const best = (of: typeof scored) => of.reduce((a, b) => (b.score > a.score ? b : a));
  const complete = scored.filter(({ lacking, score }) => lacking.length === 0 && score >= ENOUGH);
  if (complete.length > 0) return describe(file, best(complete).entity, best(complete).matches);
  const nearest = best(scored);
  const isClose = nearest.score >= ENOUGH - 6 && nearest.lacking.length > 0;
  return isClose ? unknownFile(file, nearest.entity, nearest.lacking) : unknownFile(file);
}

function scoreEntity(file: ProfiledFile, entity: Entity): { score: number; matches: Match[] } {
  const matches = matchColumns(file.columns, entity);
  const isNamed = CATALOG[entity].fileNames.test(file.file.toLowerCase());
  const weights = matches.reduce((sum, match) => sum + weightOf(match, isNamed), 0);
  const named = isNamed ? 2 : 0;
  const key = matches.find((match) => match.field.to === 'external_id');
  const first = key && file.columns[0] === key.column ? 2 : 0;
  const missing = requiredBut(entity, matches).length * 4;
  return { score: weights + named + first + uniqueness(key?.column) - missing, matches };
}

/** Names that every table of every system has say little, unless the file's own name agrees. */
function weightOf({ field, column, rank }: Match, isNamed: boolean): number {
  if (!isNamed && EVERYWHERE.has(plainName(column.column))) return Math.min(field.weight, 1);
  return field.weight * (rank === 0 ? 1 : 0.8);
}

/** A key repeats rarely; a column that repeats often refers to something else. */
function uniqueness(column: ColumnProfile | undefined): number {
  if (!column || column.distinct === 0) return 0;
  const share = column.distinct / Math.min(filled(column), 2_000);
  return share > 0.95 ? 3 : -8;
}

function requiredBut(entity: Entity, matches: Match[]): string[] {
  const found = new Set(matches.map((match) => match.field.to));
  const required = CATALOG[entity].fields.filter((field) => field.required).map((field) => field.to);
  const either = entity === 'usage' && !found.has('account') && !found.has('subscription') ? ['account'] : [];
  const paid = entity === 'subscriptions' && !['mrr', 'arr', 'amount'].some((to) => found.has(to)) ? ['mrr'] : [];
  return [...required.filter((to) => !found.has(to)), ...either, ...paid];
}

/** Each field takes the column whose name fits it best; a column serves one field. */
function matchColumns(columns: ColumnProfile[], entity: Entity): Match[] {
  const all: Match[] = [];
  for (const field of CATALOG[entity].fields) {
    for (const column of columns) {
      const rank = rankOf(column.column, field);
      if (rank >= 0 && looksLike(column, field.type)) all.push({ field, column, rank });
    }
  }
  all.sort((a, b) => a.rank - b.rank || b.field.weight - a.field.weight);
  const fields = new Set<string>();
  const used = new Set<string>();
  return all.filter(({ field, column }) => {
    if (fields.has(field.to) || used.has(column.column)) return false;
    fields.add(field.to);
    used.add(column.column);
    return true;
  });
}

function rankOf(column: string, field: Field): number {
  const name = plainName(column);
  const exact = field.names.indexOf(name);
  if (exact >= 0) return exact;
  const bare = name.replace(NAMES_ITS_CURRENCY, '').replace(/_(cents|minor)$/, '');
  return field.type === 'amount' && bare !== name ? field.names.indexOf(bare) : -1;
}

function describe(file: ProfiledFile, entity: Entity, matches: Match[]): Guess {
  const columns: Record<string, ColumnMapping> = {};
  const evidence: ColumnEvidence[] = [];
  const ignored: string[] = [];
  const questions: OpenQuestion[] = [];
  let currency: string | undefined;
  for (const profile of file.columns) {
    const match = matches.find(({ column }) => column === profile);
    const mapping = match ? columnMapping(match) : attributeMapping(profile, entity);
    currency ??= mapping?.type === 'amount' ? currencyIn(profile.column) : undefined;
    if (mapping) columns[profile.column] = mapping;
    else ignored.push(profile.column);
    if (match && isDate(match.field) && orderOf(profile) === 'ambiguous') questions.push(askOrder(file.file, profile));
    evidence.push({
      column: profile.column,
      to: mapping?.to ?? null,
      why: whyColumn(profile, match),
      samples: profile.samples,
    });
  }
  const why = `its columns ${matches
    .slice(0, 4)
    .map((m) => m.column.column)
    .join(', ')} are those of ${entity}`;
  return {
    entity,
    mapping: { columns },
    ignored,
    currency,
    questions,
    evidence: { file: file.file, entity, why, size_bytes: file.size_bytes, columns: evidence },
  };
}

function isDate(field: Field): boolean {
  return field.type === 'date' || field.type === 'instant';
}

function columnMapping({ field, column }: Match): ColumnMapping {
  const mapping: ColumnMapping = { to: field.to, type: field.type };
  const order = orderOf(column);
  if (isDate(field)) mapping.order = order === 'ambiguous' ? 'iso' : order;
  if (field.type === 'amount') mapping.unit = /_(cents|minor)$/.test(plainName(column.column)) ? 'minor' : 'major';
  else if (field.unit) mapping.unit = field.unit;
  if ((field.type === 'amount' || field.type === 'number') && column.commaDecimals > 0) mapping.decimal = 'comma';
  if (field.values) mapping.values = field.values;
  return mapping;
}

function attributeMapping(profile: ColumnProfile, entity: Entity): ColumnMapping | undefined {
  if (!CATALOG[entity].attributes || profile.column === '' || /^_fivetran/.test(profile.column)) return undefined;
  return { to: `attributes.${profile.column}`, type: 'text' };
}

function currencyIn(column: string): string | undefined {
  return NAMES_ITS_CURRENCY.exec(plainName(column))?.[1]?.toUpperCase();
}

function whyColumn(profile: ColumnProfile, match: Match | undefined): string {
  if (!match) return 'no field of this name; kept as an attribute where attributes exist';
  const rows = `${filled(profile)} of ${profile.rows} values filled`;
  return `named like ${match.field.to}; ${rows}, read as ${match.field.type}`;
}

function askOrder(file: string, profile: ColumnProfile): OpenQuestion {
  return {
    file,
    column: profile.column,
    question: `${file}: in column ${profile.column} the day and the month cannot be told apart (${profile.samples.slice(0, 3).join(', ')}).`,
    line: `Add "order: dmy" (day first) or "order: mdy" (month first) to the column ${profile.column} of ${file} in the mapping.`,
  };
}

function unknownFile(file: ProfiledFile, entity?: Entity, lacking: string[] = []): Guess {
  const why = entity
    ? `it looks like ${entity}, but nothing in it gives ${lacking.join(' or ')}`
    : 'its columns fit nothing that can be imported';
  const columns = file.columns.map((profile) => ({ column: profile.column, to: null, why, samples: profile.samples }));
  const evidence = { file: file.file, entity: null, why, size_bytes: file.size_bytes, columns };
  return { entity: null, ignored: file.columns.map((profile) => profile.column), evidence, questions: [] };
}
