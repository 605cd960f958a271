-- What a request is about is a person, by their object id, or a policy, as policy:NAME, whose name may be longer.
-- The columns keep their names: replicas of the version before go on reading them during an update.
alter table request alter column person set data type varchar(256);
alter table request alter column open_person set data type varchar(256);
