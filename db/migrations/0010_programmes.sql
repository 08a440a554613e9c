create table programmes (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  template text not null,
  state text not null check (state in ('draft', 'live', 'paused', 'closed')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  zone text not null,
  attribution jsonb not null,
  -- Who it is for, in words; a private one is seen only by who is in it.
  audience text not null default '',
  visibility text not null default 'public' check (visibility in ('public', 'private')),
  -- What a partner must have done before it may earn, beside being enrolled and having accepted the terms.
  gates jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Terms are versioned and never edited; the version in force at an instant decides.
create table programme_terms (
  id text primary key,
  programme_id text not null references programmes,
  version integer not null check (version >= 1),
  effective_at timestamptz not null,
  terms jsonb not null,
  -- From its start on nobody earns who has not accepted it, or a later one.
  needs_acceptance boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  unique (programme_id, version)
);
create index programme_terms_effective on programme_terms (programme_id, effective_at desc);
