-- Who may come in. The schema auth holds the sign-in library's four tables: its "account" is a way of signing in, ours
-- is a customer company.
create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth."user" on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_of_user on auth.session (user_id);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_of_user on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on auth.verification (identifier);

-- What a signed-in user may do here. A user without a row here may do nothing.
create table members (
  user_id text primary key references auth."user",
  role text not null check (role in ('owner', 'manager', 'finance', 'viewer', 'partner')),
  partner_id text references partners,
  invited_by text,
  created_at timestamptz not null,
  last_seen_at timestamptz,
  check ((role = 'partner') = (partner_id is not null))
);
create unique index members_partner on members (partner_id) where partner_id is not null;

-- A sign-in link is a signed token and works once: using it leaves its number here until it would have expired anyway.
create table sign_in_links_used (
  nonce text primary key,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_links_used_expires on sign_in_links_used (expires_at);

create table api_keys (
  id text primary key,
  name text not null check (name <> ''),
  prefix text not null,
  secret_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
