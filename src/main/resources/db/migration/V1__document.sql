-- What is too big for the engine lies as a file in the data folder; this table says what it is and whose.
-- erase_at: when the file may go. Until a case adopts the document: the end of its claim; once the case ended: the end
-- of keeping; null while the case runs. A document that a case adopted keeps its row and its hash for ever.
create table document (
  id          varchar(36)  primary key,
  kind        varchar(60)  not null,
  name        varchar(255) not null,
  size_bytes  bigint       not null,
  sha256      char(64)     not null,
  unit        varchar(64),
  made_by     varchar(255) not null,
  made_for    varchar(255) not null,
  case_id     varchar(64),
  created_at  timestamp with time zone not null,
  erase_at    timestamp with time zone,
  erased_at   timestamp with time zone
);
create index document_case on document (case_id);
create index document_erase on document (erase_at);
