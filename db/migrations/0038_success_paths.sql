-- Success paths: every search with what it found, the path the company follows (versioned), and how far each account is.
create table path_searches (
  id text primary key,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null check (progress >= 0 and progress <= 1),
  -- { landmark_day, gap_days, seed }
  parameters jsonb not null,
  result jsonb,
  error text,
  started_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null
);
-- One search at a time.
create unique index path_searches_one_open on path_searches ((true)) where state in ('waiting', 'running');
create index path_searches_latest on path_searches (started_at desc);

create table followed_paths (
  version integer primary key check (version > 0),
  name text not null check (name <> ''),
  -- [action, …] in order
  steps jsonb not null,
  landmark_day integer not null check (landmark_day between 1 and 365),
  search_id text references path_searches,
  note text not null default '',
  is_active boolean not null,
  chosen_by text not null,
  chosen_at timestamptz not null
);
create unique index followed_paths_one_active on followed_paths ((true)) where is_active;

create table path_standings (
  account_id text primary key references accounts,
  path_version integer not null references followed_paths,
  standing text not null check (standing in ('done', 'on_track', 'behind', 'missed')),
  started_on date not null,
  -- The day each step was done on, in order; null while it is not.
  steps jsonb not null,
  done_count integer not null check (done_count >= 0),
  as_of date not null
);
create index path_standings_of on path_standings (standing, started_on desc);

-- Needs: the pain points and use cases the company sells against, and which account has which.
create table needs (
  id text primary key,
  kind text not null check (kind in ('pain_point', 'use_case')),
  name text not null check (name <> ''),
  description text not null default '',
  keywords text[] not null default '{}',
  -- The asset brief: what answers the need, what is to be made of it, and the page it leads to.
  usp text not null default '',
  asset text not null default '',
  page_url text not null default '',
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create unique index needs_name on needs (kind, lower(name)) where archived_at is null;

create table account_needs (
  account_id text not null references accounts,
  need_id text not null references needs,
  state text not null check (state in ('suggested', 'confirmed', 'rejected')),
  -- Where it was seen: the account's record, an answer, a ticket, or somebody said so.
  source text not null check (source in ('record', 'answer', 'ticket', 'hand')),
  evidence text not null default '',
  seen_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null,
  primary key (account_id, need_id)
);
create index account_needs_of on account_needs (need_id, state);
