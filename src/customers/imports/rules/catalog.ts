import type { ColumnMapping, Entity, ValueType } from '../model.ts';

export type Field = {
  to: string;
  type: ValueType;
  /** A row without it is of no use. */
  required?: boolean;
  /** How much a column of this name says about what the file is. */
  weight: number;
  /** Column names, in lower snake case, that mean this field; the first fits best. */
  names: readonly string[];
  unit?: ColumnMapping['unit'];
  values?: Record<string, string>;
  /** Numbers below this are refused. */
  min?: number;
  /** Numbers above this are refused. */
  max?: number;
};

export type EntityCatalog = { fields: readonly Field[]; attributes: boolean; fileNames: RegExp };

const ACCOUNT_NAMES = [
  'account_id',
  'account_external_id',
  'customer_id',
  'customerid',
  'company_id',
  'organization_id',
  'organisation_id',
  'org_id',
  'client_id',
  'tenant_id',
  'workspace_id',
  'account',
  'customer',
  'company',
  'organization',
  'accountid',
];
const CURRENCY: Field = {
  to: 'currency',
  type: 'currency',
  weight: 0,
  names: ['currency', 'currency_code', 'currencycode'],
};
const ACCOUNT: Field = { to: 'account', type: 'text', weight: 1, names: ACCOUNT_NAMES };
const PERSON_NAMES = ['user_id', 'person_id', 'contact_id', 'requester_id', 'userid', 'contact', 'respondent_id'];
const PERSON: Field = { to: 'person', type: 'text', weight: 1, names: PERSON_NAMES };
const PLAN_NAMES = ['plan_tier', 'plan', 'plan_name', 'tier', 'subscription_plan', 'package', 'product'];
const SEAT_NAMES = ['seats', 'licenses', 'licences', 'seat_count', 'quantity', 'license_count'];

const f = (to: string, type: ValueType, weight: number, names: string[], more: Partial<Field> = {}): Field => ({
  to,
  type,
  weight,
  names,
  ...more,
});

const INTERVALS: Record<string, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  'month-to-month': 'month',
  m: 'month',
  months: 'month',
  quarterly: 'quarter',
  'semi-annual': 'half_year',
  semiannual: 'half_year',
  biannual: 'half_year',
  annual: 'year',
  annually: 'year',
  yearly: 'year',
  'one year': 'year',
  y: 'year',
  years: 'year',
  '1 year': 'year',
};
const PRIORITIES: Record<string, string> = {
  p1: 'urgent',
  critical: 'urgent',
  highest: 'urgent',
  p2: 'high',
  p3: 'medium',
  normal: 'medium',
  p4: 'low',
  lowest: 'low',
};
const TICKET_STATES: Record<string, string> = {
  new: 'open',
  hold: 'pending',
  'on-hold': 'pending',
  snoozed: 'pending',
  resolved: 'solved',
  deleted: 'closed',
  done: 'closed',
  'in progress': 'open',
  waiting: 'pending',
};
const ROLES: Record<string, string> = {
  'decision maker': 'decision_maker',
  owner: 'decision_maker',
  executive: 'decision_maker',
  admin: 'champion',
  'end-user': 'user',
  member: 'user',
  contact: 'user',
  lead: 'user',
  finance: 'billing',
};
const INVOICE_STATES: Record<string, string> = {
  unpaid: 'open',
  overdue: 'open',
  settled: 'paid',
  deleted: 'void',
  voided: 'void',
};

