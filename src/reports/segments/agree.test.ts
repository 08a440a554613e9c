import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import {
  ATTRIBUTE,
  type Condition,
  type Facts,
  type Field,
  OPERATORS_OF,
  type Operator,
  type Rule,
} from '../../success/segments/model.ts';
import { CATALOGUE } from '../../success/segments/rules/catalogue.ts';
import { checkRule } from '../../success/segments/rules/check.ts';
import { matches } from '../../success/segments/rules/evaluate.ts';
import { compileRule } from './compile.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ON = '2026-03-01';
const OWN: Field = { key: `${ATTRIBUTE}region`, kind: 'text', group: 'own' };
const FIELDS: Field[] = [...CATALOGUE, OWN];

// Few values, so that rules and accounts meet; with letters that databases and JavaScript fold differently.
const TEXTS = ['Pro', 'pro', 'İstanbul', 'ÉCOLE', 'école', 'a%b_c\\', "O'Neil", 'ß', 'pro plus', '名前', '🙂x'];
const NUMBERS = [-1.5, -1, 0, 0.1, 0.30000000000000004, 1, 7, 28, 5000, 1e12];
const DATES = [
  '0001-01-01',
  '2025-12-01',
  '2026-01-30',
  '2026-02-27',
  '2026-02-28',
  '2026-03-01',
  '2026-03-02',
  '9999-12-31',
];

const valueFor = ({ kind, options }: Field): fc.Arbitrary<string | number> => {
  if (kind === 'date') return fc.constantFrom(...DATES);
  if (kind === 'text') return fc.constantFrom(...(options ?? TEXTS));
  return fc.constantFrom(...(kind === 'money' ? NUMBERS.map(Math.round) : NUMBERS));
};

function conditionOn(field: Field, op: Operator): fc.Arbitrary<Condition> {
  const base = { field: field.key, op };
  if (op === 'known' || op === 'unknown') return fc.constant(base);
  if (['within_last', 'longer_ago', 'within_next'].includes(op)) {
    return fc.constantFrom(1, 2, 30, 90, 3650).map((value) => ({ ...base, value }));
  }
  const value = valueFor(field);
  if (op === 'in' || op === 'not_in') {
    return fc.array(value, { minLength: 1, maxLength: 4 }).map((value) => ({ ...base, value }));
  }
  if (op !== 'between') return value.map((value) => ({ ...base, value }));
  return fc.tuple(value, value).map(([a, b]) => ({ ...base, value: a > b ? [b, a] : [a, b] }));
}

const condition = fc
  .constantFrom(...FIELDS)
  .chain((field) => fc.constantFrom(...OPERATORS_OF[field.kind]).chain((op) => conditionOn(field, op)));

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

const account: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field.key, fc.option(valueFor(field), { freq: 4, nil: null })])),
);

const COLUMN = { text: 'text', number: 'float8', money: 'float8', share: 'float8', date: 'date' } as const;

async function askDatabase(rules: Rule[], accounts: Facts[]): Promise<boolean[][]> {
  const rows = accounts.map((facts, at) => ({ ...facts, at, attributes: { region: facts[OWN.key] } }));
  const columns = CATALOGUE.map(({ key, kind }) => sql`${sql.ref(key)} ${sql.raw(COLUMN[kind])}`);
  const answers = rules.map((one) => compileRule(one, ON));
  const { rows: found } = await sql<{ answers: boolean[] }>`
    select array[${sql.join(answers)}] as answers
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(at integer, attributes jsonb, ${sql.join(columns)})
    order by f.at`.execute(database.db);
  return found.map((row) => row.answers);
}

test('SQL and memory agree on random rules and random accounts', async () => {
  const group = fc.tuple(
    fc.array(rule, { minLength: 15, maxLength: 15 }),
    fc.array(account, { minLength: 12, maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(group, async ([rules, accounts]) => {
      const checked = rules.map((one) => checkRule(JSON.parse(JSON.stringify(one))));
      const expected = accounts.map((facts) => checked.map((one) => matches(one, facts, ON)));
      expect(await askDatabase(checked, accounts)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
