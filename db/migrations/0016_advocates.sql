-- The present readiness of an account (person_id null) and of each person in it.
create table readiness_scores (
  id text primary key,
  account_id text not null references accounts,
  person_id text references people,
  score numeric not null check (score between 0 and 100),
  base numeric not null check (base between 0 and 100),
  damper numeric not null check (damper between 0.6 and 1),
  coverage numeric not null check (coverage between 0 and 1),
  terms jsonb not null,
  vetoes jsonb not null,
  -- What was known when it was computed: a veto that lifts is decided again from here, without asking the peers.
  facts jsonb not null,
  -- Of an account: whom to ask, for what, why now, and the results to quote.
  nomination jsonb,
  status text not null check (status in ('ready', 'almost', 'not_now', 'unknown')),
  data_at timestamptz not null,
  scored_at timestamptz not null
);
create unique index readiness_scores_account on readiness_scores (account_id) where person_id is null;
create unique index readiness_scores_person on readiness_scores (person_id) where person_id is not null;
create index readiness_scores_rank on readiness_scores (score desc, account_id) where person_id is null;

create table asks (
  id text primary key,
  kind text not null check (kind in ('review', 'case_study', 'reference', 'referral', 'partnership')),
  account_id text not null references accounts,
  person_id text not null references people,
  programme_id text references programmes,
  state text not null check (state in ('draft', 'sent', 'accepted', 'declined', 'expired', 'cancelled')),
  readiness_score numeric,
  readiness_snapshot jsonb not null,
  subject text not null,
  body_text text not null,
  evidence jsonb not null,
  token_hash text unique,
  mail_id text references mails,
  partner_id text references partners,
  created_by text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  override_reason text,
  -- What the person agreed to, word for word: terms version and the text beside the button.
  answer jsonb,
  answered_at timestamptz,
  expires_at timestamptz
);
-- A promoter gets exactly one ask at a time.
create unique index asks_one_open on asks (person_id) where state in ('draft', 'sent');
create index asks_account on asks (account_id, created_at desc);
