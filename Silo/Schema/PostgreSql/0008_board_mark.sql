-- What stood on the board every ten minutes: from the last mark a past board is made. Follows from the journal.
create table board_mark (
  epoch    text collate "C" not null,
  slot     bigint not null,
  position bigint not null,
  at       timestamptz not null,
  items    text not null,
  primary key (epoch, slot)
);
create index board_mark_position on board_mark (epoch, position);
