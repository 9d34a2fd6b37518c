-- The tables of the SQLite store, column for column. Text sorts by code points in both, hence collate "C".
create table moments (
  moment bigint primary key,
  at text collate "C" not null
);
create index moments_at on moments (at);

create table records (
  number bigint primary key,
  source text collate "C" not null,
  id text collate "C" not null,
  version bigint not null,
  source_version bigint,
  fields text collate "C" not null,
  observed_at text collate "C",
  moment bigint not null,
  client bigint not null,
  is_withdrawn bigint not null,
  person bigint not null,
  changed_at bigint not null
);
create unique index records_key on records (source, id);
create index records_changed_at on records (changed_at);

create table record_versions (
  record bigint not null,
  version bigint not null,
  source_version bigint,
  fields text collate "C" not null,
  observed_at text collate "C",
  moment bigint not null,
  client bigint not null,
  is_withdrawn bigint not null,
  primary key (record, version)
);

create table persons (
  number bigint primary key,
  id text collate "C" not null,
  state text collate "C" not null,
  successors text collate "C" not null,
  created_at bigint not null,
  changed_at bigint not null
);
create unique index persons_id on persons (id);
create index persons_changed_at on persons (changed_at);

create table memberships (
  record bigint not null,
  from_moment bigint not null,
  person bigint not null,
  to_moment bigint,
  primary key (record, from_moment)
);
create index memberships_person on memberships (person);

create table events (
  cursor bigint primary key,
  moment bigint not null,
  type text collate "C" not null,
  person bigint not null,
  detail text collate "C" not null,
  recipients text collate "C" not null
);
create index events_person on events (person, cursor);

create table decisions (
  number bigint primary key,
  id text collate "C" not null,
  kind text collate "C" not null,
  record_groups text collate "C" not null,
  reason text collate "C" not null,
  client bigint not null,
  moment bigint not null,
  withdrawn_at bigint,
  withdrawn_by bigint,
  changed_at bigint not null
);
create unique index decisions_id on decisions (id);
create index decisions_changed_at on decisions (changed_at);

create table reviews (
  id text collate "C" primary key,
  kind text collate "C" not null,
  records text collate "C" not null,
  harm double precision not null,
  state text collate "C" not null,
  claimed_by bigint,
  claimed_at text collate "C",
  opened_at bigint not null,
  changed_at bigint not null
);
create index reviews_open on reviews (harm desc, id) where state <> 'done';

create table review_records (
  record bigint not null,
  review text collate "C" not null,
  primary key (record, review)
);
create index review_records_review on review_records (review);

create table clients (
  number bigint primary key,
  name text collate "C" not null unique,
  key_hash text collate "C" not null unique,
  purposes text collate "C" not null,
  sources text collate "C",
  fields text collate "C",
  created_at text collate "C" not null,
  revoked_at text collate "C"
);

create table audit (
  number bigint primary key,
  at text collate "C" not null,
  client bigint not null,
  purpose text collate "C" not null,
  route text collate "C" not null,
  status bigint not null,
  persons text collate "C" not null,
  records text collate "C" not null
);

create table disclosures (
  person bigint not null,
  client bigint not null,
  primary key (person, client)
);

create table settings (
  name text collate "C" primary key,
  value text collate "C" not null
);

-- A file's chunks are written under a new number; only a complete file is read, and at most one of a name is complete.
create table files (
  number bigint generated always as identity primary key,
  name text collate "C" not null,
  is_complete bigint not null
);
create unique index files_name on files (name) where is_complete = 1;

create table file_chunks (
  file bigint not null,
  part bigint not null,
  bytes bytea not null,
  primary key (file, part)
);
-- Snapshots are compressed already, or do not compress.
alter table file_chunks alter column bytes set storage external;
