-- Rows of reports that follow the journal at a position of their own (Grains/Projections). They may be lost: then they are made anew.
create table projection (
  name text primary key,
  code smallint not null,
  epoch text not null,
  position bigint not null,
  rebuilt bigint
);

-- at and value are null where a thing has no row: an older row must not come back behind it.
create table projected_row (
  name text not null,
  stream text collate "C" not null,
  version int not null,
  at timestamptz(3),
  station text,
  value text,
  primary key (name, stream)
);
create index projected_row_at on projected_row (name, at) where value is not null;
