-- Generated from db/migrations by "npm run dump-schema". Do not edit.

create table account_needs (
  account_id text not null,
  need_id text not null,
  state text not null,
  source text not null,
  evidence text not null default ''::text,
  seen_at timestamp with time zone,
  decided_by text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint account_needs_source_check CHECK ((source = ANY (ARRAY['record'::text, 'answer'::text, 'ticket'::text, 'hand'::text]))),
  constraint account_needs_state_check CHECK ((state = ANY (ARRAY['suggested'::text, 'confirmed'::text, 'rejected'::text]))),
  constraint account_needs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_needs_need_id_fkey FOREIGN KEY (need_id) REFERENCES needs(id),
  constraint account_needs_pkey PRIMARY KEY (account_id, need_id)
);
CREATE INDEX account_needs_of ON public.account_needs USING btree (need_id, state);

create table account_signals (
  account_id text not null,
  first_on date not null,
  last_on date not null,
  events bigint not null,
  constraint account_signals_pkey PRIMARY KEY (account_id)
);
CREATE INDEX account_signals_last ON public.account_signals USING btree (last_on);

create table accounts (
  id text not null,
  source text not null,
  external_id text not null,
  name text not null,
  domain text,
  industry text,
  country text,
  size_band text,
  employees integer,
  plan text,
  seats integer,
  is_trial boolean,
  owner_name text,
  use_case text,
  pain_point text,
  signed_up_at timestamp with time zone,
  first_touch_channel text,
  last_touch_channel text,
  imported_source text,
  self_reported_source text,
  imported_churned boolean,
  imported_tenure_months integer,
  churn_notice_at timestamp with time zone,
  merged_into_id text,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint accounts_employees_check CHECK ((employees >= 0)),
  constraint accounts_imported_tenure_months_check CHECK ((imported_tenure_months >= 0)),
  constraint accounts_seats_check CHECK ((seats >= 0)),
  constraint accounts_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES accounts(id),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX accounts_domain ON public.accounts USING btree (domain) WHERE (domain IS NOT NULL);
CREATE INDEX accounts_external_id ON public.accounts USING btree (external_id);
CREATE INDEX accounts_merged ON public.accounts USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX accounts_name ON public.accounts USING btree (lower(name), id);
CREATE TRIGGER accounts_scored AFTER UPDATE ON public.accounts REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring_of_account();
CREATE TRIGGER accounts_scored_new AFTER INSERT ON public.accounts REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring_of_account();

create table api_keys (
  id text not null,
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  public_key text,
  constraint api_keys_check CHECK (((public_key IS NULL) OR (scopes = ARRAY['events:write'::text]))),
  constraint api_keys_name_check CHECK ((name <> ''::text)),
  constraint api_keys_scopes_check CHECK ((cardinality(scopes) > 0)),
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_public_key_key UNIQUE (public_key),
  constraint api_keys_secret_hash_key UNIQUE (secret_hash)
);

create table application_forms (
  programme_id text not null,
  fields jsonb not null,
  rules jsonb not null,
  reapply_days integer not null,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint application_forms_reapply_days_check CHECK (((reapply_days >= 0) AND (reapply_days <= 3650))),
  constraint application_forms_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint application_forms_pkey PRIMARY KEY (programme_id)
);

create table applications (
  id text not null,
  programme_id text not null,
  page_id text,
  partner_id text,
  email text not null,
  email_normalised text not null,
  name text not null,
  country text,
  answers jsonb not null,
  fields jsonb not null,
  terms_version integer not null,
  terms_text text not null,
  state text not null,
  reason_code text not null,
  reason text,
  decided_by text,
  decided_at timestamp with time zone,
  reapply_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint applications_check CHECK (((state = 'queued'::text) = (decided_at IS NULL))),
  constraint applications_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint applications_name_check CHECK ((name <> ''::text)),
  constraint applications_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'approved'::text, 'rejected'::text]))),
  constraint applications_page_id_fkey FOREIGN KEY (page_id) REFERENCES programme_pages(id),
  constraint applications_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint applications_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint applications_pkey PRIMARY KEY (id)
);
CREATE INDEX applications_mailbox ON public.applications USING btree (programme_id, email_normalised, created_at DESC);
CREATE INDEX applications_programme ON public.applications USING btree (programme_id, created_at DESC);
CREATE UNIQUE INDEX applications_one_waiting ON public.applications USING btree (programme_id, email_normalised) WHERE (state = 'queued'::text);

create table ask_exposures (
  account_id text not null,
  arm text not null,
  hold_bps integer not null,
  score numeric not null,
  ready_at timestamp with time zone not null,
  constraint ask_exposures_arm_check CHECK ((arm = ANY (ARRAY['ask'::text, 'hold'::text]))),
  constraint ask_exposures_hold_bps_check CHECK (((hold_bps >= 0) AND (hold_bps <= 5000))),
  constraint ask_exposures_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint ask_exposures_pkey PRIMARY KEY (account_id)
);
CREATE INDEX ask_exposures_arm ON public.ask_exposures USING btree (arm, ready_at);

create table ask_settings (
  id boolean not null default true,
  hold_bps integer not null,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint ask_settings_hold_bps_check CHECK (((hold_bps >= 0) AND (hold_bps <= 5000))),
  constraint ask_settings_id_check CHECK (id),
  constraint ask_settings_pkey PRIMARY KEY (id)
);

create table asks (
  id text not null,
  kind text not null,
  account_id text not null,
  person_id text not null,
  programme_id text,
  state text not null,
  readiness_score numeric,
  readiness_snapshot jsonb not null,
  subject text not null,
  body_text text not null,
  evidence jsonb not null,
  token_hash text,
  mail_id text,
  partner_id text,
  created_by text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  override_reason text,
  answer jsonb,
  answered_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint asks_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'case_study'::text, 'reference'::text, 'referral'::text, 'partnership'::text]))),
  constraint asks_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'cancelled'::text]))),
  constraint asks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint asks_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id),
  constraint asks_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint asks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint asks_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint asks_pkey PRIMARY KEY (id),
  constraint asks_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX asks_account ON public.asks USING btree (account_id, created_at DESC);
CREATE UNIQUE INDEX asks_one_open ON public.asks USING btree (person_id) WHERE (state = ANY (ARRAY['draft'::text, 'sent'::text]));

create table attribution_decisions (
  id text not null,
  conversion_event_id text not null,
  account_id text not null,
  rule text not null,
  outcome text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  partner_id text,
  programme_id text,
  binding_id text,
  considered jsonb not null,
  flags text[] not null default '{}'::text[],
  accrued boolean not null default false,
  earlier jsonb not null default '[]'::jsonb,
  decided_at timestamp with time zone not null,
  constraint attribution_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['credited'::text, 'unattributed'::text, 'refused'::text]))),
  constraint attribution_decisions_rule_check CHECK ((rule = ANY (ARRAY['R0'::text, 'R1'::text, 'R2'::text, 'R3'::text, 'R4'::text, 'R5'::text, 'R6'::text, 'R7'::text]))),
  constraint attribution_decisions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint attribution_decisions_binding_id_fkey FOREIGN KEY (binding_id) REFERENCES bindings(id),
  constraint attribution_decisions_conversion_event_id_fkey FOREIGN KEY (conversion_event_id) REFERENCES conversion_events(id),
  constraint attribution_decisions_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint attribution_decisions_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint attribution_decisions_pkey PRIMARY KEY (id),
  constraint attribution_decisions_conversion_event_id_key UNIQUE (conversion_event_id)
);
CREATE INDEX attribution_decisions_account ON public.attribution_decisions USING btree (account_id, decided_at DESC);
CREATE INDEX attribution_decisions_considered ON public.attribution_decisions USING gin (considered jsonb_path_ops);
CREATE INDEX attribution_decisions_partner ON public.attribution_decisions USING btree (partner_id, decided_at DESC) WHERE (partner_id IS NOT NULL);

create table audit_entries (
  id text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'key'::text, 'partner'::text, 'system'::text]))),
  constraint audit_entries_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entries_at ON public.audit_entries USING btree (at DESC);
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_kind, subject_id, at DESC);

create table auth.account (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_of_user ON auth.account USING btree (user_id);

create table auth.session (
  id text not null,
  token text not null,
  user_id text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX session_of_user ON auth.session USING btree (user_id);

create table auth.user (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint user_email_check CHECK ((email = lower(email))),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

create table bindings (
  id text not null,
  account_id text not null,
  programme_id text not null,
  partner_id text not null,
  rule text not null,
  link_id text,
  click_id text,
  coupon_code text,
  bound_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason text,
  constraint bindings_rule_check CHECK ((rule = ANY (ARRAY['R2'::text, 'R3'::text, 'R4'::text, 'R5'::text, 'R6'::text]))),
  constraint bindings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint bindings_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint bindings_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint bindings_pkey PRIMARY KEY (id)
);
CREATE INDEX bindings_account ON public.bindings USING btree (account_id);
CREATE INDEX bindings_click ON public.bindings USING btree (link_id, click_id) WHERE (click_id IS NOT NULL);
CREATE INDEX bindings_coupon ON public.bindings USING btree (coupon_code, rule) WHERE (coupon_code IS NOT NULL);
CREATE UNIQUE INDEX bindings_live ON public.bindings USING btree (account_id) WHERE ((ended_at IS NULL) AND (rule <> 'R2'::text));

create table certification_attempts (
  id text not null,
  programme_id text not null,
  partner_id text not null,
  kind text not null,
  state text not null,
  questions jsonb not null,
  answers jsonb not null,
  score_percent integer,
  proof_name text,
  proof_type text,
  proof bytea,
  note text,
  reason text,
  decided_by text,
  decided_at timestamp with time zone,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint certification_attempts_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
  constraint certification_attempts_check1 CHECK (((kind = 'proof'::text) = (proof IS NOT NULL))),
  constraint certification_attempts_kind_check CHECK ((kind = ANY (ARRAY['quiz'::text, 'proof'::text]))),
  constraint certification_attempts_score_percent_check CHECK (((score_percent >= 0) AND (score_percent <= 100))),
  constraint certification_attempts_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'passed'::text, 'failed'::text]))),
  constraint certification_attempts_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint certification_attempts_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint certification_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX certification_attempts_partner ON public.certification_attempts USING btree (programme_id, partner_id, created_at DESC);
CREATE INDEX certification_attempts_waiting ON public.certification_attempts USING btree (created_at) WHERE (state = 'waiting'::text);

create table certifications (
  programme_id text not null,
  name text not null,
  kind text not null,
  instructions text not null,
  pass_percent integer not null,
  valid_days integer,
  retry_hours integer not null,
  questions jsonb not null,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint certifications_kind_check CHECK ((kind = ANY (ARRAY['quiz'::text, 'proof'::text]))),
  constraint certifications_name_check CHECK ((name <> ''::text)),
  constraint certifications_pass_percent_check CHECK (((pass_percent >= 1) AND (pass_percent <= 100))),
  constraint certifications_retry_hours_check CHECK (((retry_hours >= 0) AND (retry_hours <= 8760))),
  constraint certifications_valid_days_check CHECK (((valid_days >= 1) AND (valid_days <= 3650))),
  constraint certifications_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint certifications_pkey PRIMARY KEY (programme_id)
);

create table channel_costs (
  month date not null,
  channel text not null,
  currency text not null,
  amount_minor bigint not null,
  amount_reporting_minor bigint,
  reporting_rate numeric,
  reporting_rate_source text,
  reporting_rate_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint channel_costs_amount_minor_check CHECK (((amount_minor >= 0) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint channel_costs_amount_reporting_minor_check CHECK (((amount_reporting_minor >= 0) AND (amount_reporting_minor <= '9007199254740991'::bigint))),
  constraint channel_costs_channel_check CHECK ((channel <> ''::text)),
  constraint channel_costs_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint channel_costs_month_check CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone))),
  constraint channel_costs_reporting_rate_check CHECK ((reporting_rate > (0)::numeric)),
  constraint channel_costs_pkey PRIMARY KEY (month, channel)
);

