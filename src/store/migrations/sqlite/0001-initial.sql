-- Facts: records and decisions. Conclusions with their history: persons, memberships, events. Who was told what: audit,
-- disclosures. Lists are JSON text, times ISO 8601 text, truth values 0 and 1; numbers are given by the application.
create table moments (
  moment integer primary key,
  at text not null
) strict;
create index moments_at on moments (at);

create table records (
  number integer primary key,
  source text not null,
  id text not null,
  version integer not null,
  source_version integer,
  fields text not null,
  observed_at text,
  moment integer not null,
  client integer not null,
  is_withdrawn integer not null,
  person integer not null,
  changed_at integer not null
) strict;
create unique index records_key on records (source, id);
create index records_changed_at on records (changed_at);

create table record_versions (
  record integer not null,
  version integer not null,
  source_version integer,
  fields text not null,
  observed_at text,
  moment integer not null,
  client integer not null,
  is_withdrawn integer not null,
  primary key (record, version)
) strict, without rowid;

create table persons (
  number integer primary key,
  id text not null,
  state text not null,
  successors text not null,
  created_at integer not null,
  changed_at integer not null
) strict;
create unique index persons_id on persons (id);
create index persons_changed_at on persons (changed_at);

create table memberships (
  record integer not null,
  from_moment integer not null,
  person integer not null,
  to_moment integer,
  primary key (record, from_moment)
) strict, without rowid;
create index memberships_person on memberships (person);

create table events (
  cursor integer primary key,
  moment integer not null,
  type text not null,
  person integer not null,
  detail text not null,
  recipients text not null
) strict;
create index events_person on events (person, cursor);

create table decisions (
  number integer primary key,
  id text not null,
  kind text not null,
  record_groups text not null,
  reason text not null,
  client integer not null,
  moment integer not null,
  withdrawn_at integer,
  withdrawn_by integer,
  changed_at integer not null
) strict;
create unique index decisions_id on decisions (id);
create index decisions_changed_at on decisions (changed_at);

create table reviews (
  id text primary key,
  kind text not null,
  records text not null,
  harm real not null,
  state text not null,
  claimed_by integer,
  claimed_at text,
  opened_at integer not null,
  changed_at integer not null
) strict, without rowid;
create index reviews_open on reviews (harm desc, id) where state <> 'done';

create table review_records (
  record integer not null,
  review text not null,
  primary key (record, review)
) strict, without rowid;
create index review_records_review on review_records (review);

create table clients (
  number integer primary key,
  name text not null unique,
  key_hash text not null unique,
  purposes text not null,
  sources text,
  fields text,
  created_at text not null,
  revoked_at text
) strict;

create table audit (
  number integer primary key,
  at text not null,
  client integer not null,
  purpose text not null,
  route text not null,
  status integer not null,
  persons text not null,
  records text not null
) strict;

create table disclosures (
  person integer not null,
  client integer not null,
  primary key (person, client)
) strict, without rowid;

create table settings (
  name text primary key,
  value text not null
) strict, without rowid;

-- A file's chunks are written under a new number; only a complete file is read, and at most one of a name is complete.
create table files (
  number integer primary key,
  name text not null,
  is_complete integer not null
) strict;
create unique index files_name on files (name) where is_complete = 1;

create table file_chunks (
  file integer not null,
  part integer not null,
  bytes blob not null,
  primary key (file, part)
) strict;
