-- What units came to, every some 200 of their events: from there a unit of a past board is folded, and not from its first day. Follows from the journal.
create table unit_state (
  stream  text collate "C" not null,
  version int not null,
  hash    text not null,
  rules   int not null,
  state   text not null,
  primary key (stream, version)
);
