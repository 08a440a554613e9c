import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TOPICS } from './topics.ts';

const { topics } = JSON.parse(readFileSync('web/locales/en/webhooks.json', 'utf8'));

function named(value: unknown, path: string[] = []): string[] {
  if (typeof value === 'string') return [path.join('.')];
  return Object.entries(value as object).flatMap(([key, inner]) => named(inner, [...path, key]));
}

it('every topic of a webhook is explained in a sentence, and no sentence is left over', () => {
  expect(named(topics).toSorted()).toEqual([...TOPICS].toSorted());
});
