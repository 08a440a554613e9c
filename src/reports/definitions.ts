import { say } from '../platform/locale.ts';

/** Every number the product shows. The words stand in web/locales/en/metrics.json and, for reading, in docs/metrics.md. */
export const DEFINITION_SLUGS = [
  'data-until',
  'mrr',
  'arr',
  'acv',
  'paying-accounts',
  'trials',
  'mrr-movements',
  'account-churn',
  'logo-churn-rate',
  'revenue-churn',
  'grr',
  'nrr',
  'tenure',
  'ltv-simple',
  'ltv-realised',
  'ltv-projected',
  'cac',
  'cac-by-channel',
  'ltv-cac',
  'ltv-cac-by-channel',
  'cac-by-segment',
  'ltv-cac-by-segment',
  'crc',
  'crc-account',
  'crc-to-arr',
  'nps',
  'csat',
  'satisfaction',
  'usage',
  'usage-trend',
  'friction',
  'acquisition-channel',
  'retention-cohorts',
  'churn-by-source',
  'survival',
  'partner-quality',
  'net-contribution',
  'health-score',
  'health-backtest',
  'churn-risk',
  'odds',
  'shift',
  'success-outcome',
  'success-traits',
  'success-path',
  'playbook-results',
] as const;

export type DefinitionSlug = (typeof DEFINITION_SLUGS)[number];

/** `words`: what it means; `missing`: how missing data is treated; `source`: the facts it is computed from. */
export type Definition = Record<'slug' | (typeof PARTS)[number], string>;

const PARTS = ['name', 'formula', 'words', 'missing', 'source'] as const;

/** The catalogue, in reading order. */
export function definitions(locale = 'en'): Definition[] {
  return DEFINITION_SLUGS.map((slug) => {
    const parts = PARTS.map((part) => [part, say(`metrics:definitions.${slug}.${part}`, {}, locale)]);
    return { slug, ...Object.fromEntries(parts) } as Definition;
  });
}
