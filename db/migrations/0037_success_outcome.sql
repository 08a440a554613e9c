-- What this company takes for success: every version of the rule, one of them in force.
create table success_rules (
  id text primary key,
  version integer not null unique check (version > 0),
  rule jsonb not null,
  reason text,
  is_active boolean not null,
  created_by text not null,
  created_at timestamptz not null
);
create unique index success_rules_one_active on success_rules (is_active) where is_active;
