-- A complaint and who made it: too personal for the engine. What a person wrote is null once its time is over.
create table complaint (
  case_id         varchar(64)  primary key,
  unit            varchar(64)  not null,
  case_number     varchar(40),
  tracking_code   varchar(40)  not null unique,
  submission_key  varchar(64)  unique,
  state           varchar(20)  not null,
  language        varchar(2)   not null check (language in ('id', 'en')),
  requester_name  varchar(200),
  requester_email varchar(254),
  identifier      varchar(100),
  subject         varchar(200),
  text            varchar(4000),
  received_at     timestamp with time zone not null,
  settled_at      timestamp with time zone,
  ended_at        timestamp with time zone,
  forget_at       timestamp with time zone
);
create index complaint_unit on complaint (unit, state);
create index complaint_forget on complaint (forget_at);

-- What was said about it after that: questions, answers, solutions.
create table complaint_entry (
  case_id    varchar(64)   not null references complaint,
  number     int           not null,
  kind       varchar(20)   not null,
  written_by varchar(255),
  text       varchar(4000) not null,
  written_at timestamp with time zone not null,
  primary key (case_id, number)
);
