create table partners (
  id text primary key,
  kind text not null check (kind in ('customer', 'affiliate', 'creator', 'agency', 'adviser', 'reader')),
  name text not null check (name <> ''),
  email text not null,
  email_normalised text not null unique,
  account_id text references accounts,
  person_id text references people,
  state text not null check (state in ('invited', 'approved', 'suspended', 'closed')),
  approved_at timestamptz,
  country text check (country ~ '^[A-Z]{2}$'),
  categories text[] not null default '{}',
  -- Who recruited it: earns a part on top of its commissions.
  parent_partner_id text references partners,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index partners_account on partners (account_id) where account_id is not null;

-- What a partner's state was, when: "approved at the click", "suspended at the conversion".
create table partner_states (
  partner_id text not null references partners,
  state text not null check (state in ('invited', 'approved', 'suspended', 'closed')),
  at timestamptz not null,
  actor_id text not null,
  reason text,
  primary key (partner_id, at)
);

create table enrolments (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  state text not null check (state in ('active', 'paused', 'ended')),
  terms_accepted_version integer not null,
  terms_accepted_at timestamptz not null,
  enrolled_at timestamptz not null,
  -- How it came in: by somebody's hand, by an application, or by itself; and whose hand it was.
  origin text not null default 'invited' check (origin in ('invited', 'applied', 'joined')),
  enrolled_by text not null default 'system',
  -- What this partner earns in place of the programme's rates; null: the programme's.
  earning_override jsonb,
  unique (programme_id, partner_id)
);

create table links (
  id text primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9_-]{3,64}$'),
  programme_id text not null references programmes,
  partner_id text not null references partners,
  target_url text not null,
  state text not null check (state in ('active', 'paused', 'ended')),
  expires_at timestamptz,
  created_at timestamptz not null
);
create index links_partner on links (partner_id, created_at);

-- A firehose: the primary key holds the distribution column (link_id), no foreign key, no trigger.
create table clicks (
  link_id text collate "C" not null,
  id text collate "C" not null,
  partner_id text not null,
  programme_id text not null,
  occurred_at timestamptz not null,
  visitor_key text,
  network_key text,
  consent boolean not null,
  kind text not null check (kind in ('human', 'bot', 'prefetch', 'head')),
  known_account_id text,
  referrer_host text,
  -- What a network wrote on the link for itself: its click id, its sub ids.
  sub jsonb,
  primary key (link_id, id)
);
create index clicks_partner on clicks (partner_id, occurred_at desc);
create index clicks_visitor on clicks (visitor_key, occurred_at) where visitor_key is not null;

create table clicks_daily (
  link_id text collate "C" not null,
  on_date date not null,
  kind text collate "C" not null,
  clicks bigint not null,
  primary key (link_id, on_date, kind)
);

create table coupons (
  code text primary key check (code = upper(code)),
  programme_id text not null references programmes,
  partner_id text not null references partners,
  state text not null check (state in ('active', 'ended')),
  -- 1 makes a coupon for one use; null lasts. An account that used it may use it again.
  accounts_at_most integer check (accounts_at_most > 0),
  expires_at timestamptz,
  created_at timestamptz not null
);
