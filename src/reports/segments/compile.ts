import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { ATTRIBUTE, type Condition, type FieldKind, type Rule, type Value } from '../../success/segments/model.ts';
import { fieldOf } from '../../success/segments/rules/catalogue.ts';

type Bool = RawBuilder<boolean>;

/**
 * A checked rule as a condition on the relation aliased `f` (facts.ts) at the end of day `on`; it answers exactly as
 * `matches` of success/segments. Names of fields reach the statement only through the catalogue, values as parameters.
 */
export function compileRule(rule: Rule, on: IsoDate): Bool {
  if ('all' in rule) return joined(rule.all, on, sql` and `);
  if ('any' in rule) return joined(rule.any, on, sql` or `);
  if ('not' in rule) return sql<boolean>`not (${compileRule(rule.not, on)})`;
  return compileCondition(rule, on);
}

function joined(rules: Rule[], on: IsoDate, word: RawBuilder<unknown>): Bool {
  const parts = rules.map((rule) => compileRule(rule, on));
  return sql<boolean>`(${sql.join(parts, word)})`;
}

function compileCondition(condition: Condition, on: IsoDate): Bool {
  const column = columnOf(condition.field);
  const { op } = condition;
  if (op === 'known') return sql<boolean>`(${column} is not null)`;
  if (op === 'unknown') return sql<boolean>`(${column} is null)`;
  const kind = fieldOf(condition.field)?.kind ?? 'text';
  const isOpposite = op === 'is_not' || op === 'not_in';
  const asked = sql<boolean>`coalesce(${compare(column, kind, condition, on)}, false)`;
  return isOpposite ? sql<boolean>`not ${asked}` : asked;
}

function columnOf(key: string): RawBuilder<unknown> {
  if (!fieldOf(key)) throw new Error(`The rule was not checked: there is no field ${key}.`);
  return key.startsWith(ATTRIBUTE) ? sql`(f.attributes ->> ${key.slice(ATTRIBUTE.length)})` : sql.ref(`f.${key}`);
}

const COMPARE = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

function compare(column: RawBuilder<unknown>, kind: FieldKind, { op, value }: Condition, on: IsoDate) {
  const values = (Array.isArray(value) ? value : [value ?? '']) as Value[];
  const first = values[0] ?? '';
  if (op === 'within_last' || op === 'longer_ago' || op === 'within_next') return near(column, op, first, on);
  if (kind === 'text') return compareText(column, op, values.map(String));
  const cast = (one: Value) => (kind === 'date' ? sql`${one}::date` : sql`${one}::float8`);
  if (op === 'between') return sql`${column} between ${cast(first)} and ${cast(values[1] ?? first)}`;
  if (op === 'lt' || op === 'lte' || op === 'gt' || op === 'gte') return sql`${column} ${COMPARE[op]} ${cast(first)}`;
  return sql`${column} in (${sql.join(values.map(cast))})`;
}

function near(column: RawBuilder<unknown>, op: Condition['op'], days: Value, on: IsoDate) {
  const today = sql`${on}::date`;
  const span = sql`${days}::integer`;
  if (op === 'within_next') return sql`(${column} > ${today} and ${column} <= ${today} + ${span})`;
  if (op === 'longer_ago') return sql`${column} <= ${today} - ${span}`;
  return sql`(${column} > ${today} - ${span} and ${column} <= ${today})`;
}

function compareText(column: RawBuilder<unknown>, op: Condition['op'], values: string[]) {
  const text = folded(column);
  const first = folded(sql`${values[0] ?? ''}::text`);
  if (op === 'contains') return sql`position(${first} in ${text}) > 0`;
  if (op === 'starts_with') return sql`starts_with(${text}, ${first})`;
  return sql`${text} in (${sql.join(values.map((value) => folded(sql`${value}::text`)))})`;
}

/** As `fold` of success/segments: only A-Z, whatever the database's collation says of other letters. */
function folded(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') collate "C")`;
}
