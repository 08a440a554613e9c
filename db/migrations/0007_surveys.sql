create table surveys (
  id text primary key,
  source text not null,
  external_id text not null,
  kind text not null check (kind in ('nps', 'csat', 'ces', 'open', 'onboarding', 'partner_satisfaction')),
  title text not null,
  created_at timestamptz not null,
  unique (source, external_id)
);

create table survey_answers (
  id text primary key,
  survey_id text not null references surveys,
  account_id text references accounts,
  person_id text references people,
  source text not null,
  external_id text not null,
  score numeric,
  scale_max smallint check (scale_max in (5, 7, 10)),
  answer_text text,
  answered_at timestamptz not null,
  attributes jsonb not null default '{}',
  unique (source, external_id),
  check (score is null or (score >= 0 and score <= scale_max))
);
create index survey_answers_account on survey_answers (account_id, answered_at desc);
create index survey_answers_person on survey_answers (person_id, answered_at desc);
