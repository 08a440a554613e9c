import { type Condition, OPERATORS_OF, type Rule, type Value } from '../../../../src/success/segments/model.ts';
import type { Got } from '../../../lib/api.ts';

export type Fields = Got<'/v1/segments/fields'>;
export type FieldInfo = Fields['fields'][number];
export type Join = 'all' | 'any' | 'none';

/** A rule while it is being written; `id` only tells rows apart on the screen. */
export type DraftCondition = { id: number; field: string; op: Condition['op']; value: Condition['value'] | null };
export type DraftGroup = { id: number; join: Join; children: Draft[] };
export type Draft = DraftCondition | DraftGroup;

let lastId = 0;
const nextId = () => ++lastId;

export function newCondition(field: FieldInfo | undefined): DraftCondition {
  const kind = field?.kind ?? 'text';
  return { id: nextId(), field: field?.key ?? 'plan', op: OPERATORS_OF[kind][0] ?? 'is', value: null };
}

export function newGroup(children: Draft[] = [], join: Join = 'all'): DraftGroup {
  return { id: nextId(), join, children };
}

export function isGroup(draft: Draft): draft is DraftGroup {
  return 'children' in draft;
}

/** A saved rule as it is edited: always a group at the top. */
export function fromRule(rule: Rule): DraftGroup {
  const draft = read(rule);
  return isGroup(draft) ? draft : newGroup([draft]);
}

function read(rule: Rule): Draft {
  if ('all' in rule) return newGroup(rule.all.map(read));
  if ('any' in rule) return newGroup(rule.any.map(read), 'any');
  if (!('not' in rule)) return { id: nextId(), field: rule.field, op: rule.op, value: rule.value ?? null };
  const inner = rule.not;
  return newGroup('any' in inner ? inner.any.map(read) : [read(inner)], 'none');
}

/** What a draft says so far, the rows that are not complete left out; `paths`: where each row stands in the rule. */
export function toRule(draft: DraftGroup): { rule: Rule | null; paths: Map<string, number> } {
  const paths = new Map<string, number>();
  return { rule: write(draft, 'rule', paths), paths };
}

function write(draft: Draft, at: string, paths: Map<string, number>): Rule | null {
  if (!isGroup(draft)) {
    paths.set(at, draft.id);
    return writeCondition(draft);
  }
  const inside = { all: `${at}.all`, any: `${at}.any`, none: `${at}.not.any` }[draft.join];
  const rules: Rule[] = [];
  for (const child of draft.children.filter(isComplete)) {
    const rule = write(child, `${inside}[${rules.length}]`, paths);
    if (rule) rules.push(rule);
  }
  if (rules.length === 0) return null;
  if (draft.join === 'none') return { not: { any: rules } };
  return draft.join === 'all' ? { all: rules } : { any: rules };
}

function writeCondition({ field, op, value }: DraftCondition): Condition {
  return value === null ? { field, op } : { field, op, value };
}

export function isComplete(draft: Draft): boolean {
  if (isGroup(draft)) return draft.children.some(isComplete);
  const { op, value } = draft;
  if (op === 'known' || op === 'unknown') return true;
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '');
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}

/** How many rows still lack their value. */
export function countOpen(draft: Draft): number {
  if (isGroup(draft)) return draft.children.reduce((sum, child) => sum + countOpen(child), 0);
  return isComplete(draft) ? 0 : 1;
}

/** The draft with one part of it changed, or taken out (null). */
export function replace(draft: DraftGroup, id: number, change: (part: Draft) => Draft | null): DraftGroup {
  if (draft.id === id) return (change(draft) as DraftGroup | null) ?? draft;
  const children = draft.children.flatMap((child) => {
    if (child.id === id) return change(child) ?? [];
    return isGroup(child) ? replace(child, id, change) : child;
  });
  return { ...draft, children };
}

const SHAPE: Partial<Record<Condition['op'], 'many' | 'pair' | 'days' | 'none'>> = {
  in: 'many',
  not_in: 'many',
  between: 'pair',
  within_last: 'days',
  longer_ago: 'days',
  within_next: 'days',
  known: 'none',
  unknown: 'none',
};

/** What kind of value an operator takes. */
export function shapeOf(op: Condition['op']): 'one' | 'many' | 'pair' | 'days' | 'none' {
  return SHAPE[op] ?? 'one';
}

/** The same row under another operator: its value stays where the new one can hold it. */
export function withOperator(row: DraftCondition, op: Condition['op']): DraftCondition {
  const [before, after] = [shapeOf(row.op), shapeOf(op)];
  if (before === after) return { ...row, op };
  const values: Value[] = [row.value ?? []].flat();
  if (before === 'one' && after === 'many' && values.length > 0) return { ...row, op, value: values };
  if (before === 'many' && after === 'one') return { ...row, op, value: values[0] ?? null };
  return { ...row, op, value: null };
}
