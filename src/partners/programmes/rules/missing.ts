import { parsePercent } from '../../../kernel/percent.ts';
import type { Gate } from '../../gates/model.ts';
import type { Earning, Terms, Visibility } from '../model.ts';
import type { MissingReadiness } from './gates.ts';

/** All that decides whether anybody could ever earn in the programme. */
export type LaunchFacts = {
  visibility: Visibility;
  gates: readonly Gate[];
  /** The terms that are in force, or will be. */
  terms: Terms | null;
  product_url: string | null;
  published_pages: number;
  certification: { kind: 'quiz' | 'proof'; questions: number } | null;
  readiness: readonly MissingReadiness[];
};

/** One thing that stands in the way of publishing: a sentence of the texts `programmes.missing`. */
export type Missing = { code: string; params: Record<string, unknown> };

const missing = (code: string, params: Record<string, unknown> = {}): Missing => ({ code, params });

/** What stands in the way of anybody earning; nothing when the programme can be opened. */
export function whatIsMissing(facts: LaunchFacts): Missing[] {
  return [
    ...missingInTerms(facts.terms),
    ...(facts.product_url ? [] : [missing('product_url')]),
    ...(facts.visibility === 'public' && facts.published_pages === 0 ? [missing('page')] : []),
    ...missingCertification(facts),
    ...facts.readiness.map(({ what, least, now }) => missing(`readiness_${what}`, { least, now })),
  ];
}

function missingInTerms(terms: Terms | null): Missing[] {
  if (!terms) return [missing('terms')];
  const zero = (['cap_per_sale', 'cap_per_month', 'cap_per_year', 'budget_per_month'] as const).filter(
    (cap) => terms[`${cap}_minor`] === 0,
  );
  return [
    ...(paysCash(terms) || (terms.rewards?.length ?? 0) > 0 ? [] : [missing('pays_nothing')]),
    ...(terms.commission.kind === 'none' ? [] : zero.map((cap) => missing('cap_of_nothing', { cap }))),
    ...(terms.commission.kind !== 'none' && terms.cap_sales?.most === 0
      ? [missing('cap_of_nothing', { cap: 'cap_sales' })]
      : []),
  ];
}

function paysCash(terms: Terms): boolean {
  const { commission, renewal, products = [], tiers, bounty } = terms;
  if (commission.kind === 'none') return false;
  if (commission.kind === 'per_lead') return commission.amount_minor > 0;
  const earnings: Earning[] = [commission, ...(renewal ? [renewal] : []), ...products.map(({ earning }) => earning)];
  const steps = tiers?.steps ?? [];
  return earnings.some(pays) || steps.some(({ rate }) => isMore(rate)) || (bounty?.amount_minor ?? 0) > 0;
}

function pays(earning: Earning): boolean {
  return earning.kind === 'percent' ? isMore(earning.rate) : earning.amount_minor > 0;
}

const isMore = (rate: string) => parsePercent(rate).num > 0n;

function missingCertification({ gates, certification }: LaunchFacts): Missing[] {
  if (!gates.some(({ kind }) => kind === 'certification')) return [];
  if (!certification) return [missing('certification')];
  return certification.kind === 'quiz' && certification.questions === 0 ? [missing('questions')] : [];
}