/** Everything an import can fill, and the names files give it. */
export const CATALOG: Record<Entity, EntityCatalog> = {
  accounts: {
    attributes: true,
    fileNames: /account|compan|customer|organi[sz]ation|client/,
    fields: [
      f('external_id', 'text', 2, [...ACCOUNT_NAMES, 'id'], { required: true }),
      f('name', 'text', 4, ['account_name', 'company_name', 'organization_name', 'customer_name', 'name']),
      f('domain', 'text', 2, ['domain', 'website', 'company_domain', 'web_site', 'homepage']),
      f('industry', 'text', 4, ['industry', 'sector', 'vertical']),
      f('country', 'text', 2, ['country', 'billing_country', 'address_country', 'country_code']),
      f('size_band', 'text', 2, ['size_band', 'company_size', 'size', 'segment']),
      f(
        'employees',
        'integer',
        3,
        ['employees', 'employee_count', 'number_of_employees', 'numberofemployees', 'headcount'],
        { min: 0 },
      ),
      f('plan', 'text', 1, PLAN_NAMES),
      f('seats', 'integer', 1, SEAT_NAMES, { min: 0 }),
      f('is_trial', 'boolean', 1, ['is_trial', 'trial', 'on_trial']),
      f('owner_name', 'text', 2, ['owner_name', 'owner', 'csm', 'account_manager', 'account_owner']),
      f('use_case', 'text', 3, ['use_case', 'usecase']),
      f('pain_point', 'text', 3, ['pain_point', 'painpoint', 'main_problem']),
      f('signed_up_at', 'instant', 4, [
        'signup_date',
        'signed_up_at',
        'sign_up_date',
        'customer_since',
        'created_at',
        'created',
        'createdate',
        'registered_at',
        'joined_at',
      ]),
      f('first_touch_channel', 'text', 3, ['first_touch_channel', 'first_touch', 'utm_source_first']),
      f('last_touch_channel', 'text', 3, ['last_touch_channel', 'last_touch']),
      f('imported_source', 'text', 4, [
        'referral_source',
        'lead_source',
        'acquisition_channel',
        'acquisition_source',
        'source',
        'channel',
        'utm_source',
      ]),
      f('self_reported_source', 'text', 4, [
        'self_reported_source',
        'how_did_you_hear_about_us',
        'how_did_you_hear',
        'heard_about_us',
      ]),
      f('imported_churned', 'boolean', 1, ['churn_flag', 'churned', 'churn', 'is_churned', 'has_churned', 'exited']),
      f('imported_tenure_months', 'integer', 3, ['tenure', 'tenure_months', 'months_as_customer'], { min: 0 }),
      f('churn_notice_at', 'instant', 2, ['churn_notice_at', 'cancellation_requested_at', 'notice_date']),
    ],
  },
  people: {
    attributes: true,
    fileNames: /contact|people|person|user/,
    fields: [
      f('external_id', 'text', 2, ['contact_id', 'person_id', 'user_id', 'id', 'email'], { required: true }),
      f('account', 'text', 1, ACCOUNT_NAMES),
      f('name', 'text', 2, ['full_name', 'contact_name', 'name', 'display_name']),
      f('first_name', 'text', 3, ['first_name', 'firstname', 'given_name']),
      f('last_name', 'text', 3, ['last_name', 'lastname', 'surname', 'family_name']),
      f('email', 'text', 5, ['email', 'email_address', 'e_mail', 'mail']),
      f('title', 'text', 3, ['job_title', 'jobtitle', 'title', 'position']),
      f('role', 'text', 1, ['role', 'contact_role', 'persona'], { values: ROLES }),
      f('locale', 'text', 1, ['locale', 'language', 'lang']),
      f('unsubscribed_at', 'instant', 2, ['unsubscribed_at', 'unsubscribed_on', 'opted_out_at']),
      f('last_active_at', 'instant', 2, ['last_active_at', 'last_login_at', 'last_seen_at', 'last_login']),
    ],
  },
  subscriptions: {
    attributes: true,
    fileNames: /subscription|contract|plan/,
    fields: [
      f('external_id', 'text', 4, ['subscription_id', 'subscriptionid', 'contract_id', 'id'], { required: true }),
      { ...ACCOUNT, required: true },
      f('plan', 'text', 1, PLAN_NAMES),
      f('seats', 'integer', 1, SEAT_NAMES, { min: 0 }),
      f(
        'billing_interval',
        'text',
        4,
        ['billing_frequency', 'billing_interval', 'billing_period', 'interval', 'billing_cycle', 'contract'],
        { values: INTERVALS },
      ),
      f('interval_count', 'integer', 1, ['interval_count'], { min: 1 }),
      CURRENCY,
      f('mrr', 'amount', 6, [
        'mrr',
        'mrr_amount',
        'monthly_recurring_revenue',
        'mrr_minor',
        'monthly_charges',
        'monthlycharges',
        'monthly_amount',
      ]),
      f('arr', 'amount', 4, ['arr', 'arr_amount', 'annual_recurring_revenue']),
      f('amount', 'amount', 1, ['amount', 'price', 'plan_amount', 'recurring_amount', 'unit_amount']),
      f('is_trial', 'boolean', 1, ['is_trial', 'trial', 'on_trial']),
      f(
        'started_on',
        'date',
        4,
        ['start_date', 'started_on', 'started_at', 'subscription_start', 'starts_at', 'contract_start'],
        { required: true },
      ),
      f('ended_on', 'date', 4, [
        'end_date',
        'ended_on',
        'ended_at',
        'canceled_at',
        'cancelled_at',
        'subscription_end',
        'contract_end',
      ]),
      f('auto_renews', 'boolean', 3, ['auto_renew_flag', 'auto_renew', 'auto_renews', 'renews_automatically']),
      f('was_upgraded', 'boolean', 2, ['upgrade_flag', 'was_upgraded', 'upgraded']),
      f('was_downgraded', 'boolean', 2, ['downgrade_flag', 'was_downgraded', 'downgraded']),
      f('imported_churned', 'boolean', 1, ['churn_flag', 'churned', 'is_churned']),
    ],
  },
  invoices: {
    attributes: true,
    fileNames: /invoice|bill/,
    fields: [
      f('external_id', 'text', 4, ['invoice_id', 'invoiceid', 'invoice_number', 'id', 'number'], { required: true }),
      { ...ACCOUNT, required: true },
      f('subscription', 'text', 1, ['subscription_id', 'subscription']),
      CURRENCY,
      f('subtotal', 'amount', 4, ['subtotal', 'net_amount', 'net', 'subtotal_minor']),
      f('tax', 'amount', 3, ['tax', 'tax_amount', 'vat', 'tax_minor']),
      f('total', 'amount', 4, ['total', 'total_amount', 'amount_due', 'gross_amount', 'amount', 'total_minor'], {
        required: true,
      }),
      f('status', 'text', 1, ['status', 'invoice_status', 'state'], { values: INVOICE_STATES }),
      f('issued_at', 'instant', 3, ['issued_at', 'invoice_date', 'issue_date', 'created', 'created_at', 'date'], {
        required: true,
      }),
      f('due_on', 'date', 4, ['due_date', 'due_on', 'due_at']),
      f('paid_at', 'instant', 4, ['paid_at', 'paid_on', 'payment_date', 'status_transitions_paid_at']),
      f('coupons', 'text', 1, ['coupon', 'coupon_code', 'coupons']),
    ],
  },
  refunds: {
    attributes: false,
    fileNames: /refund/,
    fields: [
      f('external_id', 'text', 5, ['refund_id', 'id'], { required: true }),
      f('invoice', 'text', 3, ['invoice_id', 'invoice', 'invoice_number'], { required: true }),
      f('amount', 'amount', 2, ['amount', 'refund_amount', 'refunded_amount'], { required: true }),
      CURRENCY,
      f('refunded_at', 'instant', 4, ['refunded_at', 'refund_date', 'created', 'created_at', 'date'], {
        required: true,
      }),
      f('reason', 'text', 1, ['reason', 'refund_reason']),
    ],
  },
  usage: {
    attributes: false,
    fileNames: /usage|event|activity/,
    fields: [
      f('external_id', 'text', 5, ['usage_id', 'event_id', 'message_id', 'id', 'uuid'], { required: true }),
      f('account', 'text', 1, ACCOUNT_NAMES),
      f('subscription', 'text', 1, ['subscription_id', 'subscription']),
      PERSON,
      f(
        'occurred_at',
        'instant',
        4,
        ['usage_date', 'occurred_at', 'event_time', 'timestamp', 'event_date', 'time', 'date', 'used_at'],
        { required: true },
      ),
      f('feature', 'text', 5, ['feature_name', 'feature', 'event_name', 'event', 'action'], { required: true }),
      f('quantity', 'integer', 2, ['usage_count', 'count', 'quantity', 'times'], { min: 0 }),
      f(
        'duration_s',
        'integer',
        3,
        ['usage_duration_secs', 'duration_s', 'duration_seconds', 'duration_secs', 'duration'],
        { min: 0 },
      ),
      f('error_count', 'integer', 3, ['error_count', 'errors'], { min: 0 }),
    ],
  },
  tickets: {
    attributes: true,
    fileNames: /ticket|case|conversation|support/,
    fields: [
      f('external_id', 'text', 5, ['ticket_id', 'conversation_id', 'case_id', 'ticketid', 'id'], { required: true }),
      ACCOUNT,
      PERSON,
      f('subject', 'text', 3, ['subject', 'ticket_subject', 'property_subject', 'source_subject']),
      f('topic', 'text', 1, ['topic', 'category', 'ticket_category', 'type']),
      f('status', 'text', 1, ['status', 'ticket_status', 'state'], { values: TICKET_STATES }),
      f('priority', 'text', 4, ['priority', 'ticket_priority', 'urgency'], { values: PRIORITIES }),
      f('severity', 'integer', 3, ['severity', 'severity_level'], { min: 1, max: 4 }),
      f(
        'opened_at',
        'instant',
        4,
        ['submitted_at', 'opened_at', 'ticket_created_at', 'created_at', 'created', 'createdate'],
        { required: true },
      ),
      f('closed_at', 'instant', 3, ['closed_at', 'solved_at', 'resolved_at', 'closed_date']),
      f(
        'first_response_minutes',
        'number',
        5,
        ['first_response_time_minutes', 'first_response_minutes', 'first_reply_minutes'],
        { min: 0, unit: 'minutes' },
      ),
      f('first_response_minutes', 'number', 5, ['first_response_time_hours', 'first_response_hours'], {
        min: 0,
        unit: 'hours',
      }),
      f('resolution_minutes', 'number', 5, ['resolution_minutes', 'resolution_time_minutes'], {
        min: 0,
        unit: 'minutes',
      }),
      f('resolution_minutes', 'number', 5, ['resolution_time_hours', 'resolution_hours'], { min: 0, unit: 'hours' }),
      f('reopened_count', 'integer', 3, ['reopened_count', 'reopens', 'reopen_count'], { min: 0 }),
      f('satisfaction', 'number', 4, ['satisfaction_score', 'satisfaction', 'csat', 'csat_score', 'rating'], {
        min: 0,
      }),
      f('satisfaction_scale', 'integer', 1, ['satisfaction_scale']),
      f('escalated', 'boolean', 4, ['escalation_flag', 'escalated', 'is_escalated']),
    ],
  },
  survey_answers: {
    attributes: true,
    fileNames: /survey|nps|csat|response|answer|feedback/,
    fields: [
      f('external_id', 'text', 4, ['response_id', 'answer_id', 'survey_response_id', 'id'], { required: true }),
      ACCOUNT,
      PERSON,
      f('survey', 'text', 3, ['survey_id', 'survey', 'survey_name']),
      f('kind', 'text', 2, ['survey_type', 'kind', 'type']),
      f('score', 'number', 4, ['nps_score', 'score', 'nps', 'csat', 'ces', 'rating'], { min: 0 }),
      f('scale_max', 'integer', 1, ['scale_max', 'scale']),
      f('answer_text', 'text', 3, ['answer_text', 'comment', 'answer', 'verbatim', 'feedback', 'feedback_text']),
      f(
        'answered_at',
        'instant',
        4,
        ['answered_at', 'responded_at', 'response_date', 'submitted_at', 'date', 'created_at'],
        { required: true },
      ),
    ],
  },
  churn_events: {
    attributes: true,
    fileNames: /churn|cancel/,
    fields: [
      f('external_id', 'text', 6, ['churn_event_id', 'churn_id', 'cancellation_id', 'id'], { required: true }),
      { ...ACCOUNT, required: true },
      f('churned_on', 'date', 6, ['churn_date', 'churned_on', 'churned_at', 'cancellation_date'], { required: true }),
      f('reason_code', 'text', 3, ['reason_code', 'churn_reason', 'reason', 'cancellation_reason']),
      f('refund', 'amount', 3, ['refund_amount', 'refund', 'refund_amount_usd']),
      CURRENCY,
      f('is_reactivation', 'boolean', 4, ['is_reactivation', 'reactivation', 'reactivated']),
      f('feedback', 'text', 2, ['feedback_text', 'feedback', 'comment']),
    ],
  },
};

/** The field of an entity a mapping names; undefined when there is none. `attributes.X` is a field where they exist. */
export function fieldOf(entity: Entity, to: string, unit?: ColumnMapping['unit']): Field | undefined {
  const catalog = CATALOG[entity];
  if (/^attributes\.[^.].*$/.test(to)) {
    return catalog.attributes ? { to, type: 'text', weight: 0, names: [] } : undefined;
  }
  const named = catalog.fields.filter((field) => field.to === to);
  return named.find((field) => field.unit === unit) ?? named[0];
}
