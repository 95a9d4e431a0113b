-- Acts towards partners that must not happen twice: the intent is committed before the call, the outcome after it.
-- An intent without outcome is never sent again before the partner or a person has said what came of it.
-- deadline_at: when the call is over at the latest. ended_at: when it was, or when the doubt about it ended.
-- delivered_at: when the case took the result; until then no new round may begin.
create table act_journal (
  case_id      varchar(64)   not null,
  activity_id  varchar(255)  not null,
  round        int           not null,
  state        varchar(20)   not null check (state in ('INTENT', 'DONE', 'CERTAINLY_NOT', 'DECIDED')),
  node         varchar(255)  not null,
  sent         varchar       not null,
  outcome      varchar,
  started_at   timestamp with time zone not null,
  deadline_at  timestamp with time zone not null,
  ended_at     timestamp with time zone,
  delivered_at timestamp with time zone,
  decided_by   varchar(255),
  primary key (case_id, activity_id, round)
);
