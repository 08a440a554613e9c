-- A named prospect: who referred whom, when, how. Sales move it along; what cannot count is kept as lost with its reason.
create table referrals (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  source text not null check (source in ('form', 'portal', 'console', 'api')),
  company_name text not null check (company_name <> ''),
  contact_name text not null,
  contact_email text not null,
  email_normalised text not null,
  company_domain text,
  note text not null default '',
  consent_text text not null,
  expected_value_minor bigint check (expected_value_minor between 0 and 9007199254740991),
  stage text not null check (stage in ('submitted', 'accepted', 'qualified', 'meeting', 'won', 'lost')),
  lost_reason text,
  owner_id text,
  -- When the partner may expect an answer, and until when nobody else can be credited with the prospect.
  answer_by timestamptz not null,
  reminded_at timestamptz,
  protected_until timestamptz not null,
  account_id text references accounts,
  submitted_at timestamptz not null,
  moved_at timestamptz not null,
  check ((stage = 'lost') = (lost_reason is not null))
);
-- One prospect belongs to one live referral: the first counts, later ones are kept as lost.
create unique index referrals_live_email on referrals (email_normalised) where stage <> 'lost';
create unique index referrals_live_domain on referrals (company_domain) where stage <> 'lost' and company_domain is not null;
create index referrals_partner on referrals (partner_id, submitted_at desc);
create index referrals_stage on referrals (stage, submitted_at desc);
create index referrals_account on referrals (account_id) where account_id is not null;
create index referrals_unanswered on referrals (answer_by) where stage = 'submitted' and reminded_at is null;

-- Every step a referral made, who made it, and what they wrote.
create table referral_steps (
  id text primary key,
  referral_id text not null references referrals,
  stage text not null,
  reason text,
  note text not null default '',
  actor_id text not null,
  at timestamptz not null
);
create index referral_steps_referral on referral_steps (referral_id, id);

-- How a programme takes referrals; a programme without a row uses the defaults.
create table referral_settings (
  programme_id text primary key references programmes,
  answer_within_hours integer not null check (answer_within_hours between 1 and 2160),
  protect_days integer not null check (protect_days between 1 and 730),
  owner_id text,
  hand_off_email text,
  form_open boolean not null
);

-- Hosts beside the product's own to which links may lead, once their owner has shown that they are the company's.
create table link_domains (
  domain text primary key check (domain = lower(domain)),
  token text not null,
  verified_at timestamptz,
  created_by text not null,
  created_at timestamptz not null
);
