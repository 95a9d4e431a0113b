-- What was a problem, and how it was solved: for staff and faculty operators. Written without names and numbers of
-- people, so it stays when its complaint is forgotten. Rows are added, never changed.
create table solution (
  number      bigint        generated always as identity primary key,
  unit        varchar(64)   not null,
  case_id     varchar(64)   not null,
  round       int           not null,
  kind        varchar(40)   not null,
  problem     varchar(2000) not null,
  solution    varchar(4000) not null,
  recorded_by varchar(255)  not null,
  recorded_at timestamp with time zone not null,
  unique (case_id, round)
);
create index solution_unit on solution (unit, number);
