create table tickets (
  id text primary key,
  account_id text references accounts,
  person_external_id text,
  source text not null,
  external_id text not null,
  subject text,
  topic text,
  status text not null default 'closed' check (status in ('open', 'pending', 'solved', 'closed')),
  priority text check (priority in ('low', 'medium', 'high', 'urgent')),
  severity smallint check (severity between 1 and 4),
  opened_at timestamptz not null,
  closed_at timestamptz,
  first_response_minutes integer check (first_response_minutes >= 0),
  resolution_minutes integer check (resolution_minutes >= 0),
  reopened_count integer not null default 0 check (reopened_count >= 0),
  satisfaction numeric check (satisfaction between 0 and 10),
  satisfaction_scale smallint check (satisfaction_scale in (5, 7, 10)),
  escalated boolean,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, external_id)
);
create index tickets_account on tickets (account_id, opened_at);
create index tickets_open on tickets (account_id) where status in ('open', 'pending');