create table churn_claims (
  id text not null,
  account_id text not null,
  source text not null,
  external_id text not null,
  churned_on date not null,
  reason_code text,
  refund_minor bigint,
  currency text,
  is_reactivation boolean,
  feedback text,
  attributes jsonb not null default '{}'::jsonb,
  constraint churn_claims_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint churn_claims_refund_minor_check CHECK ((refund_minor >= 0)),
  constraint churn_claims_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint churn_claims_pkey PRIMARY KEY (id),
  constraint churn_claims_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX churn_claims_account ON public.churn_claims USING btree (account_id, churned_on);

create table churn_drifts (
  id text not null,
  model_id text not null,
  result jsonb not null,
  measured_at timestamp with time zone not null,
  constraint churn_drifts_model_id_fkey FOREIGN KEY (model_id) REFERENCES churn_models(id),
  constraint churn_drifts_pkey PRIMARY KEY (id)
);
CREATE INDEX churn_drifts_latest ON public.churn_drifts USING btree (model_id, measured_at DESC);

create table churn_models (
  id text not null,
  horizon_days smallint not null,
  outcome text not null,
  card jsonb not null,
  parameters jsonb,
  is_active boolean not null,
  trained_by text not null,
  trained_at timestamp with time zone not null,
  constraint churn_models_horizon_days_check CHECK ((horizon_days = ANY (ARRAY[30, 90, 180]))),
  constraint churn_models_outcome_check CHECK ((outcome <> ''::text)),
  constraint churn_models_pkey PRIMARY KEY (id)
);
CREATE INDEX churn_models_trained ON public.churn_models USING btree (horizon_days, trained_at DESC);
CREATE UNIQUE INDEX churn_models_one_active ON public.churn_models USING btree (horizon_days) WHERE is_active;

create table churn_risks (
  account_id text not null,
  horizon_days smallint not null,
  model_id text not null,
  risk numeric not null,
  level text not null,
  contributions json not null,
  mrr_minor bigint,
  currency text not null,
  data_at timestamp with time zone not null,
  scored_at timestamp with time zone not null,
  constraint churn_risks_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint churn_risks_horizon_days_check CHECK ((horizon_days = ANY (ARRAY[30, 90, 180]))),
  constraint churn_risks_level_check CHECK ((level = ANY (ARRAY['high'::text, 'raised'::text, 'low'::text]))),
  constraint churn_risks_mrr_minor_check CHECK (((mrr_minor >= 0) AND (mrr_minor <= '9007199254740991'::bigint))),
  constraint churn_risks_risk_check CHECK (((risk >= (0)::numeric) AND (risk <= (1)::numeric))),
  constraint churn_risks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint churn_risks_model_id_fkey FOREIGN KEY (model_id) REFERENCES churn_models(id),
  constraint churn_risks_pkey PRIMARY KEY (account_id, horizon_days)
);
CREATE INDEX churn_risks_ranked ON public.churn_risks USING btree (horizon_days, risk DESC, account_id);

create table churn_trainings (
  id text not null,
  horizon_days smallint not null,
  state text not null,
  progress double precision not null,
  model_id text,
  error text,
  started_by text not null,
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  constraint churn_trainings_horizon_days_check CHECK ((horizon_days = ANY (ARRAY[30, 90, 180]))),
  constraint churn_trainings_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint churn_trainings_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint churn_trainings_model_id_fkey FOREIGN KEY (model_id) REFERENCES churn_models(id),
  constraint churn_trainings_pkey PRIMARY KEY (id)
);
CREATE INDEX churn_trainings_latest ON public.churn_trainings USING btree (horizon_days, started_at DESC);
CREATE UNIQUE INDEX churn_trainings_one_open ON public.churn_trainings USING btree (horizon_days) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table clicks (
  link_id text not null,
  id text not null,
  partner_id text not null,
  programme_id text not null,
  occurred_at timestamp with time zone not null,
  visitor_key text,
  network_key text,
  consent boolean not null,
  kind text not null,
  known_account_id text,
  referrer_host text,
  sub jsonb,
  constraint clicks_kind_check CHECK ((kind = ANY (ARRAY['human'::text, 'bot'::text, 'prefetch'::text, 'head'::text]))),
  constraint clicks_pkey PRIMARY KEY (link_id, id, occurred_at)
) partition by range (occurred_at);
CREATE INDEX clicks_partner ON ONLY public.clicks USING btree (partner_id, occurred_at DESC);
CREATE INDEX clicks_visitor ON ONLY public.clicks USING btree (visitor_key, occurred_at) WHERE (visitor_key IS NOT NULL);

create table clicks_daily (
  link_id text not null,
  on_date date not null,
  kind text not null,
  clicks bigint not null,
  constraint clicks_daily_pkey PRIMARY KEY (link_id, on_date, kind)
);
CREATE INDEX clicks_daily_date ON public.clicks_daily USING btree (on_date);

create table commission_reversals (
  id text not null,
  commission_id text not null,
  conversion_event_id text,
  amount_minor bigint not null,
  was_paid boolean not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint commission_reversals_amount_minor_check CHECK (((abs(amount_minor) <= '9007199254740991'::bigint) AND ((amount_minor >= 0) OR (reason = 'refund_failed'::text)))),
  constraint commission_reversals_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(id),
  constraint commission_reversals_conversion_event_id_fkey FOREIGN KEY (conversion_event_id) REFERENCES conversion_events(id),
  constraint commission_reversals_pkey PRIMARY KEY (id),
  constraint commission_reversals_commission_id_conversion_event_id_key UNIQUE (commission_id, conversion_event_id)
);
CREATE INDEX commission_reversals_event ON public.commission_reversals USING btree (conversion_event_id) WHERE (conversion_event_id IS NOT NULL);

create table commissions (
  id text not null,
  dedupe_key text not null,
  decision_id text,
  programme_id text not null,
  partner_id text not null,
  account_id text,
  invoice_id text,
  referral_id text,
  rule text not null default 'sale'::text,
  part integer not null default 0,
  credited_partner_id text,
  terms_id text not null,
  currency text not null,
  base_minor bigint not null,
  gross_minor bigint not null,
  reversed_minor bigint not null default 0,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  calculation jsonb not null,
  flags text[] not null default '{}'::text[],
  holds text[] not null default '{}'::text[],
  budget_month text,
  vesting jsonb,
  pinned boolean not null default false,
  superseded_at timestamp with time zone,
  earned_at timestamp with time zone not null,
  available_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  moves integer not null default 0,
  created_at timestamp with time zone not null,
  constraint commissions_base_minor_check CHECK (((base_minor >= 0) AND (base_minor <= '9007199254740991'::bigint))),
  constraint commissions_check CHECK (((state <> 'refused'::text) OR (gross_minor = 0))),
  constraint commissions_check1 CHECK (((invoice_id IS NOT NULL) OR (referral_id IS NOT NULL))),
  constraint commissions_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint commissions_gross_minor_check CHECK (((gross_minor >= 0) AND (gross_minor <= '9007199254740991'::bigint))),
  constraint commissions_net CHECK (((reversed_minor >= 0) AND (reversed_minor <= gross_minor))),
  constraint commissions_rule_check CHECK ((rule = ANY (ARRAY['sale'::text, 'tier_top_up'::text, 'sub_partner'::text, 'bounty'::text, 'lead'::text]))),
  constraint commissions_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'held'::text, 'available'::text, 'paid'::text, 'reversed'::text, 'refused'::text]))),
  constraint commissions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint commissions_credited_partner_id_fkey FOREIGN KEY (credited_partner_id) REFERENCES partners(id),
  constraint commissions_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES attribution_decisions(id),
  constraint commissions_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint commissions_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint commissions_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint commissions_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES programme_terms(id),
  constraint commissions_pkey PRIMARY KEY (id),
  constraint commissions_dedupe_key_key UNIQUE (dedupe_key)
);
CREATE INDEX commissions_account ON public.commissions USING btree (account_id, earned_at);
CREATE INDEX commissions_budget ON public.commissions USING btree (programme_id, budget_month) WHERE (budget_month IS NOT NULL);
CREATE INDEX commissions_credited ON public.commissions USING btree (credited_partner_id, programme_id, earned_at);
CREATE INDEX commissions_decision ON public.commissions USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX commissions_due ON public.commissions USING btree (available_at, id) WHERE (state = 'pending'::text);
CREATE INDEX commissions_earned ON public.commissions USING btree (earned_at DESC, id DESC);
CREATE INDEX commissions_invoice ON public.commissions USING btree (invoice_id);
CREATE INDEX commissions_partner ON public.commissions USING btree (partner_id, earned_at DESC);
CREATE INDEX commissions_payable ON public.commissions USING btree (currency, partner_id) WHERE ((state = 'available'::text) OR ((state = 'paid'::text) AND (reversed_minor > 0)));
CREATE INDEX commissions_referral ON public.commissions USING btree (referral_id) WHERE (referral_id IS NOT NULL);

create table company_settings (
  id boolean not null default true,
  name text not null,
  reporting_currency text not null,
  zone text not null default 'UTC'::text,
  churn_definition text not null default 'subscriptions'::text,
  churn_grace_days integer not null default 0,
  gross_margin_bps integer,
  success_cost_year_minor bigint,
  success_hourly_cost_minor bigint,
  acquisition_cost_year_minor bigint,
  ltv_cac_guard numeric not null default 4,
  discount_rate_bps integer not null default 1000,
  product_url text,
  mail_from text,
  simulated boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint company_settings_acquisition_cost_year_minor_check CHECK ((acquisition_cost_year_minor >= 0)),
  constraint company_settings_churn_definition_check CHECK ((churn_definition = ANY (ARRAY['subscriptions'::text, 'flags'::text, 'events'::text]))),
  constraint company_settings_churn_grace_days_check CHECK (((churn_grace_days >= 0) AND (churn_grace_days <= 365))),
  constraint company_settings_discount_rate_bps_check CHECK (((discount_rate_bps >= 0) AND (discount_rate_bps <= 10000))),
  constraint company_settings_gross_margin_bps_check CHECK (((gross_margin_bps >= 0) AND (gross_margin_bps <= 10000))),
  constraint company_settings_id_check CHECK (id),
  constraint company_settings_ltv_cac_guard_check CHECK ((ltv_cac_guard > (0)::numeric)),
  constraint company_settings_name_check CHECK ((name <> ''::text)),
  constraint company_settings_reporting_currency_check CHECK ((reporting_currency ~ '^[A-Z]{3}$'::text)),
  constraint company_settings_success_cost_year_minor_check CHECK ((success_cost_year_minor >= 0)),
  constraint company_settings_success_hourly_cost_minor_check CHECK ((success_hourly_cost_minor >= 0)),
  constraint company_settings_pkey PRIMARY KEY (id)
);

create table conversion_events (
  id text not null,
  source text not null,
  event_id text not null,
  kind text not null,
  body_hash text not null,
  body jsonb not null,
  account_external_id text,
  invoice_external_id text,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  state text not null,
  parked_reason text,
  result jsonb,
  constraint conversion_events_kind_check CHECK ((kind = ANY (ARRAY['signup'::text, 'invoice'::text, 'refund'::text, 'dispute'::text]))),
  constraint conversion_events_state_check CHECK ((state = ANY (ARRAY['parked'::text, 'decided'::text, 'unattributed'::text]))),
  constraint conversion_events_pkey PRIMARY KEY (id),
  constraint conversion_events_source_kind_event_id_key UNIQUE (source, kind, event_id)
);
CREATE INDEX conversion_events_account ON public.conversion_events USING btree (account_external_id, occurred_at);
CREATE INDEX conversion_events_dispute ON public.conversion_events USING btree (((body ->> 'dispute_id'::text))) WHERE (kind = 'dispute'::text);
CREATE INDEX conversion_events_invoice ON public.conversion_events USING btree (invoice_external_id) WHERE (invoice_external_id IS NOT NULL);
CREATE INDEX conversion_events_parked ON public.conversion_events USING btree (account_external_id) WHERE (state = 'parked'::text);
CREATE INDEX conversion_events_received ON public.conversion_events USING btree (received_at DESC);
CREATE INDEX conversion_events_refund ON public.conversion_events USING btree (((body ->> 'refund_id'::text))) WHERE (kind = 'refund'::text);
CREATE INDEX conversion_events_visitor ON public.conversion_events USING btree (((body ->> 'visitor'::text))) WHERE (body ? 'visitor'::text);

create table coupons (
  code text not null,
  programme_id text not null,
  partner_id text not null,
  state text not null,
  accounts_at_most integer,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint coupons_accounts_at_most_check CHECK ((accounts_at_most > 0)),
  constraint coupons_code_check CHECK ((code = upper(code))),
  constraint coupons_state_check CHECK ((state = ANY (ARRAY['active'::text, 'ended'::text]))),
  constraint coupons_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint coupons_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint coupons_pkey PRIMARY KEY (code)
);

create table credit_notes (
  id text not null,
  source text not null,
  external_id text not null,
  invoice_external_id text not null,
  amount_minor bigint not null,
  currency text not null,
  settled_by text not null,
  reason text,
  body_hash text not null,
  issued_at timestamp with time zone not null,
  voided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint credit_notes_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint credit_notes_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint credit_notes_settled_by_check CHECK ((settled_by = ANY (ARRAY['refund'::text, 'balance'::text, 'reduction'::text]))),
  constraint credit_notes_pkey PRIMARY KEY (id),
  constraint credit_notes_source_external_id_key UNIQUE (source, external_id)
);

