-- A version of the terms a partner said yes to, once each; the words stand in programme_terms, which is never edited.
create table terms_acceptances (
  programme_id text not null references programmes,
  partner_id text not null references partners,
  version integer not null,
  accepted_at timestamptz not null,
  actor_id text not null,
  primary key (programme_id, partner_id, version)
);

-- Why a gate stood open or closed, from an instant on. Written once, never changed; without a partner it is about the company.
create table gate_evidence (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text references partners,
  gate text not null check (gate in ('invitation', 'application', 'entry_fee', 'certification', 'company_readiness')),
  passed boolean not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  evidence jsonb not null,
  actor_id text not null,
  recorded_at timestamptz not null,
  check (valid_until is null or valid_until > valid_from)
);
create index gate_evidence_subject on gate_evidence (programme_id, partner_id, gate, valid_from);

create function refuse_evidence_change() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is append-only; record what is true now' using errcode = 'restrict_violation';
end $$;

create trigger gate_evidence_append_only before update or delete on gate_evidence
  for each row execute function refuse_evidence_change();

create table programme_fees (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  starts_on date not null,
  ends_on date,
  starts_at timestamptz not null,
  ends_at timestamptz,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('due', 'paid', 'waived', 'refunded')),
  -- What settled it: the invoice of a billing system, or somebody's word with a reason.
  settled_by text,
  settled_at timestamptz,
  invoice_source text,
  invoice_external_id text,
  reason text,
  created_at timestamptz not null,
  unique (programme_id, partner_id, starts_on),
  check (state = 'due' or settled_at is not null)
);
create index programme_fees_invoice on programme_fees (invoice_source, invoice_external_id)
  where invoice_external_id is not null;

-- One programme may speak to several audiences, each on a page of its own.
create table programme_pages (
  id text primary key,
  programme_id text not null references programmes,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  language text not null check (language ~ '^[a-z]{2}$'),
  state text not null check (state in ('published', 'hidden')),
  audience text not null,
  headline text not null check (headline <> ''),
  offer text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index programme_pages_programme on programme_pages (programme_id, created_at);

-- What an applicant is asked, and what decides without a person.
create table application_forms (
  programme_id text primary key references programmes,
  fields jsonb not null,
  rules jsonb not null,
  reapply_days integer not null check (reapply_days between 0 and 3650),
  updated_by text not null,
  updated_at timestamptz not null
);

create table applications (
  id text primary key,
  programme_id text not null references programmes,
  page_id text references programme_pages,
  partner_id text references partners,
  email text not null,
  email_normalised text not null,
  name text not null check (name <> ''),
  country text check (country ~ '^[A-Z]{2}$'),
  answers jsonb not null,
  -- The questions as they were asked.
  fields jsonb not null,
  terms_version integer not null,
  terms_text text not null,
  state text not null check (state in ('queued', 'approved', 'rejected')),
  reason_code text not null,
  reason text,
  decided_by text,
  decided_at timestamptz,
  reapply_at timestamptz,
  created_at timestamptz not null,
  check ((state = 'queued') = (decided_at is null))
);
create index applications_programme on applications (programme_id, created_at desc);
create index applications_mailbox on applications (programme_id, email_normalised, created_at desc);
create unique index applications_one_waiting on applications (programme_id, email_normalised) where state = 'queued';

create table certifications (
  programme_id text primary key references programmes,
  name text not null check (name <> ''),
  kind text not null check (kind in ('quiz', 'proof')),
  instructions text not null,
  pass_percent integer not null check (pass_percent between 1 and 100),
  valid_days integer check (valid_days between 1 and 3650),
  retry_hours integer not null check (retry_hours between 0 and 8760),
  questions jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null
);

-- Each try, whole: what was asked, what was answered, what came of it.
create table certification_attempts (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  kind text not null check (kind in ('quiz', 'proof')),
  state text not null check (state in ('waiting', 'passed', 'failed')),
  questions jsonb not null,
  answers jsonb not null,
  score_percent integer check (score_percent between 0 and 100),
  proof_name text,
  proof_type text,
  proof bytea,
  note text,
  reason text,
  decided_by text,
  decided_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  check ((state = 'waiting') = (decided_at is null)),
  check ((kind = 'proof') = (proof is not null))
);
create index certification_attempts_partner on certification_attempts (programme_id, partner_id, created_at desc);
create index certification_attempts_waiting on certification_attempts (created_at) where state = 'waiting';
