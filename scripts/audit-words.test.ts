import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../src/platform/locale.ts';

const SRC = join(import.meta.dirname, '../src');
const texts = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
  .filter((text) => text.includes('writeAudit') || text.includes('audit('));

/** Every action and kind that is written out in the source; those put together at run time are tested where they arise. */
const written = (pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''))),
];

describe('the audit log says in words', () => {
  it.each(written(/(?:action: |audit\(\w+, (?:[\w.]+, )?)'([a-z_]+\.[a-z_-]+)'/g))('what was done: %s', (action) => {
    expect(say(`audit:actions.${action}`, { defaultValue: '' })).not.toBe('');
  });

  it.each(written(/subjectKind: '([a-z_]+)'/g))('to what it was done: %s', (kind) => {
    expect(say(`audit:subjects.${kind}`, { defaultValue: '' })).not.toBe('');
  });
});