create table credit_use_items (
  credit_use_id text not null,
  grant_id text not null,
  used_minor bigint not null,
  constraint credit_use_items_used_minor_check CHECK (((used_minor >= 0) AND (used_minor <= '9007199254740991'::bigint))),
  constraint credit_use_items_credit_use_id_fkey FOREIGN KEY (credit_use_id) REFERENCES credit_uses(id),
  constraint credit_use_items_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id),
  constraint credit_use_items_pkey PRIMARY KEY (credit_use_id, grant_id),
  constraint credit_use_items_grant_id_key UNIQUE (grant_id)
);

create table credit_uses (
  id text not null,
  account_id text not null,
  invoice_external_id text not null,
  currency text not null,
  invoice_minor bigint not null,
  used_minor bigint not null,
  actor_id text not null,
  at timestamp with time zone not null,
  constraint credit_uses_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint credit_uses_invoice_minor_check CHECK (((invoice_minor >= 0) AND (invoice_minor <= '9007199254740991'::bigint))),
  constraint credit_uses_within_invoice CHECK (((used_minor >= 0) AND (used_minor <= invoice_minor))),
  constraint credit_uses_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_uses_pkey PRIMARY KEY (id),
  constraint credit_uses_account_id_invoice_external_id_key UNIQUE (account_id, invoice_external_id)
);

create table deferred_leads (
  account_external_id text not null,
  click_token text not null,
  noted_at timestamp with time zone not null,
  constraint deferred_leads_pkey PRIMARY KEY (account_external_id)
);

create table enrolments (
  id text not null,
  programme_id text not null,
  partner_id text not null,
  state text not null,
  terms_accepted_version integer not null,
  terms_accepted_at timestamp with time zone not null,
  enrolled_at timestamp with time zone not null,
  origin text not null default 'invited'::text,
  enrolled_by text not null default 'system'::text,
  earning_override jsonb,
  constraint enrolments_origin_check CHECK ((origin = ANY (ARRAY['invited'::text, 'applied'::text, 'joined'::text]))),
  constraint enrolments_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text]))),
  constraint enrolments_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint enrolments_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint enrolments_pkey PRIMARY KEY (id),
  constraint enrolments_programme_id_partner_id_key UNIQUE (programme_id, partner_id)
);
CREATE INDEX enrolments_partner ON public.enrolments USING btree (partner_id);

create table event_aliases (
  name text not null,
  user_name text not null,
  updated_at timestamp with time zone not null,
  constraint event_aliases_pkey PRIMARY KEY (name)
);
CREATE INDEX event_aliases_user ON public.event_aliases USING btree (user_name);

create table event_arrivals (
  id text not null,
  received_at timestamp with time zone not null,
  key_id text not null,
  door text not null,
  kind text not null,
  event_name text,
  user_name text,
  account_id text,
  outcome text not null,
  reason text,
  constraint event_arrivals_outcome_check CHECK ((outcome = ANY (ARRAY['counted'::text, 'learned'::text, 'ignored'::text, 'waiting'::text, 'refused'::text]))),
  constraint event_arrivals_pkey PRIMARY KEY (id)
);

create table event_mappings (
  event_name text not null,
  action text not null,
  feature text,
  quantity_property text,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint event_mappings_action_check CHECK ((action = ANY (ARRAY['count'::text, 'ignore'::text]))),
  constraint event_mappings_event_name_check CHECK ((event_name <> ''::text)),
  constraint event_mappings_feature_check CHECK ((feature <> ''::text)),
  constraint event_mappings_quantity_property_check CHECK ((quantity_property <> ''::text)),
  constraint event_mappings_pkey PRIMARY KEY (event_name)
);

create table event_quarantine (
  id text not null,
  dedupe_key text not null,
  key_id text not null,
  door text not null,
  state text not null,
  reason text not null,
  event_name text,
  user_name text,
  anonymous_name text,
  account_name text,
  received_at timestamp with time zone not null,
  attempts integer not null default 1,
  payload text not null,
  is_whole boolean not null,
  constraint event_quarantine_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'refused'::text]))),
  constraint event_quarantine_pkey PRIMARY KEY (id),
  constraint event_quarantine_dedupe_key_key UNIQUE (dedupe_key)
);
CREATE INDEX event_quarantine_account ON public.event_quarantine USING btree (account_name) WHERE ((state = 'waiting'::text) AND (account_name IS NOT NULL));
CREATE INDEX event_quarantine_reason ON public.event_quarantine USING btree (reason, received_at DESC);
CREATE INDEX event_quarantine_recent ON public.event_quarantine USING btree (received_at DESC, id DESC);
CREATE INDEX event_quarantine_user ON public.event_quarantine USING btree (user_name) WHERE ((state = 'waiting'::text) AND (user_name IS NOT NULL));
CREATE INDEX event_quarantine_visitor ON public.event_quarantine USING btree (anonymous_name) WHERE ((state = 'waiting'::text) AND (anonymous_name IS NOT NULL));

create table event_settings (
  id boolean not null default true,
  unlisted text not null,
  updated_at timestamp with time zone not null,
  constraint event_settings_id_check CHECK (id),
  constraint event_settings_unlisted_check CHECK ((unlisted = ANY (ARRAY['count'::text, 'hold'::text]))),
  constraint event_settings_pkey PRIMARY KEY (id)
);

create table event_source_days (
  key_id text not null,
  on_date date not null,
  outcome text not null,
  events bigint not null,
  last_at timestamp with time zone not null,
  constraint event_source_days_outcome_check CHECK ((outcome = ANY (ARRAY['counted'::text, 'learned'::text, 'ignored'::text, 'waiting'::text, 'refused'::text]))),
  constraint event_source_days_pkey PRIMARY KEY (key_id, on_date, outcome)
);

create table event_users (
  user_name text not null,
  person_id text not null,
  updated_at timestamp with time zone not null,
  constraint event_users_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint event_users_pkey PRIMARY KEY (user_name)
);

create table exchange_rates (
  currency text not null,
  reporting_currency text not null,
  on_date date not null,
  rate numeric not null,
  source text not null,
  constraint exchange_rates_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint exchange_rates_rate_check CHECK ((rate > (0)::numeric)),
  constraint exchange_rates_reporting_currency_check CHECK ((reporting_currency ~ '^[A-Z]{3}$'::text)),
  constraint exchange_rates_pkey PRIMARY KEY (currency, reporting_currency, on_date)
);

create table firehose_retention (
  firehose text not null,
  months_kept integer,
  whole_from date,
  closed_before date,
  constraint firehose_retention_firehose_check CHECK ((firehose = ANY (ARRAY['usage'::text, 'clicks'::text]))),
  constraint firehose_retention_months_kept_check CHECK (((months_kept >= 1) AND (months_kept <= 240))),
  constraint firehose_retention_pkey PRIMARY KEY (firehose)
);

create table followed_paths (
  version integer not null,
  name text not null,
  steps jsonb not null,
  landmark_day integer not null,
  search_id text,
  note text not null default ''::text,
  is_active boolean not null,
  chosen_by text not null,
  chosen_at timestamp with time zone not null,
  constraint followed_paths_landmark_day_check CHECK (((landmark_day >= 1) AND (landmark_day <= 365))),
  constraint followed_paths_name_check CHECK ((name <> ''::text)),
  constraint followed_paths_version_check CHECK ((version > 0)),
  constraint followed_paths_search_id_fkey FOREIGN KEY (search_id) REFERENCES path_searches(id),
  constraint followed_paths_pkey PRIMARY KEY (version)
);
CREATE UNIQUE INDEX followed_paths_one_active ON public.followed_paths USING btree ((true)) WHERE is_active;

create table gate_evidence (
  id text not null,
  programme_id text not null,
  partner_id text,
  gate text not null,
  passed boolean not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  evidence jsonb not null,
  actor_id text not null,
  recorded_at timestamp with time zone not null,
  constraint gate_evidence_check CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
  constraint gate_evidence_gate_check CHECK ((gate = ANY (ARRAY['invitation'::text, 'application'::text, 'entry_fee'::text, 'certification'::text, 'company_readiness'::text]))),
  constraint gate_evidence_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint gate_evidence_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint gate_evidence_pkey PRIMARY KEY (id)
);
CREATE INDEX gate_evidence_subject ON public.gate_evidence USING btree (programme_id, partner_id, gate, valid_from);
CREATE TRIGGER gate_evidence_append_only BEFORE DELETE OR UPDATE ON public.gate_evidence FOR EACH ROW EXECUTE FUNCTION refuse_evidence_change();

create table gifts (
  id text not null,
  name text not null,
  description text not null default ''::text,
  interests text[] not null default '{}'::text[],
  worth_minor bigint not null,
  currency text not null,
  stock integer not null,
  needs_address boolean not null,
  countries text[] not null default '{}'::text[],
  state text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gifts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint gifts_name_check CHECK ((name <> ''::text)),
  constraint gifts_state_check CHECK ((state = ANY (ARRAY['active'::text, 'ended'::text]))),
  constraint gifts_stock CHECK ((stock >= 0)),
  constraint gifts_worth_minor_check CHECK (((worth_minor >= 0) AND (worth_minor <= '9007199254740991'::bigint))),
  constraint gifts_pkey PRIMARY KEY (id)
);

create table grant_addresses (
  grant_id text not null,
  token_hash text,
  asked_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  address jsonb,
  consent_text text,
  given_at timestamp with time zone,
  erased_at timestamp with time zone,
  constraint grant_addresses_check CHECK (((address IS NULL) OR ((consent_text IS NOT NULL) AND (given_at IS NOT NULL)))),
  constraint grant_addresses_check1 CHECK (((erased_at IS NULL) OR (address IS NULL))),
  constraint grant_addresses_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id),
  constraint grant_addresses_pkey PRIMARY KEY (grant_id),
  constraint grant_addresses_token_hash_key UNIQUE (token_hash)
);

create table grant_changes (
  seq bigint not null,
  grant_id text not null,
  from_state text,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  actor_kind text not null,
  actor_id text not null,
  at timestamp with time zone not null,
  constraint grant_changes_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id),
  constraint grant_changes_pkey PRIMARY KEY (seq)
);
CREATE INDEX grant_changes_grant ON public.grant_changes USING btree (grant_id, seq);

