-- Scenarios of the lab as somebody saved them, with the answer they gave then.
create table scenarios (
  id text primary key,
  name text not null check (name <> ''),
  input jsonb not null,
  result jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_by text not null,
  updated_at timestamptz not null
);
create unique index scenarios_name on scenarios (lower(name));

-- Terms made from a scenario's offer, with the forecast they rest on; they outlive the scenario.
create table terms_drafts (
  id text primary key,
  scenario_id text references scenarios on delete set null,
  scenario_name text not null,
  programme_id text not null references programmes,
  offer text not null check (offer in ('a', 'b')),
  terms jsonb not null,
  input jsonb not null,
  forecast jsonb not null,
  state text not null check (state in ('open', 'published', 'discarded')),
  terms_id text references programme_terms,
  created_by text not null,
  created_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  check ((state = 'published') = (terms_id is not null)),
  check ((state = 'open') = (decided_at is null))
);
create unique index terms_drafts_open on terms_drafts (programme_id) where state = 'open';
create unique index terms_drafts_terms on terms_drafts (terms_id) where terms_id is not null;
create index terms_drafts_programme on terms_drafts (programme_id, created_at desc);
