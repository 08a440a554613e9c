create table people (
  id text primary key,
  account_id text references accounts,
  source text not null,
  external_id text not null,
  name text,
  email text,
  email_normalised text,
  title text,
  role text check (role in ('decision_maker', 'influencer', 'champion', 'billing', 'user')),
  locale text,
  unsubscribed_at timestamptz,
  last_active_at timestamptz,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, external_id)
);
create index people_account on people (account_id, id);
create index people_email on people (email_normalised) where email_normalised is not null;

-- Consent per purpose; the latest row of a purpose decides.
create table person_consents (
  person_id text not null references people,
  purpose text not null check (purpose in ('advocacy', 'marketing', 'tracking')),
  granted boolean not null,
  at timestamptz not null,
  evidence text not null,
  primary key (person_id, purpose, at)
);