create table grants (
  id text not null,
  dedupe_key text not null,
  trigger_id text,
  programme_id text not null,
  partner_id text not null,
  account_id text,
  referral_id text,
  reward_key text not null,
  reward jsonb not null,
  kind text not null,
  receiver text not null,
  receiver_account_id text,
  currency text not null,
  amount_minor bigint not null,
  quantity integer not null,
  tax_value_minor bigint not null,
  used_minor bigint,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  flags text[] not null default '{}'::text[],
  promised_at timestamp with time zone not null,
  earned_at timestamp with time zone,
  ready_at timestamp with time zone,
  due_on date,
  expires_at timestamp with time zone,
  sent_at timestamp with time zone,
  told_at timestamp with time zone,
  delivered_at timestamp with time zone,
  waits_for text,
  gift_id text,
  tracking text,
  code_sealed text,
  created_at timestamp with time zone not null,
  constraint grants_amount_minor_check CHECK (((amount_minor >= 0) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint grants_check CHECK (((used_minor >= 0) AND (used_minor <= amount_minor))),
  constraint grants_check1 CHECK (((kind = 'gift'::text) OR (gift_id IS NULL))),
  constraint grants_check2 CHECK (((state = ANY (ARRAY['promised'::text, 'refused'::text, 'revoked'::text, 'expired'::text])) OR (earned_at IS NOT NULL))),
  constraint grants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint grants_kind_check CHECK ((kind = ANY (ARRAY['company_credit'::text, 'free_months'::text, 'discount'::text, 'feature_unlock'::text, 'gift'::text, 'gift_card'::text, 'donation'::text]))),
  constraint grants_quantity_check CHECK ((quantity >= 0)),
  constraint grants_receiver_check CHECK ((receiver = ANY (ARRAY['referrer'::text, 'company'::text, 'friend'::text]))),
  constraint grants_refused_is_nothing CHECK (((state <> 'refused'::text) OR ((amount_minor = 0) AND (quantity = 0)))),
  constraint grants_state_check CHECK ((state = ANY (ARRAY['promised'::text, 'earned'::text, 'held'::text, 'ready'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'expired'::text, 'revoked'::text, 'refused'::text]))),
  constraint grants_tax_value_minor_check CHECK (((tax_value_minor >= 0) AND (tax_value_minor <= '9007199254740991'::bigint))),
  constraint grants_waits_for_check CHECK ((waits_for = ANY (ARRAY['address'::text, 'gift'::text]))),
  constraint grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint grants_gift_id_fkey FOREIGN KEY (gift_id) REFERENCES gifts(id),
  constraint grants_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint grants_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint grants_receiver_account_id_fkey FOREIGN KEY (receiver_account_id) REFERENCES accounts(id),
  constraint grants_trigger_id_fkey FOREIGN KEY (trigger_id) REFERENCES reward_triggers(id),
  constraint grants_pkey PRIMARY KEY (id),
  constraint grants_dedupe_key_key UNIQUE (dedupe_key)
);
CREATE INDEX grants_account ON public.grants USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX grants_due ON public.grants USING btree (ready_at, id) WHERE (state = 'earned'::text);
CREATE INDEX grants_open ON public.grants USING btree (due_on, id) WHERE (state = ANY (ARRAY['ready'::text, 'failed'::text]));
CREATE INDEX grants_partner ON public.grants USING btree (partner_id, promised_at DESC);
CREATE INDEX grants_promised ON public.grants USING btree (promised_at DESC, id DESC);
CREATE INDEX grants_receiver ON public.grants USING btree (receiver_account_id, kind) WHERE (receiver_account_id IS NOT NULL);
CREATE INDEX grants_sent ON public.grants USING btree (sent_at, id) WHERE (state = 'sent'::text);
CREATE INDEX grants_trigger ON public.grants USING btree (trigger_id);

create table health_backtests (
  id text not null,
  model_id text not null,
  result jsonb not null,
  run_at timestamp with time zone not null,
  constraint health_backtests_model_id_fkey FOREIGN KEY (model_id) REFERENCES health_models(id),
  constraint health_backtests_pkey PRIMARY KEY (id)
);
CREATE INDEX health_backtests_model ON public.health_backtests USING btree (model_id, run_at DESC);

create table health_drifts (
  id text not null,
  model_id text not null,
  result jsonb not null,
  run_at timestamp with time zone not null,
  constraint health_drifts_model_id_fkey FOREIGN KEY (model_id) REFERENCES health_models(id),
  constraint health_drifts_pkey PRIMARY KEY (id)
);
CREATE INDEX health_drifts_run ON public.health_drifts USING btree (run_at DESC);

create table health_models (
  id text not null,
  version integer not null,
  name text not null,
  definition jsonb not null,
  is_active boolean not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  reason text,
  activated_at timestamp with time zone,
  activated_by text,
  constraint health_models_version_check CHECK ((version >= 1)),
  constraint health_models_pkey PRIMARY KEY (id),
  constraint health_models_name_version_key UNIQUE (name, version)
);
CREATE UNIQUE INDEX health_models_one_active ON public.health_models USING btree (is_active) WHERE is_active;

create table health_overrides (
  id text not null,
  account_id text not null,
  band text not null,
  reason text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint health_overrides_band_check CHECK ((band = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text]))),
  constraint health_overrides_reason_check CHECK ((reason <> ''::text)),
  constraint health_overrides_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint health_overrides_pkey PRIMARY KEY (id)
);
CREATE INDEX health_overrides_account ON public.health_overrides USING btree (account_id) WHERE (ended_at IS NULL);
CREATE TRIGGER health_overrides_scored AFTER UPDATE ON public.health_overrides REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER health_overrides_scored_new AFTER INSERT ON public.health_overrides REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table health_scores (
  id text not null,
  account_id text not null,
  model_id text not null,
  score numeric,
  band text not null,
  coverage numeric not null,
  contributions json not null,
  data_at timestamp with time zone not null,
  scored_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint health_scores_band_check CHECK ((band = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'unknown'::text]))),
  constraint health_scores_coverage_check CHECK (((coverage >= (0)::numeric) AND (coverage <= (1)::numeric))),
  constraint health_scores_score_check CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
  constraint health_scores_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint health_scores_model_id_fkey FOREIGN KEY (model_id) REFERENCES health_models(id),
  constraint health_scores_pkey PRIMARY KEY (id)
);
CREATE INDEX health_scores_history ON public.health_scores USING btree (account_id, scored_at DESC);
CREATE UNIQUE INDEX health_scores_present ON public.health_scores USING btree (account_id) WHERE (superseded_at IS NULL);

create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  response_status integer,
  response_body jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);

create table import_files (
  import_id text not null,
  file text not null,
  entity text not null,
  size_bytes bigint not null,
  state text not null,
  rows_read bigint not null default 0,
  rows_inserted bigint not null default 0,
  rows_updated bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_rejected bigint not null default 0,
  repeated_ids bigint not null default 0,
  rows_orphaned bigint not null default 0,
  error text,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint import_files_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'skipped'::text, 'failed'::text]))),
  constraint import_files_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint import_files_pkey PRIMARY KEY (import_id, file, entity)
);

create table import_rejects (
  import_id text not null,
  file text not null,
  entity text not null,
  line bigint not null,
  reason text not null,
  field text,
  row_text text not null,
  repeated jsonb,
  constraint import_rejects_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint import_rejects_pkey PRIMARY KEY (import_id, file, entity, line)
);

create table imports (
  id text not null,
  label text not null,
  state text not null,
  folder text not null,
  mapping jsonb not null,
  plan jsonb not null default '{}'::jsonb,
  started_by text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  error text,
  constraint imports_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint imports_pkey PRIMARY KEY (id)
);
CREATE INDEX imports_started ON public.imports USING btree (started_at DESC);

create table intake_positions (
  edge_id text not null,
  segment bigint not null,
  position bigint not null,
  moved_at timestamp with time zone not null,
  constraint intake_positions_pkey PRIMARY KEY (edge_id)
);

create table intake_rejects (
  edge_id text not null,
  segment bigint not null,
  position bigint not null,
  kind smallint not null,
  received_at timestamp with time zone not null,
  payload bytea not null,
  reason text not null,
  rejected_at timestamp with time zone not null,
  constraint intake_rejects_pkey PRIMARY KEY (edge_id, segment, "position")
);

create table invoice_disputes (
  id text not null,
  invoice_id text not null,
  source text not null,
  external_id text not null,
  amount_minor bigint not null,
  fee_minor bigint not null default 0,
  currency text not null,
  state text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint invoice_disputes_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint invoice_disputes_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_disputes_fee_minor_check CHECK (((fee_minor >= 0) AND (fee_minor <= '9007199254740991'::bigint))),
  constraint invoice_disputes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint invoice_disputes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_disputes_pkey PRIMARY KEY (id),
  constraint invoice_disputes_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX invoice_disputes_invoice ON public.invoice_disputes USING btree (invoice_id);

create table invoice_lines (
  invoice_id text not null,
  line_no integer not null,
  product text,
  description text,
  quantity integer,
  amount_minor bigint not null,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  constraint invoice_lines_amount_minor_check CHECK (((amount_minor >= '-9007199254740991'::bigint) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint invoice_lines_discount_minor_check CHECK (((discount_minor >= 0) AND (discount_minor <= '9007199254740991'::bigint))),
  constraint invoice_lines_line_no_check CHECK ((line_no >= 1)),
  constraint invoice_lines_quantity_check CHECK ((quantity >= 0)),
  constraint invoice_lines_tax_minor_check CHECK (((tax_minor >= '-9007199254740991'::bigint) AND (tax_minor <= '9007199254740991'::bigint))),
  constraint invoice_lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_lines_pkey PRIMARY KEY (invoice_id, line_no)
);

create table invoice_refund_failures (
  source text not null,
  external_id text not null,
  invoice_external_id text not null,
  failed_at timestamp with time zone not null,
  reason text,
  constraint invoice_refund_failures_pkey PRIMARY KEY (source, external_id)
);

create table invoice_refunds (
  id text not null,
  invoice_id text not null,
  source text not null,
  external_id text not null,
  amount_minor bigint not null,
  currency text not null,
  refunded_at timestamp with time zone not null,
  reason text,
  constraint invoice_refunds_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint invoice_refunds_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_refunds_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_refunds_pkey PRIMARY KEY (id),
  constraint invoice_refunds_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX invoice_refunds_invoice ON public.invoice_refunds USING btree (invoice_id);

create table invoices (
  id text not null,
  account_id text not null,
  source text not null,
  external_id text not null,
  subscription_external_id text,
  currency text not null,
  subtotal_minor bigint not null,
  tax_minor bigint not null default 0,
  total_minor bigint not null,
  credit_applied_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  total_reporting_minor bigint,
  reporting_rate numeric,
  reporting_rate_source text,
  reporting_rate_on date,
  status text not null,
  issued_at timestamp with time zone not null,
  due_on date,
  paid_at timestamp with time zone,
  coupons text[] not null default '{}'::text[],
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint invoices_credit_applied_minor_check CHECK (((credit_applied_minor >= 0) AND (credit_applied_minor <= '9007199254740991'::bigint))),
  constraint invoices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoices_refunded_minor_check CHECK (((refunded_minor >= 0) AND (refunded_minor <= '9007199254740991'::bigint))),
  constraint invoices_reporting_rate_check CHECK ((reporting_rate > (0)::numeric)),
  constraint invoices_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'paid'::text, 'uncollectible'::text, 'void'::text]))),
  constraint invoices_subtotal_minor_check CHECK (((subtotal_minor >= '-9007199254740991'::bigint) AND (subtotal_minor <= '9007199254740991'::bigint))),
  constraint invoices_tax_minor_check CHECK (((tax_minor >= '-9007199254740991'::bigint) AND (tax_minor <= '9007199254740991'::bigint))),
  constraint invoices_total_minor_check CHECK (((total_minor >= '-9007199254740991'::bigint) AND (total_minor <= '9007199254740991'::bigint))),
  constraint invoices_total_reporting_minor_check CHECK (((total_reporting_minor >= '-9007199254740991'::bigint) AND (total_reporting_minor <= '9007199254740991'::bigint))),
  constraint invoices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX invoices_account ON public.invoices USING btree (account_id, issued_at);
CREATE INDEX invoices_coupons ON public.invoices USING gin (coupons) WHERE (coupons <> '{}'::text[]);
CREATE INDEX invoices_issued ON public.invoices USING btree (issued_at);
CREATE INDEX invoices_open ON public.invoices USING btree (due_on) WHERE (status = 'open'::text);
CREATE TRIGGER invoices_scored AFTER UPDATE ON public.invoices REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER invoices_scored_new AFTER INSERT ON public.invoices REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table ledger_accounts (
  id text not null,
  kind text not null,
  owner_id text not null,
  currency text not null,
  balance_minor bigint not null default 0,
  constraint ledger_accounts_balance_minor_check CHECK (((balance_minor >= '-9007199254740991'::bigint) AND (balance_minor <= '9007199254740991'::bigint))),
  constraint ledger_accounts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint ledger_accounts_expense_floor CHECK (((kind <> 'programme.expense'::text) OR (balance_minor <= 0))),
  constraint ledger_accounts_floor CHECK (((kind = ANY (ARRAY['programme.expense'::text, 'partner.available'::text, 'fx'::text, 'writeoff'::text])) OR (balance_minor >= 0))),
  constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['programme.expense'::text, 'partner.pending'::text, 'partner.held'::text, 'partner.available'::text, 'payout.in_transit'::text, 'tax.withheld'::text, 'cash'::text, 'company.credit'::text, 'credit.used'::text, 'fx'::text, 'writeoff'::text]))),
  constraint ledger_accounts_pkey PRIMARY KEY (id),
  constraint ledger_accounts_kind_owner_id_currency_key UNIQUE (kind, owner_id, currency)
);
CREATE TRIGGER ledger_accounts_guard BEFORE UPDATE ON public.ledger_accounts FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION guard_ledger_account();
CREATE TRIGGER ledger_accounts_keep BEFORE DELETE ON public.ledger_accounts FOR EACH ROW EXECUTE FUNCTION guard_ledger_account();
CREATE TRIGGER ledger_accounts_no_truncate BEFORE TRUNCATE ON public.ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_accounts_start BEFORE INSERT ON public.ledger_accounts FOR EACH ROW WHEN ((new.balance_minor <> 0)) EXECUTE FUNCTION guard_ledger_account();

