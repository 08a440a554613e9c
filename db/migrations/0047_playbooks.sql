-- Playbooks: what is done for an account that may leave, step by step; every time one was started for an account, and the
-- tasks that came of it.
create table playbooks (
  id text primary key,
  name text not null check (name <> ''),
  when_to_use text not null,
  -- Reasons of the churn score it answers, as the score names them: usage_trend.
  answers text[] not null,
  -- [{ title, after_days, assignee: 'owner' | member, hint }] in order
  steps jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create unique index playbooks_name on playbooks (lower(name)) where archived_at is null;

create table playbook_runs (
  id text primary key,
  playbook_id text not null references playbooks,
  account_id text not null references accounts,
  state text not null check (state in ('running', 'finished', 'stopped')),
  -- The churn risk over 90 days when it began; null where the account had none.
  risk numeric check (risk >= 0 and risk <= 1),
  started_by text not null,
  started_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  stop_reason text check (stop_reason <> ''),
  check ((state = 'running') = (ended_at is null)),
  check ((state = 'stopped') = (stop_reason is not null))
);
-- A playbook runs once at a time for an account.
create unique index playbook_runs_one_running on playbook_runs (playbook_id, account_id) where state = 'running';
create index playbook_runs_account on playbook_runs (account_id, started_at desc);

create table playbook_tasks (
  id text primary key,
  run_id text not null references playbook_runs,
  position smallint not null check (position > 0),
  title text not null check (title <> ''),
  hint text not null,
  assignee_id text references auth."user" on delete set null,
  due_on date not null,
  state text not null check (state in ('open', 'done', 'skipped', 'dropped')),
  -- What came of it, or why it was skipped.
  note text not null default '',
  minutes integer check (minutes between 0 and 6000),
  settled_by text,
  settled_at timestamptz,
  unique (run_id, position),
  check ((state = 'open') = (settled_at is null))
);
create index playbook_tasks_open on playbook_tasks (due_on, id) where state = 'open';
create index playbook_tasks_assignee on playbook_tasks (assignee_id, state, due_on);

-- Touches: calls, meetings and the like that somebody of ours had with an account.
create table touches (
  id text primary key,
  account_id text not null references accounts,
  kind text not null check (kind in ('call', 'meeting', 'email', 'visit', 'training', 'other')),
  happened_on date not null,
  minutes integer not null check (minutes between 0 and 6000),
  note text not null default '',
  logged_by text not null,
  logged_at timestamptz not null
);
create index touches_account on touches (account_id, happened_on desc);
create index touches_day on touches (happened_on);
