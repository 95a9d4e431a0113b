-- Addresses that Alur was to call and may not: admin-alur is told of each once.
create table address_request (
  scheme   varchar(10)  not null,
  host     varchar(255) not null,
  port     int          not null,
  asked_at timestamp with time zone not null,
  told_at  timestamp with time zone,
  primary key (scheme, host, port)
);