create table ledger_transfers (
  id text not null,
  idempotency_key text not null,
  event text not null,
  debit_account_id text not null,
  credit_account_id text not null,
  currency text not null,
  amount_minor bigint not null,
  ref_kind text not null,
  ref_id text not null,
  reason text,
  at timestamp with time zone not null,
  seq bigint not null,
  constraint ledger_transfers_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint ledger_transfers_check CHECK ((debit_account_id <> credit_account_id)),
  constraint ledger_transfers_event_check CHECK ((event = ANY (ARRAY['accrue'::text, 'mature'::text, 'hold'::text, 'release'::text, 'reverse'::text, 'payout_claimed'::text, 'withheld'::text, 'payout_confirmed'::text, 'payout_failed'::text, 'payout_returned'::text, 'convert'::text, 'writeoff'::text, 'credit_granted'::text, 'credit_used'::text, 'credit_lapsed'::text]))),
  constraint ledger_transfers_pkey PRIMARY KEY (id),
  constraint ledger_transfers_idempotency_key_key UNIQUE (idempotency_key),
  constraint ledger_transfers_seq_key UNIQUE (seq)
);
CREATE INDEX ledger_transfers_credit ON public.ledger_transfers USING btree (credit_account_id, at);
CREATE INDEX ledger_transfers_debit ON public.ledger_transfers USING btree (debit_account_id, at);
CREATE INDEX ledger_transfers_ref ON public.ledger_transfers USING btree (ref_kind, ref_id);
CREATE TRIGGER ledger_transfers_append_only BEFORE DELETE OR UPDATE ON public.ledger_transfers FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_transfers_apply AFTER INSERT ON public.ledger_transfers REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION apply_ledger_transfers();
CREATE TRIGGER ledger_transfers_no_truncate BEFORE TRUNCATE ON public.ledger_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

create table link_domains (
  domain text not null,
  token text not null,
  verified_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint link_domains_domain_check CHECK ((domain = lower(domain))),
  constraint link_domains_pkey PRIMARY KEY (domain)
);

create table link_signals (
  link_id text not null,
  people bigint not null,
  others bigint not null,
  last_on date not null,
  constraint link_signals_pkey PRIMARY KEY (link_id)
);

create table links (
  id text not null,
  code text not null,
  programme_id text not null,
  partner_id text not null,
  target_url text not null,
  state text not null,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  target_rules jsonb not null default '[]'::jsonb,
  constraint links_code_check CHECK ((code ~ '^[A-Za-z0-9_-]{3,64}$'::text)),
  constraint links_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text]))),
  constraint links_target_rules_check CHECK (((jsonb_typeof(target_rules) = 'array'::text) AND (jsonb_array_length(target_rules) <= 20))),
  constraint links_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint links_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint links_pkey PRIMARY KEY (id),
  constraint links_code_key UNIQUE (code)
);
CREATE INDEX links_code_folded ON public.links USING btree (lower(code));
CREATE INDEX links_partner ON public.links USING btree (partner_id, created_at);
CREATE TRIGGER links_told AFTER INSERT OR DELETE OR UPDATE ON public.links FOR EACH ROW EXECUTE FUNCTION tell_link_change();

create table mails (
  id text not null,
  to_address text not null,
  to_name text,
  subject text not null,
  body_text text not null,
  body_html text,
  kind text not null,
  subject_kind text,
  subject_id text,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text]))),
  constraint mails_pkey PRIMARY KEY (id)
);
CREATE INDEX mails_created ON public.mails USING btree (created_at DESC);

create table members (
  user_id text not null,
  role text not null,
  partner_id text,
  invited_by text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  constraint members_check CHECK (((role = 'partner'::text) = (partner_id IS NOT NULL))),
  constraint members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'finance'::text, 'viewer'::text, 'partner'::text]))),
  constraint members_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint members_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id),
  constraint members_pkey PRIMARY KEY (user_id)
);
CREATE UNIQUE INDEX members_partner ON public.members USING btree (partner_id) WHERE (partner_id IS NOT NULL);

create table needs (
  id text not null,
  kind text not null,
  name text not null,
  description text not null default ''::text,
  keywords text[] not null default '{}'::text[],
  usp text not null default ''::text,
  asset text not null default ''::text,
  page_url text not null default ''::text,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint needs_kind_check CHECK ((kind = ANY (ARRAY['pain_point'::text, 'use_case'::text]))),
  constraint needs_name_check CHECK ((name <> ''::text)),
  constraint needs_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX needs_name ON public.needs USING btree (kind, lower(name)) WHERE (archived_at IS NULL);

create table outbox (
  id text not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_undelivered ON public.outbox USING btree (created_at) WHERE (delivered_at IS NULL);

create table partner_states (
  partner_id text not null,
  state text not null,
  at timestamp with time zone not null,
  actor_id text not null,
  reason text,
  constraint partner_states_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'approved'::text, 'suspended'::text, 'closed'::text]))),
  constraint partner_states_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint partner_states_pkey PRIMARY KEY (partner_id, at)
);

create table partners (
  id text not null,
  kind text not null,
  name text not null,
  email text not null,
  email_normalised text not null,
  account_id text,
  person_id text,
  state text not null,
  approved_at timestamp with time zone,
  country text,
  categories text[] not null default '{}'::text[],
  parent_partner_id text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint partners_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint partners_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'affiliate'::text, 'creator'::text, 'agency'::text, 'adviser'::text, 'reader'::text]))),
  constraint partners_name_check CHECK ((name <> ''::text)),
  constraint partners_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'approved'::text, 'suspended'::text, 'closed'::text]))),
  constraint partners_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint partners_parent_partner_id_fkey FOREIGN KEY (parent_partner_id) REFERENCES partners(id),
  constraint partners_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint partners_pkey PRIMARY KEY (id),
  constraint partners_email_normalised_key UNIQUE (email_normalised)
);
CREATE INDEX partners_account ON public.partners USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE TRIGGER partners_told AFTER UPDATE OF state ON public.partners FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION tell_state_change('partner');

create table path_searches (
  id text not null,
  state text not null,
  progress double precision not null,
  parameters jsonb not null,
  result jsonb,
  error text,
  started_by text not null,
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  constraint path_searches_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint path_searches_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint path_searches_pkey PRIMARY KEY (id)
);
CREATE INDEX path_searches_latest ON public.path_searches USING btree (started_at DESC);
CREATE UNIQUE INDEX path_searches_one_open ON public.path_searches USING btree ((true)) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table path_standings (
  account_id text not null,
  path_version integer not null,
  standing text not null,
  started_on date not null,
  steps jsonb not null,
  done_count integer not null,
  as_of date not null,
  constraint path_standings_done_count_check CHECK ((done_count >= 0)),
  constraint path_standings_standing_check CHECK ((standing = ANY (ARRAY['done'::text, 'on_track'::text, 'behind'::text, 'missed'::text]))),
  constraint path_standings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint path_standings_path_version_fkey FOREIGN KEY (path_version) REFERENCES followed_paths(version),
  constraint path_standings_pkey PRIMARY KEY (account_id)
);
CREATE INDEX path_standings_of ON public.path_standings USING btree (standing, started_on DESC);

create table payment_fingerprints (
  fingerprint text not null,
  owner_kind text not null,
  owner_id text not null,
  first_seen_at timestamp with time zone not null,
  constraint payment_fingerprints_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['partner'::text, 'account'::text]))),
  constraint payment_fingerprints_pkey PRIMARY KEY (fingerprint, owner_kind, owner_id)
);
CREATE INDEX payment_fingerprints_owner ON public.payment_fingerprints USING btree (owner_id, owner_kind);

create table payout_answer_files (
  id text not null,
  file_hash text not null,
  name text not null,
  format text not null,
  result jsonb not null,
  read_by text not null,
  read_at timestamp with time zone not null,
  constraint payout_answer_files_format_check CHECK ((format = ANY (ARRAY['pain.002'::text, 'camt.053'::text, 'camt.054'::text, 'csv'::text]))),
  constraint payout_answer_files_pkey PRIMARY KEY (id),
  constraint payout_answer_files_file_hash_key UNIQUE (file_hash)
);

create table payout_batches (
  id text not null,
  currency text not null,
  rail text not null,
  state text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expected_on date not null,
  content_hash text not null,
  skipped jsonb not null default '[]'::jsonb,
  approvals integer not null default 0,
  approved_by text,
  approved_at timestamp with time zone,
  approved_hash text,
  sent_at timestamp with time zone,
  paid_at timestamp with time zone,
  filed_at timestamp with time zone,
  constraint payout_batches_approvals_check CHECK ((approvals >= 0)),
  constraint payout_batches_check CHECK (((rail <> 'sepa'::text) OR (currency = 'EUR'::text))),
  constraint payout_batches_check1 CHECK (((approved_by IS NULL) OR (approved_hash = content_hash))),
  constraint payout_batches_check2 CHECK (((state = ANY (ARRAY['draft'::text, 'cancelled'::text])) OR (approved_by IS NOT NULL))),
  constraint payout_batches_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payout_batches_four_eyes CHECK (((approved_by IS NULL) OR (approved_by <> created_by))),
  constraint payout_batches_rail_check CHECK ((rail = ANY (ARRAY['sepa'::text, 'paypal'::text, 'wise'::text, 'provider'::text, 'manual'::text]))),
  constraint payout_batches_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'sent'::text, 'paid'::text, 'cancelled'::text]))),
  constraint payout_batches_pkey PRIMARY KEY (id)
);
CREATE INDEX payout_batches_created ON public.payout_batches USING btree (created_at DESC);
CREATE TRIGGER payout_batches_guard BEFORE INSERT OR DELETE OR UPDATE ON public.payout_batches FOR EACH ROW EXECUTE FUNCTION guard_payout_batch();
CREATE TRIGGER payout_batches_no_truncate BEFORE TRUNCATE ON public.payout_batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_truncate();

create table payout_destinations (
  id text not null,
  partner_id text not null,
  rail text not null,
  holder_name text not null,
  iban text,
  bic text,
  details text,
  fields jsonb not null default '{}'::jsonb,
  is_current boolean not null,
  created_at timestamp with time zone not null,
  constraint payout_destinations_check CHECK (((rail = 'sepa'::text) = (iban IS NOT NULL))),
  constraint payout_destinations_check1 CHECK (((rail = 'sepa'::text) = (details IS NULL))),
  constraint payout_destinations_holder_name_check CHECK ((holder_name <> ''::text)),
  constraint payout_destinations_rail_check CHECK ((rail = ANY (ARRAY['sepa'::text, 'paypal'::text, 'wise'::text, 'provider'::text, 'manual'::text]))),
  constraint payout_destinations_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint payout_destinations_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX payout_destinations_current ON public.payout_destinations USING btree (partner_id) WHERE is_current;

create table payout_items (
  payout_id text not null,
  commission_id text not null,
  amount_minor bigint not null,
  is_live boolean not null default true,
  constraint payout_items_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint payout_items_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(id),
  constraint payout_items_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  constraint payout_items_pkey PRIMARY KEY (payout_id, commission_id)
);
CREATE INDEX payout_items_commission ON public.payout_items USING btree (commission_id);
CREATE TRIGGER payout_items_guard BEFORE INSERT OR DELETE OR UPDATE ON public.payout_items FOR EACH ROW EXECUTE FUNCTION guard_payout_item();
CREATE TRIGGER payout_items_no_truncate BEFORE TRUNCATE ON public.payout_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_truncate();
CREATE UNIQUE INDEX payout_items_one_live ON public.payout_items USING btree (commission_id) WHERE (is_live AND (amount_minor > 0));

create table payout_provider_news (
  provider text not null,
  cursor text not null,
  read_at timestamp with time zone not null,
  constraint payout_provider_news_pkey PRIMARY KEY (provider)
);

create table payout_requests (
  id text not null,
  partner_id text not null,
  currency text not null,
  amount_minor bigint not null,
  promised_on date not null,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  batch_id text,
  constraint payout_requests_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint payout_requests_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payout_requests_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  constraint payout_requests_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint payout_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX payout_requests_batch ON public.payout_requests USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE UNIQUE INDEX payout_requests_open ON public.payout_requests USING btree (partner_id, currency) WHERE (batch_id IS NULL);

create table payout_runs (
  programme_id text not null,
  due_on date not null,
  prepared_at timestamp with time zone not null,
  constraint payout_runs_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint payout_runs_pkey PRIMARY KEY (programme_id, due_on)
);

create table payout_settings (
  id boolean not null default true,
  holder_name text not null,
  iban text not null,
  bic text,
  updated_at timestamp with time zone not null,
  constraint payout_settings_holder_name_check CHECK ((holder_name <> ''::text)),
  constraint payout_settings_id_check CHECK (id),
  constraint payout_settings_pkey PRIMARY KEY (id)
);

create table payout_writeoff_items (
  writeoff_id text not null,
  commission_id text not null,
  amount_minor bigint not null,
  constraint payout_writeoff_items_amount_minor_check CHECK ((amount_minor < 0)),
  constraint payout_writeoff_items_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(id),
  constraint payout_writeoff_items_writeoff_id_fkey FOREIGN KEY (writeoff_id) REFERENCES payout_writeoffs(id),
  constraint payout_writeoff_items_pkey PRIMARY KEY (writeoff_id, commission_id)
);
CREATE INDEX payout_writeoff_items_commission ON public.payout_writeoff_items USING btree (commission_id);

create table payout_writeoffs (
  id text not null,
  partner_id text not null,
  currency text not null,
  amount_minor bigint not null,
  owing_since timestamp with time zone not null,
  reason text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint payout_writeoffs_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint payout_writeoffs_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payout_writeoffs_reason_check CHECK ((reason <> ''::text)),
  constraint payout_writeoffs_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint payout_writeoffs_pkey PRIMARY KEY (id)
);
CREATE INDEX payout_writeoffs_partner ON public.payout_writeoffs USING btree (partner_id, created_at DESC);

create table payouts (
  id text not null,
  batch_id text not null,
  partner_id text not null,
  currency text not null,
  amount_minor bigint not null,
  gross_minor bigint not null,
  withheld_minor bigint not null default 0,
  withheld_rate_bps integer not null default 0,
  destination_id text not null,
  rail text not null,
  holder_name text not null,
  iban text,
  bic text,
  details text,
  fields jsonb not null default '{}'::jsonb,
  state text not null,
  end_to_end_id text not null,
  reason text,
  created_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  asked_at timestamp with time zone,
  provider_ref text,
  constraint payouts_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint payouts_check CHECK ((gross_minor = (amount_minor + withheld_minor))),
  constraint payouts_end_to_end_id_check CHECK ((end_to_end_id ~ '^[A-Z0-9]{1,35}$'::text)),
  constraint payouts_gross_minor_check CHECK (((gross_minor >= 1) AND (gross_minor <= '9007199254740991'::bigint))),
  constraint payouts_rail_check CHECK ((rail = ANY (ARRAY['sepa'::text, 'paypal'::text, 'wise'::text, 'provider'::text, 'manual'::text]))),
  constraint payouts_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'claimed'::text, 'sending'::text, 'unknown'::text, 'sent'::text, 'paid'::text, 'failed'::text, 'returned'::text, 'cancelled'::text]))),
  constraint payouts_withheld_minor_check CHECK ((withheld_minor >= 0)),
  constraint payouts_withheld_rate_bps_check CHECK (((withheld_rate_bps >= 0) AND (withheld_rate_bps <= 9000))),
  constraint payouts_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  constraint payouts_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES payout_destinations(id),
  constraint payouts_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint payouts_pkey PRIMARY KEY (id),
  constraint payouts_batch_id_partner_id_key UNIQUE (batch_id, partner_id),
  constraint payouts_end_to_end_id_key UNIQUE (end_to_end_id)
);
CREATE INDEX payouts_open ON public.payouts USING btree (asked_at) WHERE (state = ANY (ARRAY['claimed'::text, 'sending'::text, 'unknown'::text, 'sent'::text]));
CREATE INDEX payouts_partner ON public.payouts USING btree (partner_id, created_at DESC);
CREATE TRIGGER payouts_guard BEFORE INSERT OR DELETE OR UPDATE ON public.payouts FOR EACH ROW EXECUTE FUNCTION guard_payout();
CREATE TRIGGER payouts_no_truncate BEFORE TRUNCATE ON public.payouts FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_truncate();

