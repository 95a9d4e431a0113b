-- The one open case about the applications of a unit. Its row stays, to be locked by whoever has a cause for an update;
-- case_id: null while there is no such case.
create table app_update (
  unit        varchar(64) primary key,
  case_id     varchar(64) unique,
  case_number varchar(40),
  check ((case_id is null) = (case_number is null))
);
-- Which versions a case installed, or found if there was nothing newer.
create table app_version (
  case_id            varchar(64)  primary key,
  unit               varchar(64)  not null,
  feeder_version     varchar(60)  not null,
  integrator_version varchar(60)  not null,
  installed          boolean      not null,
  recorded_by        varchar(255) not null,
  recorded_at        timestamp with time zone not null
);
create index app_version_unit on app_version (unit, recorded_at);
