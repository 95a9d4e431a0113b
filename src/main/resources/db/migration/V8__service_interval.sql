-- When the service clock of a case ran, working hours or not. ended_at: null while it runs.
-- running: true while it runs, else null, so that the database allows a case one running interval.
create table service_interval (
  case_id    varchar(64) not null,
  number     int         not null,
  started_at timestamp with time zone not null,
  ended_at   timestamp with time zone,
  running    boolean check (running),
  primary key (case_id, number),
  unique (case_id, running),
  check ((ended_at is null) = (running is not null)),
  check (ended_at >= started_at)
);