create table people (
  id text not null,
  account_id text,
  source text not null,
  external_id text not null,
  name text,
  email text,
  email_normalised text,
  title text,
  role text,
  locale text,
  unsubscribed_at timestamp with time zone,
  last_active_at timestamp with time zone,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  email_claimed boolean not null default false,
  constraint people_role_check CHECK ((role = ANY (ARRAY['decision_maker'::text, 'influencer'::text, 'champion'::text, 'billing'::text, 'user'::text]))),
  constraint people_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint people_pkey PRIMARY KEY (id),
  constraint people_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX people_account ON public.people USING btree (account_id, id);
CREATE INDEX people_email ON public.people USING btree (email_normalised) WHERE (email_normalised IS NOT NULL);
CREATE INDEX people_external_id ON public.people USING btree (external_id);
CREATE TRIGGER people_scored AFTER UPDATE ON public.people REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER people_scored_new AFTER INSERT ON public.people REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table person_consents (
  person_id text not null,
  purpose text not null,
  granted boolean not null,
  at timestamp with time zone not null,
  evidence text not null,
  constraint person_consents_purpose_check CHECK ((purpose = ANY (ARRAY['advocacy'::text, 'marketing'::text, 'tracking'::text]))),
  constraint person_consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint person_consents_pkey PRIMARY KEY (person_id, purpose, at)
);
CREATE TRIGGER person_consents_scored AFTER INSERT ON public.person_consents REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring_of_person();

create table playbook_runs (
  id text not null,
  playbook_id text not null,
  account_id text not null,
  state text not null,
  risk numeric,
  started_by text not null,
  started_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  stop_reason text,
  constraint playbook_runs_check CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint playbook_runs_check1 CHECK (((state = 'stopped'::text) = (stop_reason IS NOT NULL))),
  constraint playbook_runs_risk_check CHECK (((risk >= (0)::numeric) AND (risk <= (1)::numeric))),
  constraint playbook_runs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text]))),
  constraint playbook_runs_stop_reason_check CHECK ((stop_reason <> ''::text)),
  constraint playbook_runs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint playbook_runs_playbook_id_fkey FOREIGN KEY (playbook_id) REFERENCES playbooks(id),
  constraint playbook_runs_pkey PRIMARY KEY (id)
);
CREATE INDEX playbook_runs_account ON public.playbook_runs USING btree (account_id, started_at DESC);
CREATE UNIQUE INDEX playbook_runs_one_running ON public.playbook_runs USING btree (playbook_id, account_id) WHERE (state = 'running'::text);

create table playbook_tasks (
  id text not null,
  run_id text not null,
  position smallint not null,
  title text not null,
  hint text not null,
  assignee_id text,
  due_on date not null,
  state text not null,
  note text not null default ''::text,
  minutes integer,
  settled_by text,
  settled_at timestamp with time zone,
  constraint playbook_tasks_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint playbook_tasks_minutes_check CHECK (((minutes >= 0) AND (minutes <= 6000))),
  constraint playbook_tasks_position_check CHECK (("position" > 0)),
  constraint playbook_tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'skipped'::text, 'dropped'::text]))),
  constraint playbook_tasks_title_check CHECK ((title <> ''::text)),
  constraint playbook_tasks_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES auth."user"(id) ON DELETE SET NULL,
  constraint playbook_tasks_run_id_fkey FOREIGN KEY (run_id) REFERENCES playbook_runs(id),
  constraint playbook_tasks_pkey PRIMARY KEY (id),
  constraint playbook_tasks_run_id_position_key UNIQUE (run_id, "position")
);
CREATE INDEX playbook_tasks_assignee ON public.playbook_tasks USING btree (assignee_id, state, due_on);
CREATE INDEX playbook_tasks_open ON public.playbook_tasks USING btree (due_on, id) WHERE (state = 'open'::text);

create table playbooks (
  id text not null,
  name text not null,
  when_to_use text not null,
  answers text[] not null,
  steps jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint playbooks_name_check CHECK ((name <> ''::text)),
  constraint playbooks_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX playbooks_name ON public.playbooks USING btree (lower(name)) WHERE (archived_at IS NULL);

create table postback_doors (
  id text not null,
  name text not null,
  programme_id text not null,
  key_hash text not null,
  key_prefix text not null,
  parameters jsonb not null,
  statuses jsonb not null,
  currency text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint postback_doors_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint postback_doors_name_check CHECK ((name <> ''::text)),
  constraint postback_doors_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint postback_doors_pkey PRIMARY KEY (id),
  constraint postback_doors_key_hash_key UNIQUE (key_hash)
);

create table postback_templates (
  id text not null,
  name text not null,
  programme_id text not null,
  partner_id text,
  method text not null,
  url text not null,
  states text[] not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint postback_templates_method_check CHECK ((method = ANY (ARRAY['GET'::text, 'POST'::text]))),
  constraint postback_templates_name_check CHECK ((name <> ''::text)),
  constraint postback_templates_states_check CHECK ((cardinality(states) > 0)),
  constraint postback_templates_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint postback_templates_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint postback_templates_pkey PRIMARY KEY (id)
);

create table postbacks (
  id text not null,
  direction text not null,
  door_id text,
  template_id text,
  commission_id text,
  event_state text,
  url text,
  parameters jsonb not null default '{}'::jsonb,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  conversion_id text,
  status_code integer,
  answer text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone,
  at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint postbacks_check CHECK (((direction = 'in'::text) = (door_id IS NOT NULL))),
  constraint postbacks_check1 CHECK (((direction = 'out'::text) = ((template_id IS NOT NULL) AND (commission_id IS NOT NULL)))),
  constraint postbacks_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint postbacks_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'accepted'::text, 'refused'::text]))),
  constraint postbacks_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(id),
  constraint postbacks_door_id_fkey FOREIGN KEY (door_id) REFERENCES postback_doors(id),
  constraint postbacks_template_id_fkey FOREIGN KEY (template_id) REFERENCES postback_templates(id),
  constraint postbacks_pkey PRIMARY KEY (id),
  constraint postbacks_template_id_commission_id_event_state_key UNIQUE (template_id, commission_id, event_state)
);
CREATE INDEX postbacks_at ON public.postbacks USING btree (at DESC, id DESC);
CREATE INDEX postbacks_due ON public.postbacks USING btree (next_attempt_at) WHERE (state = 'queued'::text);

create table programme_fees (
  id text not null,
  programme_id text not null,
  partner_id text not null,
  starts_on date not null,
  ends_on date,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  settled_by text,
  settled_at timestamp with time zone,
  invoice_source text,
  invoice_external_id text,
  reason text,
  created_at timestamp with time zone not null,
  constraint programme_fees_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint programme_fees_check CHECK (((state = 'due'::text) OR (settled_at IS NOT NULL))),
  constraint programme_fees_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint programme_fees_state_check CHECK ((state = ANY (ARRAY['due'::text, 'paid'::text, 'waived'::text, 'refunded'::text]))),
  constraint programme_fees_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint programme_fees_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint programme_fees_pkey PRIMARY KEY (id),
  constraint programme_fees_programme_id_partner_id_starts_on_key UNIQUE (programme_id, partner_id, starts_on)
);
CREATE INDEX programme_fees_invoice ON public.programme_fees USING btree (invoice_source, invoice_external_id) WHERE (invoice_external_id IS NOT NULL);

create table programme_pages (
  id text not null,
  programme_id text not null,
  slug text not null,
  language text not null,
  state text not null,
  audience text not null,
  headline text not null,
  offer text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint programme_pages_headline_check CHECK ((headline <> ''::text)),
  constraint programme_pages_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint programme_pages_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  constraint programme_pages_state_check CHECK ((state = ANY (ARRAY['published'::text, 'hidden'::text]))),
  constraint programme_pages_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint programme_pages_pkey PRIMARY KEY (id),
  constraint programme_pages_slug_key UNIQUE (slug)
);
CREATE INDEX programme_pages_programme ON public.programme_pages USING btree (programme_id, created_at);

create table programme_terms (
  id text not null,
  programme_id text not null,
  version integer not null,
  effective_at timestamp with time zone not null,
  terms jsonb not null,
  needs_acceptance boolean not null default false,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint programme_terms_version_check CHECK ((version >= 1)),
  constraint programme_terms_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint programme_terms_pkey PRIMARY KEY (id),
  constraint programme_terms_programme_id_version_key UNIQUE (programme_id, version)
);
CREATE INDEX programme_terms_effective ON public.programme_terms USING btree (programme_id, effective_at DESC);

create table programmes (
  id text not null,
  slug text not null,
  name text not null,
  template text not null,
  state text not null,
  currency text not null,
  zone text not null,
  attribution jsonb not null,
  audience text not null default ''::text,
  visibility text not null default 'public'::text,
  gates jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint programmes_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint programmes_name_check CHECK ((name <> ''::text)),
  constraint programmes_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  constraint programmes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text, 'paused'::text, 'closed'::text]))),
  constraint programmes_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text]))),
  constraint programmes_pkey PRIMARY KEY (id),
  constraint programmes_slug_key UNIQUE (slug)
);
CREATE TRIGGER programmes_told AFTER UPDATE OF state ON public.programmes FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION tell_state_change('programme');

