import ts from 'typescript';
import { FIREHOSES } from '../src/platform/firehose/model.ts';
import type { Finding } from './finding.ts';
import type { SourceFile } from './source-files.ts';
import type { Owners } from './table-owners.ts';

/** Firehose table → the column it is distributed by. */
const BY = new Map(Object.values(FIREHOSES).flatMap(({ events, daily, by }) => [events, daily].map((t) => [t, by])));
const NAMES = [...BY.keys()].join('|');
const VOLATILE =
  /\b(now|clock_timestamp|statement_timestamp|random|gen_random_uuid|nextval|timeofday)\s*\(|\bcurrent_/i;

/** The firehoses of the register are those that `distribute` places, by a column of every key; nothing is tied to them. */
export function checkFirehoseTables(owners: Owners, schema: string): Finding[] {
  const file = 'db/schema.sql';
  const named = Object.values(owners.firehose).flat().sort().join(', ');
  const placed = [...BY.keys()].sort().join(', ');
  const register =
    named === placed
      ? []
      : [{ file: 'db/owners.json', message: `firehoses are ${named}, but distribute places ${placed}` }];
  const tables = [...BY].flatMap(([table, by]) => tableFindings(table, by, schema));
  const tied = [...schema.matchAll(new RegExp(`REFERENCES (?:public\\.)?(${NAMES})\\b`, 'g'))];
  return [
    ...register,
    ...[
      ...tables,
      ...tied.map(([, table]) => `a foreign key leads to ${table}, which may live on another machine`),
    ].map((message) => ({ file, message })),
  ];
}

function tableFindings(table: string, by: string, schema: string): string[] {
  const block = new RegExp(`^create table ${table} \\([\\s\\S]*?(?=\\n\\n|$(?![\\s\\S]))`, 'm').exec(schema)?.[0] ?? '';
  const keys = [...block.matchAll(/(?:PRIMARY KEY|UNIQUE|CREATE UNIQUE INDEX [^(]*) ?\(([^)]*)\)/g)];
  const without = keys.filter(([, columns = '']) => !columns.split(/, */).includes(by));
  return [
    ...(keys.length === 0 ? [`${table} has no primary key`] : []),
    ...without.map(([key]) => `${table}: a key without ${by}: ${key}`),
    ...(block.includes('FOREIGN KEY') ? [`${table} has a foreign key`] : []),
    ...(block.includes('CREATE TRIGGER') ? [`${table} has a trigger`] : []),
  ];
}

type Piece = { text: string; line: number };

/** What SQL of a file breaks on a cluster (ARCHITECTURE.md, firehoses). */
export function checkFirehoseSql(file: SourceFile): Finding[] {
  if (!new RegExp(`\\b(${NAMES})\\b`).test(file.text)) return [];
  const pieces = file.path.endsWith('.sql') ? statementsIn(file.text) : templatesIn(file);
  const kept = new Set([...file.text.matchAll(/\b(\w+) as materialized \(/gi)].map(([, name = '']) => name));
  return pieces.flatMap(({ text, line }) =>
    [...writesWrongly(text), ...readsWrongly(text, kept)].map((message) => ({ file: file.path, line, message })),
  );
}

function statementsIn(text: string): Piece[] {
  let line = 1;
  return text.split(';').map((statement) => {
    const piece = { text: statement.replace(/--.*$/gm, ''), line };
    line += statement.split('\n').length - 1;
    return piece;
  });
}

/** Each SQL template by itself, with a name in place of what is put in. */
function templatesIn(file: SourceFile): Piece[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const pieces: Piece[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const text = ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map(({ literal }) => `put_in${literal.text}`).join('')
        : node.text;
      pieces.push({ text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pieces;
}

function writesWrongly(text: string): string[] {
  const found: string[] = [];
  for (const [, table = '', set = ''] of text.matchAll(new RegExp(`\\bupdate\\s+(${NAMES})\\b([\\s\\S]*)`, 'gi'))) {
    const [assigned = ''] = set.split(/\b(?:from|where)\b/i);
    if (new RegExp(`\\b${BY.get(table)}\\s*=`).test(assigned))
      found.push(`moves a row of ${table}: insert and delete instead`);
    if (VOLATILE.test(set)) found.push(`a volatile function in an UPDATE of ${table}: hand the value in`);
  }
  const within = new RegExp(
    `\\bas\\s*(?:materialized\\s*)?\\(\\s*(?:insert into|update|delete from) (${NAMES})\\b`,
    'i',
  ).exec(text);
  if (within) found.push(`writes ${within[1]} inside a WITH, which a cluster does not take`);
  const upsert = new RegExp(`\\binsert\\s+into\\s+(${NAMES})\\b[\\s\\S]*\\bdo\\s+update\\b([\\s\\S]*)`, 'i').exec(text);
  if (upsert && VOLATILE.test(upsert[2] ?? ''))
    found.push(`ON CONFLICT of ${upsert[1]} uses more than excluded and columns`);
  return found;
}

/** A parenthesis is a scope of its own; what it holds stands as `()` in the one around it. */
function scopesOf(text: string): { text: string; opened: string }[] {
  const scopes: { text: string; opened: string }[] = [];
  const open = [{ text: '', opened: '' }];
  for (const char of text) {
    const top = open.at(-1) as { text: string; opened: string };
    if (char === '(') open.push({ text: '', opened: top.text.slice(-40) });
    else if (char === ')' && open.length > 1) {
      scopes.push(open.pop() as { text: string; opened: string });
      (open.at(-1) as { text: string }).text += '()';
    } else top.text += char;
  }
  return [...scopes, ...open];
}

const RELATION =
  /(?<!\bdistinct\s+)\b(?:from|join|using|(?<!do\s+)update|,(?=\s*\w+\s+\w+\s*(?:$|where|join)))\s+(?:only\s+)?([a-z_]\w*)(?!\w|\s*\()(?:\s+(?:as\s+)?(?!on\b|where\b|join\b|left\b|right\b|inner\b|cross\b|full\b|group\b|order\b|set\b|using\b|limit\b|union\b|having\b)([a-z_]\w*))?/gi;

function readsWrongly(text: string, kept: ReadonlySet<string>): string[] {
  return scopesOf(text).flatMap((scope, index, all) => {
    const relations = [...scope.text.matchAll(RELATION)].map(([, name = '', alias]) => ({
      name,
      alias: alias ?? name,
    }));
    const firehose = relations.find(({ name }) => BY.has(name));
    if (!firehose) return [];
    const others = relations.filter(({ name }) => name !== firehose.name && !kept.has(name)).map(({ name }) => name);
    const found = others.map((name) => `joins ${firehose.name} with ${name}: only with a CTE "as materialized"`);
    const isInner = index < all.length - 1;
    if (isInner && /\bas\s*$/i.test(scope.opened)) found.push(`a CTE reads ${firehose.name} without "as materialized"`);
    if (isInner && /\b(from|join)\s*$/i.test(scope.opened))
      found.push(`${firehose.name} inside FROM: put it into a CTE "as materialized"`);
    const own = new Set(['excluded', ...relations.flatMap(({ name, alias }) => [name, alias])]);
    const outside = [...scope.text.matchAll(/\b([a-z_]\w*)\.[a-z_]\w*/gi)].find(([, name = '']) => !own.has(name));
    if (isInner && outside) found.push(`a query of ${firehose.name} asks its surroundings for ${outside[0]}`);
    return found;
  });
}
