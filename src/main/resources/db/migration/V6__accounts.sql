-- Whose account on the channel it is: who is mentioned in a message is known by that alone. Null until the person is next heard from.
alter table conversation add column account varchar(512);
create index conversation_by_account on conversation (account);