create table readiness_scores (
  id text not null,
  account_id text not null,
  person_id text,
  score numeric not null,
  base numeric not null,
  damper numeric not null,
  coverage numeric not null,
  terms json not null,
  vetoes json not null,
  facts json not null,
  nomination json,
  status text not null,
  data_at timestamp with time zone not null,
  scored_at timestamp with time zone not null,
  constraint readiness_scores_base_check CHECK (((base >= (0)::numeric) AND (base <= (100)::numeric))),
  constraint readiness_scores_coverage_check CHECK (((coverage >= (0)::numeric) AND (coverage <= (1)::numeric))),
  constraint readiness_scores_damper_check CHECK (((damper >= 0.6) AND (damper <= (1)::numeric))),
  constraint readiness_scores_score_check CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
  constraint readiness_scores_status_check CHECK ((status = ANY (ARRAY['ready'::text, 'almost'::text, 'not_now'::text, 'unknown'::text]))),
  constraint readiness_scores_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint readiness_scores_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint readiness_scores_pkey PRIMARY KEY (id)
);
CREATE INDEX readiness_scores_of_account ON public.readiness_scores USING btree (account_id);
CREATE UNIQUE INDEX readiness_scores_account ON public.readiness_scores USING btree (account_id) WHERE (person_id IS NULL);
CREATE UNIQUE INDEX readiness_scores_person ON public.readiness_scores USING btree (person_id) WHERE (person_id IS NOT NULL);

create table reconciliation_findings (
  key text not null,
  kind text not null,
  params jsonb not null,
  first_seen_at timestamp with time zone not null,
  told_at timestamp with time zone,
  resolved_at timestamp with time zone,
  constraint reconciliation_findings_kind_check CHECK ((kind = ANY (ARRAY['missing_grant'::text, 'missing_milestone'::text, 'missing_lead'::text, 'missing_review'::text, 'missing_commission'::text, 'stuck'::text, 'double'::text]))),
  constraint reconciliation_findings_pkey PRIMARY KEY (key)
);

create table referral_settings (
  programme_id text not null,
  answer_within_hours integer not null,
  protect_days integer not null,
  owner_id text,
  hand_off_email text,
  form_open boolean not null,
  constraint referral_settings_answer_within_hours_check CHECK (((answer_within_hours >= 1) AND (answer_within_hours <= 2160))),
  constraint referral_settings_protect_days_check CHECK (((protect_days >= 1) AND (protect_days <= 730))),
  constraint referral_settings_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint referral_settings_pkey PRIMARY KEY (programme_id)
);

create table referral_steps (
  id text not null,
  referral_id text not null,
  stage text not null,
  reason text,
  note text not null default ''::text,
  actor_id text not null,
  at timestamp with time zone not null,
  constraint referral_steps_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referrals(id),
  constraint referral_steps_pkey PRIMARY KEY (id)
);
CREATE INDEX referral_steps_referral ON public.referral_steps USING btree (referral_id, id);

create table referrals (
  id text not null,
  programme_id text not null,
  partner_id text not null,
  source text not null,
  company_name text not null,
  contact_name text not null,
  contact_email text not null,
  email_normalised text not null,
  company_domain text,
  note text not null default ''::text,
  consent_text text not null,
  expected_value_minor bigint,
  stage text not null,
  lost_reason text,
  owner_id text,
  answer_by timestamp with time zone not null,
  reminded_at timestamp with time zone,
  protected_until timestamp with time zone not null,
  account_id text,
  submitted_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  constraint referrals_check CHECK (((stage = 'lost'::text) = (lost_reason IS NOT NULL))),
  constraint referrals_company_name_check CHECK ((company_name <> ''::text)),
  constraint referrals_expected_value_minor_check CHECK (((expected_value_minor >= 0) AND (expected_value_minor <= '9007199254740991'::bigint))),
  constraint referrals_source_check CHECK ((source = ANY (ARRAY['form'::text, 'portal'::text, 'console'::text, 'api'::text]))),
  constraint referrals_stage_check CHECK ((stage = ANY (ARRAY['submitted'::text, 'accepted'::text, 'qualified'::text, 'meeting'::text, 'won'::text, 'lost'::text]))),
  constraint referrals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint referrals_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint referrals_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint referrals_pkey PRIMARY KEY (id)
);
CREATE INDEX referrals_account ON public.referrals USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX referrals_partner ON public.referrals USING btree (partner_id, submitted_at DESC);
CREATE INDEX referrals_stage ON public.referrals USING btree (stage, submitted_at DESC);
CREATE INDEX referrals_unanswered ON public.referrals USING btree (answer_by) WHERE ((stage = 'submitted'::text) AND (reminded_at IS NULL));
CREATE UNIQUE INDEX referrals_live_domain ON public.referrals USING btree (company_domain) WHERE ((stage <> 'lost'::text) AND (company_domain IS NOT NULL));
CREATE UNIQUE INDEX referrals_live_email ON public.referrals USING btree (email_normalised) WHERE (stage <> 'lost'::text);

create table reward_interests (
  partner_id text not null,
  interests text[] not null,
  consent_text text not null,
  at timestamp with time zone not null,
  constraint reward_interests_interests_check CHECK ((cardinality(interests) > 0)),
  constraint reward_interests_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint reward_interests_pkey PRIMARY KEY (partner_id)
);

create table reward_triggers (
  id text not null,
  programme_id text not null,
  partner_id text not null,
  trigger text not null,
  subject text not null,
  account_id text,
  referral_id text,
  conversion_event_id text,
  base_minor bigint not null,
  currency text,
  seats integer not null,
  at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint reward_triggers_base_minor_check CHECK (((base_minor >= 0) AND (base_minor <= '9007199254740991'::bigint))),
  constraint reward_triggers_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint reward_triggers_seats_check CHECK ((seats >= 0)),
  constraint reward_triggers_trigger_check CHECK ((trigger = ANY (ARRAY['signup'::text, 'first_payment'::text, 'qualified_lead'::text, 'milestone'::text, 'review'::text]))),
  constraint reward_triggers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint reward_triggers_conversion_event_id_fkey FOREIGN KEY (conversion_event_id) REFERENCES conversion_events(id),
  constraint reward_triggers_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint reward_triggers_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint reward_triggers_pkey PRIMARY KEY (id),
  constraint reward_triggers_programme_id_trigger_subject_key UNIQUE (programme_id, trigger, subject)
);
CREATE INDEX reward_triggers_account ON public.reward_triggers USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX reward_triggers_event ON public.reward_triggers USING btree (conversion_event_id) WHERE (conversion_event_id IS NOT NULL);
CREATE INDEX reward_triggers_partner ON public.reward_triggers USING btree (partner_id, programme_id);

create table saved_views (
  id text not null,
  user_id text not null,
  screen text not null,
  name text not null,
  search text not null,
  shared boolean not null,
  created_at timestamp with time zone not null,
  constraint saved_views_name_check CHECK ((name <> ''::text)),
  constraint saved_views_screen_check CHECK ((screen ~ '^[a-z-]{1,40}$'::text)),
  constraint saved_views_search_check CHECK ((length(search) <= 2000)),
  constraint saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_user_id_screen_name_key UNIQUE (user_id, screen, name)
);
CREATE INDEX saved_views_screen ON public.saved_views USING btree (screen);

create table scenarios (
  id text not null,
  name text not null,
  input jsonb not null,
  result jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint scenarios_name_check CHECK ((name <> ''::text)),
  constraint scenarios_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX scenarios_name ON public.scenarios USING btree (lower(name));

create table scoring_queue (
  id bigint not null,
  account_id text not null,
  constraint scoring_queue_pkey PRIMARY KEY (id)
);

create table scoring_runs (
  id boolean not null default true,
  on_date date not null,
  scored_at timestamp with time zone not null,
  constraint scoring_runs_id_check CHECK (id),
  constraint scoring_runs_pkey PRIMARY KEY (id)
);

create table segment_members (
  segment_id text not null,
  account_id text not null,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint segment_members_check CHECK ((left_at >= entered_at)),
  constraint segment_members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint segment_members_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segments(id),
  constraint segment_members_pkey PRIMARY KEY (segment_id, account_id, entered_at)
);
CREATE INDEX segment_members_account ON public.segment_members USING btree (account_id, entered_at DESC);
CREATE UNIQUE INDEX segment_members_present ON public.segment_members USING btree (segment_id, account_id) WHERE (left_at IS NULL);

create table segments (
  id text not null,
  name text not null,
  description text not null,
  rule jsonb not null,
  member_count integer not null default 0,
  evaluated_at timestamp with time zone,
  evaluated_on date,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint segments_member_count_check CHECK ((member_count >= 0)),
  constraint segments_name_check CHECK ((name <> ''::text)),
  constraint segments_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX segments_name ON public.segments USING btree (lower(name)) WHERE (archived_at IS NULL);

create table sign_in_links_used (
  nonce text not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_links_used_pkey PRIMARY KEY (nonce)
);
CREATE INDEX sign_in_links_used_expires ON public.sign_in_links_used USING btree (expires_at);

create table signups (
  id text not null,
  account_id text not null,
  occurred_at timestamp with time zone not null,
  visitor_key text,
  click_token_click_id text,
  email_normalised text,
  is_trial boolean not null default false,
  created_at timestamp with time zone not null,
  constraint signups_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint signups_pkey PRIMARY KEY (id),
  constraint signups_account_id_key UNIQUE (account_id)
);

create table stripe_charges (
  charge_id text not null,
  refunded_minor bigint not null,
  observed_at timestamp with time zone,
  recorded_minor bigint not null default 0,
  constraint stripe_charges_refunded_minor_check CHECK (((refunded_minor >= 0) AND (refunded_minor <= '9007199254740991'::bigint))),
  constraint stripe_charges_pkey PRIMARY KEY (charge_id)
);

create table stripe_events (
  id text not null,
  stripe_id text not null,
  type text not null,
  api_version text,
  livemode boolean not null,
  subject_id text,
  customer_id text,
  payload jsonb not null,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  deliveries integer not null default 1,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}'::jsonb,
  waits_for text[],
  conversion_id text,
  attempts integer not null default 1,
  processed_at timestamp with time zone not null,
  constraint stripe_events_check CHECK (((state = 'waiting'::text) = (waits_for IS NOT NULL))),
  constraint stripe_events_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'waiting'::text, 'ignored'::text, 'refused'::text]))),
  constraint stripe_events_pkey PRIMARY KEY (id),
  constraint stripe_events_stripe_id_key UNIQUE (stripe_id)
);
CREATE INDEX stripe_events_received ON public.stripe_events USING btree (received_at DESC);
CREATE INDEX stripe_events_waiting ON public.stripe_events USING gin (waits_for) WHERE (state = 'waiting'::text);

create table stripe_failed_refunds (
  refund_id text not null,
  charge_id text not null,
  amount_minor bigint not null,
  failed_at timestamp with time zone not null,
  constraint stripe_failed_refunds_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint stripe_failed_refunds_pkey PRIMARY KEY (refund_id)
);
CREATE INDEX stripe_failed_refunds_charge ON public.stripe_failed_refunds USING btree (charge_id);

create table stripe_names (
  kind text not null,
  stripe_id text not null,
  means text not null,
  constraint stripe_names_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'customer'::text, 'discount'::text]))),
  constraint stripe_names_pkey PRIMARY KEY (kind, stripe_id)
);
CREATE INDEX stripe_names_means ON public.stripe_names USING btree (kind, means);

create table stripe_rejections (
  id text not null,
  received_at timestamp with time zone not null,
  reason text not null,
  stripe_id text,
  type text,
  signature text,
  body_head text not null,
  body_bytes integer not null,
  body_hash text not null,
  constraint stripe_rejections_body_bytes_check CHECK ((body_bytes >= 0)),
  constraint stripe_rejections_pkey PRIMARY KEY (id)
);
CREATE INDEX stripe_rejections_received ON public.stripe_rejections USING btree (received_at DESC);

create table stripe_settings (
  id boolean not null default true,
  signing_secret text not null,
  previous_secret text,
  previous_until timestamp with time zone,
  livemode boolean not null,
  stripe_account text,
  client_reference text not null,
  account_metadata_key text not null,
  updated_at timestamp with time zone not null,
  constraint stripe_settings_account_metadata_key_check CHECK ((account_metadata_key <> ''::text)),
  constraint stripe_settings_check CHECK (((previous_secret IS NULL) = (previous_until IS NULL))),
  constraint stripe_settings_client_reference_check CHECK ((client_reference = ANY (ARRAY['referral'::text, 'account'::text]))),
  constraint stripe_settings_id_check CHECK (id),
  constraint stripe_settings_signing_secret_check CHECK ((signing_secret <> ''::text)),
  constraint stripe_settings_pkey PRIMARY KEY (id)
);

