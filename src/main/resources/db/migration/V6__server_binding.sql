-- Which machine has which ID Server in a round of the exam: reserved while its case works towards nine green, bound for
-- ever then. server_id: null once the machine was replaced; given_up_id then says which it had.
-- replaces: the machine from which a reservation took its ID Server; it gets it back if this case ends without nine green.
create table server_binding (
  exam_round    varchar(40) not null,
  serial_number varchar(64) not null,
  server_id     varchar(40),
  case_id       varchar(64) not null unique,
  reserved_at   timestamp with time zone not null,
  bound_at      timestamp with time zone,
  given_up_id   varchar(40),
  replaces      varchar(64),
  primary key (exam_round, serial_number),
  unique (exam_round, server_id),
  foreign key (exam_round, replaces) references server_binding (exam_round, serial_number),
  check (server_id is not null or (bound_at is not null and given_up_id is not null))
);
-- START SYNC that were begun and whose end nobody has seen: at most one for a machine. A mark outlives its case, for the
-- machine may still be at it.
create table running_sync (
  exam_round    varchar(40) not null,
  serial_number varchar(64) not null,
  case_id       varchar(64) not null,
  begun_at      timestamp with time zone not null,
  primary key (exam_round, serial_number)
);
