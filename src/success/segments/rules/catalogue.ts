import { BANDS } from '../../health/model.ts';
import { ATTRIBUTE, type Field, type FieldGroup, type FieldKind } from '../model.ts';

const STATES = ['paying', 'trial', 'churned', 'prospect'];

function fields(group: FieldGroup, kinds: Record<string, FieldKind>, more: Partial<Field> = {}): Field[] {
  return Object.entries(kinds).map(([key, kind]) => ({ key, kind, group, ...more }));
}

/** Everything a rule may ask, from small tables and daily rollups; each name and unit stands in the texts. */
export const CATALOGUE: readonly Field[] = [
  ...fields('company', { name: 'text', domain: 'text', owner_name: 'text' }),
  ...fields(
    'company',
    {
      country: 'text',
      industry: 'text',
      size_band: 'text',
      employees: 'number',
      use_case: 'text',
      pain_point: 'text',
      imported_source: 'text',
      first_touch_channel: 'text',
      last_touch_channel: 'text',
      self_reported_source: 'text',
      signed_up_on: 'date',
    },
    { lasting: true },
  ),
  { key: 'state', kind: 'text', group: 'contract', options: STATES },
  { key: 'plan', kind: 'text', group: 'contract', lasting: true },
  { key: 'seats', kind: 'number', group: 'contract', lasting: true },
  ...fields('contract', {
    mrr: 'money',
    mrr_change_90d: 'share',
    tenure_months: 'number',
    first_paid_on: 'date',
    contract_ends_on: 'date',
    churned_on: 'date',
    churn_notice_on: 'date',
    overdue_invoices: 'number',
  }),
  ...fields('usage', {
    active_days_28d: 'number',
    events_28d: 'number',
    features_28d: 'number',
    usage_change_28d: 'share',
    last_active_on: 'date',
  }),
  ...fields('support', { tickets_90d: 'number', open_tickets: 'number', open_severity_1: 'number' }),
  ...fields('voice', { nps: 'number', last_answer_on: 'date', people_known: 'number' }),
  { key: 'health_score', kind: 'number', group: 'success' },
  { key: 'health_band', kind: 'text', group: 'success', options: [...BANDS, 'unknown'] },
  { key: 'health_change_30d', kind: 'number', group: 'success' },
];

const BY_KEY = new Map(CATALOGUE.map((field) => [field.key, field]));
const ATTRIBUTE_KEY = /^attributes\.[^\p{Cc}]{1,100}$/u;

/** The field of a key; own attributes are text and last. Undefined: nobody knows it. */
export function fieldOf(key: string): Field | undefined {
  const isOwn = key.startsWith(ATTRIBUTE) && ATTRIBUTE_KEY.test(key) && key.isWellFormed();
  return isOwn ? { key, kind: 'text', group: 'own', lasting: true } : BY_KEY.get(key);
}
