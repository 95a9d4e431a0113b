-- Secrets of persons, sealed with a key that is not in this database.
-- made_for: the task or start whose form it was entered in. expires_at: the end of its claim; null once a case adopted it.
-- sealed: null once destroyed; the row then tells that there was a secret, who entered it, and when it went.
create table secret (
  id           varchar(43)  primary key,
  kind         varchar(60)  not null,
  sealed       bytea,
  key_id       varchar(16)  not null,
  made_by      varchar(255) not null,
  made_for     varchar(255) not null,
  case_id      varchar(64),
  unit         varchar(64),
  created_at   timestamp with time zone not null,
  expires_at   timestamp with time zone,
  destroyed_at timestamp with time zone
);
create index secret_case on secret (case_id);
create index secret_expires on secret (expires_at);
