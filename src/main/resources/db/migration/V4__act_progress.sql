-- How a call goes that is under way, in its worker's words for people. The last words stay after its end.
alter table act_journal add column progress varchar;
