-- Groups whose members were asked for together. asked is the batch; is_enrolled once it ended with somebody done; look the moment of the last look, in milliseconds, 0 before.
create table watched_group (
    asked       bigint                   not null primary key,
    group_id    varchar(64)              not null,
    name        varchar                  not null,
    policy      varchar                  not null,
    since       timestamp with time zone not null,
    is_enrolled boolean                  not null,
    look        bigint                   not null
);
create index watched_group_by_group on watched_group (group_id);

-- Whom nobody is to be told of again: told is the look whose news has them, 0 where they were on the list or had Shared Calling already.
create table watched_group_person (
    group_id varchar(64) not null,
    person   varchar(64) not null,
    told     bigint      not null,
    primary key (group_id, person)
);
create index watched_group_person_by_person on watched_group_person (person);
