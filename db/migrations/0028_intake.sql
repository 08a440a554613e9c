-- How far each edge's log is in the database: moved in the transaction that stores what was read up to there.
create table intake_positions (
  edge_id text primary key,
  segment bigint not null,
  position bigint not null,
  moved_at timestamptz not null
);

-- Records of a log that could not be stored, kept as they were received.
create table intake_rejects (
  edge_id text not null,
  segment bigint not null,
  position bigint not null,
  kind smallint not null,
  received_at timestamptz not null,
  payload bytea not null,
  reason text not null,
  rejected_at timestamptz not null,
  primary key (edge_id, segment, position)
);