create table subscription_states (
  source text not null,
  subscription_external_id text not null,
  event_id text not null,
  account_id text not null,
  at timestamp with time zone not null,
  rank integer not null,
  status text not null,
  plan text,
  seats integer,
  billing_interval text not null,
  interval_count integer not null,
  currency text not null,
  mrr_minor bigint not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  body_hash text not null,
  received_at timestamp with time zone not null,
  constraint subscription_states_billing_interval_check CHECK ((billing_interval = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'half_year'::text, 'year'::text]))),
  constraint subscription_states_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint subscription_states_interval_count_check CHECK ((interval_count > 0)),
  constraint subscription_states_mrr_minor_check CHECK (((mrr_minor >= 0) AND (mrr_minor <= '9007199254740991'::bigint))),
  constraint subscription_states_seats_check CHECK ((seats >= 0)),
  constraint subscription_states_status_check CHECK ((status = ANY (ARRAY['trial'::text, 'active'::text, 'paused'::text, 'ended'::text]))),
  constraint subscription_states_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint subscription_states_pkey PRIMARY KEY (source, subscription_external_id, event_id)
);
CREATE INDEX subscription_states_account ON public.subscription_states USING btree (account_id);

create table subscriptions (
  id text not null,
  account_id text not null,
  source text not null,
  external_id text not null,
  plan text,
  seats integer,
  billing_interval text,
  interval_count integer not null default 1,
  currency text not null,
  mrr_minor bigint not null,
  mrr_reporting_minor bigint,
  reporting_rate numeric,
  reporting_rate_source text,
  reporting_rate_on date,
  is_trial boolean not null default false,
  started_on date not null,
  ended_on date,
  auto_renews boolean,
  was_upgraded boolean,
  was_downgraded boolean,
  imported_churned boolean,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint subscriptions_billing_interval_check CHECK ((billing_interval = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'half_year'::text, 'year'::text]))),
  constraint subscriptions_check CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
  constraint subscriptions_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint subscriptions_interval_count_check CHECK ((interval_count > 0)),
  constraint subscriptions_mrr_minor_check CHECK (((mrr_minor >= 0) AND (mrr_minor <= '9007199254740991'::bigint))),
  constraint subscriptions_mrr_reporting_minor_check CHECK (((mrr_reporting_minor >= 0) AND (mrr_reporting_minor <= '9007199254740991'::bigint))),
  constraint subscriptions_reporting_rate_check CHECK ((reporting_rate > (0)::numeric)),
  constraint subscriptions_seats_check CHECK ((seats >= 0)),
  constraint subscriptions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint subscriptions_pkey PRIMARY KEY (id),
  constraint subscriptions_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX subscriptions_account ON public.subscriptions USING btree (account_id, started_on);
CREATE INDEX subscriptions_dates ON public.subscriptions USING btree (started_on, ended_on);
CREATE INDEX subscriptions_spans ON public.subscriptions USING btree (source, external_id COLLATE "C");
CREATE TRIGGER subscriptions_scored AFTER UPDATE ON public.subscriptions REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER subscriptions_scored_new AFTER INSERT ON public.subscriptions REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table success_rules (
  id text not null,
  version integer not null,
  rule jsonb not null,
  reason text,
  is_active boolean not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint success_rules_version_check CHECK ((version > 0)),
  constraint success_rules_pkey PRIMARY KEY (id),
  constraint success_rules_version_key UNIQUE (version)
);
CREATE UNIQUE INDEX success_rules_one_active ON public.success_rules USING btree (is_active) WHERE is_active;

create table survey_answers (
  id text not null,
  survey_id text not null,
  account_id text,
  person_id text,
  source text not null,
  external_id text not null,
  score numeric,
  scale_max smallint,
  answer_text text,
  answered_at timestamp with time zone not null,
  attributes jsonb not null default '{}'::jsonb,
  constraint survey_answers_check CHECK (((score IS NULL) OR ((score >= (0)::numeric) AND (score <= (scale_max)::numeric)))),
  constraint survey_answers_scale_max_check CHECK ((scale_max = ANY (ARRAY[5, 7, 10]))),
  constraint survey_answers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint survey_answers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint survey_answers_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id),
  constraint survey_answers_pkey PRIMARY KEY (id),
  constraint survey_answers_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX survey_answers_account ON public.survey_answers USING btree (account_id, answered_at DESC);
CREATE INDEX survey_answers_answered ON public.survey_answers USING btree (answered_at);
CREATE INDEX survey_answers_person ON public.survey_answers USING btree (person_id, answered_at DESC);
CREATE TRIGGER survey_answers_scored AFTER UPDATE ON public.survey_answers REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER survey_answers_scored_new AFTER INSERT ON public.survey_answers REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table surveys (
  id text not null,
  source text not null,
  external_id text not null,
  kind text not null,
  title text not null,
  created_at timestamp with time zone not null,
  constraint surveys_kind_check CHECK ((kind = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'open'::text, 'onboarding'::text, 'partner_satisfaction'::text]))),
  constraint surveys_pkey PRIMARY KEY (id),
  constraint surveys_source_external_id_key UNIQUE (source, external_id)
);

create table tax_profiles (
  partner_id text not null,
  form text not null,
  form_received_on date,
  rate_bps integer not null default 0,
  note text,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  constraint tax_profiles_check CHECK (((form = 'none'::text) = (form_received_on IS NULL))),
  constraint tax_profiles_form_check CHECK ((form = ANY (ARRAY['none'::text, 'w9'::text, 'w8ben'::text, 'w8bene'::text, 'residence'::text, 'vat'::text, 'other'::text]))),
  constraint tax_profiles_rate_bps_check CHECK (((rate_bps >= 0) AND (rate_bps <= 9000))),
  constraint tax_profiles_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint tax_profiles_pkey PRIMARY KEY (partner_id)
);

create table tax_settings (
  currency text not null,
  form_threshold_minor bigint not null,
  updated_at timestamp with time zone not null,
  constraint tax_settings_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tax_settings_form_threshold_minor_check CHECK (((form_threshold_minor >= 0) AND (form_threshold_minor <= '9007199254740991'::bigint))),
  constraint tax_settings_pkey PRIMARY KEY (currency)
);

create table terms_acceptances (
  programme_id text not null,
  partner_id text not null,
  version integer not null,
  accepted_at timestamp with time zone not null,
  actor_id text not null,
  constraint terms_acceptances_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partners(id),
  constraint terms_acceptances_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint terms_acceptances_pkey PRIMARY KEY (programme_id, partner_id, version)
);

create table terms_drafts (
  id text not null,
  scenario_id text,
  scenario_name text not null,
  programme_id text not null,
  offer text not null,
  terms jsonb not null,
  input jsonb not null,
  forecast jsonb not null,
  state text not null,
  terms_id text,
  created_by text not null,
  created_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  constraint terms_drafts_check CHECK (((state = 'published'::text) = (terms_id IS NOT NULL))),
  constraint terms_drafts_check1 CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint terms_drafts_offer_check CHECK ((offer = ANY (ARRAY['a'::text, 'b'::text]))),
  constraint terms_drafts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'published'::text, 'discarded'::text]))),
  constraint terms_drafts_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint terms_drafts_scenario_id_fkey FOREIGN KEY (scenario_id) REFERENCES scenarios(id) ON DELETE SET NULL,
  constraint terms_drafts_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES programme_terms(id),
  constraint terms_drafts_pkey PRIMARY KEY (id)
);
CREATE INDEX terms_drafts_programme ON public.terms_drafts USING btree (programme_id, created_at DESC);
CREATE UNIQUE INDEX terms_drafts_open ON public.terms_drafts USING btree (programme_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX terms_drafts_terms ON public.terms_drafts USING btree (terms_id) WHERE (terms_id IS NOT NULL);

create table tickets (
  id text not null,
  account_id text,
  person_external_id text,
  source text not null,
  external_id text not null,
  subject text,
  topic text,
  status text not null default 'closed'::text,
  priority text,
  severity smallint,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  first_response_minutes integer,
  resolution_minutes integer,
  reopened_count integer not null default 0,
  satisfaction numeric,
  satisfaction_scale smallint,
  escalated boolean,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint tickets_first_response_minutes_check CHECK ((first_response_minutes >= 0)),
  constraint tickets_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  constraint tickets_reopened_count_check CHECK ((reopened_count >= 0)),
  constraint tickets_resolution_minutes_check CHECK ((resolution_minutes >= 0)),
  constraint tickets_satisfaction_check CHECK (((satisfaction >= (0)::numeric) AND (satisfaction <= (10)::numeric))),
  constraint tickets_satisfaction_scale_check CHECK ((satisfaction_scale = ANY (ARRAY[5, 7, 10]))),
  constraint tickets_severity_check CHECK (((severity >= 1) AND (severity <= 4))),
  constraint tickets_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'solved'::text, 'closed'::text]))),
  constraint tickets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint tickets_pkey PRIMARY KEY (id),
  constraint tickets_source_external_id_key UNIQUE (source, external_id)
);
CREATE INDEX tickets_account ON public.tickets USING btree (account_id, opened_at);
CREATE INDEX tickets_open ON public.tickets USING btree (account_id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));
CREATE INDEX tickets_opened ON public.tickets USING btree (opened_at);
CREATE TRIGGER tickets_scored AFTER UPDATE ON public.tickets REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();
CREATE TRIGGER tickets_scored_new AFTER INSERT ON public.tickets REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_scoring();

create table touches (
  id text not null,
  account_id text not null,
  kind text not null,
  happened_on date not null,
  minutes integer not null,
  note text not null default ''::text,
  logged_by text not null,
  logged_at timestamp with time zone not null,
  constraint touches_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'meeting'::text, 'email'::text, 'visit'::text, 'training'::text, 'other'::text]))),
  constraint touches_minutes_check CHECK (((minutes >= 0) AND (minutes <= 6000))),
  constraint touches_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint touches_pkey PRIMARY KEY (id)
);
CREATE INDEX touches_account ON public.touches USING btree (account_id, happened_on DESC);
CREATE INDEX touches_day ON public.touches USING btree (happened_on);

create table usage_daily (
  account_id text not null,
  on_date date not null,
  feature text not null,
  events bigint not null,
  quantity bigint not null,
  duration_s bigint not null,
  errors bigint not null,
  constraint usage_daily_pkey PRIMARY KEY (account_id, on_date, feature)
);
CREATE INDEX usage_daily_date ON public.usage_daily USING btree (on_date);

create table usage_events (
  account_id text not null,
  id text not null,
  occurred_at timestamp with time zone not null,
  subscription_external_id text,
  person_external_id text,
  feature text not null,
  quantity integer not null default 1,
  duration_s integer,
  error_count integer,
  constraint usage_events_duration_s_check CHECK ((duration_s >= 0)),
  constraint usage_events_error_count_check CHECK ((error_count >= 0)),
  constraint usage_events_quantity_check CHECK ((quantity >= 0)),
  constraint usage_events_pkey PRIMARY KEY (account_id, id, occurred_at)
) partition by range (occurred_at);

create table usage_sums (
  account_id text not null,
  on_date date not null,
  last_on date not null,
  active_days integer not null,
  events bigint not null,
  features integer not null,
  slope double precision,
  events_90d bigint not null,
  events_prior_90d bigint not null,
  features_90d integer not null,
  counted bigint not null,
  constraint usage_sums_pkey PRIMARY KEY (on_date, account_id)
);

create table webhook_attempts (
  delivery_id text not null,
  number integer not null,
  at timestamp with time zone not null,
  status integer,
  error text,
  answer text not null,
  ms integer not null,
  constraint webhook_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id) ON DELETE CASCADE,
  constraint webhook_attempts_pkey PRIMARY KEY (delivery_id, number)
);

create table webhook_deliveries (
  id text not null,
  webhook_id text not null,
  outbox_id text not null,
  topic text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  last_status integer,
  last_error text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text]))),
  constraint webhook_deliveries_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id) ON DELETE CASCADE,
  constraint webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  constraint webhook_deliveries_pkey PRIMARY KEY (id),
  constraint webhook_deliveries_webhook_id_outbox_id_key UNIQUE (webhook_id, outbox_id)
);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (next_attempt_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_deliveries_event ON public.webhook_deliveries USING btree (outbox_id);
CREATE INDEX webhook_deliveries_newest ON public.webhook_deliveries USING btree (webhook_id, created_at DESC, id DESC);

create table webhooks (
  id text not null,
  url text not null,
  description text not null default ''::text,
  topics text[] not null,
  state text not null default 'on'::text,
  secret_sealed text not null,
  old_secret_sealed text,
  old_secret_until timestamp with time zone,
  failing_since timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhooks_check CHECK (((old_secret_sealed IS NULL) = (old_secret_until IS NULL))),
  constraint webhooks_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'failing'::text, 'gone'::text]))),
  constraint webhooks_topics_check CHECK ((cardinality(topics) > 0)),
  constraint webhooks_pkey PRIMARY KEY (id)
);
