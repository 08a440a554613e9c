-- Every account that was once ready to be asked, and whether it may be: a small share, dealt by a keyed hash, is kept back,
-- so that what asking brings can be told from what would have come anyway.
create table ask_exposures (
  account_id text primary key references accounts,
  arm text not null check (arm in ('ask', 'hold')),
  -- The share kept back when this was dealt.
  hold_bps integer not null check (hold_bps between 0 and 5000),
  score numeric not null,
  ready_at timestamptz not null
);
create index ask_exposures_arm on ask_exposures (arm, ready_at);

create table ask_settings (
  id boolean primary key default true check (id),
  hold_bps integer not null check (hold_bps between 0 and 5000),
  updated_by text not null,
  updated_at timestamptz not null
);
