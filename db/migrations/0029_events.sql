-- Product events as other programs send them: who they speak of, what waits, and what could not be used.

-- A public key stands in pages that anybody may read, so it is kept as it is and may do nothing but send events.
alter table api_keys add column public_key text unique check (public_key is null or scopes = array['events:write']);

-- How event names become features. An event that is not listed counts under its own name, or waits to be listed.
create table event_settings (
  id boolean primary key default true check (id),
  unlisted text not null check (unlisted in ('count', 'hold')),
  updated_at timestamptz not null
);
create table event_mappings (
  event_name text collate "C" primary key check (event_name <> ''),
  action text not null check (action in ('count', 'ignore')),
  feature text check (feature <> ''),
  quantity_property text check (quantity_property <> ''),
  updated_by text not null,
  updated_at timestamptz not null
);

-- Which person a user id of events means, and which other names (visitors, former ids) mean that user.
create table event_users (
  user_name text collate "C" primary key,
  person_id text not null references people,
  updated_at timestamptz not null
);
create table event_aliases (
  name text collate "C" primary key,
  user_name text collate "C" not null,
  updated_at timestamptz not null
);
create index event_aliases_user on event_aliases (user_name);

-- What arrived and could not be used: it waits for somebody to become known, or for a change by hand.
create table event_quarantine (
  id text primary key,
  -- The same event sent twice waits once.
  dedupe_key text collate "C" not null unique,
  key_id text not null,
  door text not null,
  state text not null check (state in ('waiting', 'refused')),
  reason text not null,
  event_name text,
  user_name text collate "C",
  anonymous_name text collate "C",
  account_name text collate "C",
  received_at timestamptz not null,
  attempts integer not null default 1,
  -- As it came; text, because it may hold what jsonb cannot.
  payload text not null,
  is_whole boolean not null
);
create index event_quarantine_recent on event_quarantine (received_at desc, id desc);
create index event_quarantine_reason on event_quarantine (reason, received_at desc);
create index event_quarantine_user on event_quarantine (user_name) where state = 'waiting' and user_name is not null;
create index event_quarantine_visitor on event_quarantine (anonymous_name)
  where state = 'waiting' and anonymous_name is not null;
create index event_quarantine_account on event_quarantine (account_name)
  where state = 'waiting' and account_name is not null;

-- The newest few arrivals, to see that a client is connected; older ones are cut off as new ones come.
create table event_arrivals (
  id text primary key,
  received_at timestamptz not null,
  key_id text not null,
  door text not null,
  kind text not null,
  event_name text,
  user_name text,
  account_id text,
  outcome text not null check (outcome in ('counted', 'learned', 'ignored', 'waiting', 'refused')),
  reason text
);

-- What each key sent a day, and what became of it.
create table event_source_days (
  key_id text not null,
  on_date date not null,
  outcome text not null check (outcome in ('counted', 'learned', 'ignored', 'waiting', 'refused')),
  events bigint not null,
  last_at timestamptz not null,
  primary key (key_id, on_date, outcome)
);

-- Events name accounts and people by the ids sources gave them, whatever the source.
create index accounts_external_id on accounts (external_id);
create index people_external_id on people (external_id);
