import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFINITION_SLUGS, definitions } from './definitions.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
const locale = JSON.parse(readFileSync(join(import.meta.dirname, '../../web/locales/en/metrics.json'), 'utf8'));

describe('the catalogue of metrics', () => {
  it('names the same metrics in the product, its words and docs/metrics.md', () => {
    const headings = [...DOCS.matchAll(/^## (\S+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([...DEFINITION_SLUGS]);
    expect(Object.keys(locale.definitions)).toEqual([...DEFINITION_SLUGS]);
  });

  it('says the same formula in the product and in docs/metrics.md', () => {
    for (const one of definitions()) {
      expect(DOCS).toContain(`**${one.name}.** ${one.words}`);
      expect(DOCS).toContain(`- Formula: ${one.formula}`);
      expect(DOCS).toContain(`- Missing data: ${one.missing}`);
    }
  });
});
