-- What is known of people under Shared Calling, what came about with them, and where the directory goes on telling of changes.
create table watched_person (
    person     varchar(64)              not null primary key,
    name       varchar                  not null,
    enabled    boolean,
    department varchar,
    country    varchar(8),
    licensed   boolean,
    seen       timestamp with time zone not null
);
create index watched_person_by_seen on watched_person (seen);
create table watch_finding (
    person  varchar(64)              not null references watched_person (person) on delete cascade,
    cause   varchar(16)              not null,
    earlier varchar                  not null,
    since   timestamp with time zone not null,
    told    boolean                  not null,
    request bigint,
    primary key (person, cause)
);
create table watch_link (
    id   smallint not null primary key,
    link varchar  not null
);
