-- How far a machine was made ready for START SYNC: its backup, by the SHA-256 of the file, and when HAPUS came after it.
alter table server_binding add column backup_sha256 varchar(64);
alter table server_binding add column emptied_at timestamp with time zone;
alter table server_binding add constraint server_binding_emptied_after_backup
  check (emptied_at is null or backup_sha256 is not null);
