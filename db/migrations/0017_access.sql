-- What a signed-in user may do. The users themselves live in the schema auth.
create table members (
  user_id text primary key,
  role text not null check (role in ('owner', 'manager', 'finance', 'viewer', 'partner')),
  partner_id text references partners,
  created_at timestamptz not null,
  check ((role = 'partner') = (partner_id is not null))
);
create unique index members_partner on members (partner_id) where partner_id is not null;
