-- Whether it was looked for what changed in a version without us. What was there before nobody is told of.
alter table settings_version add column looked boolean default true not null;
alter table settings_version alter column looked set default false;
create index settings_version_by_looked on settings_version (looked, first_seen, person, number);

-- What changed without us by one cause. Its number is taken from request_counter, as those of requests are. by_person is whoever is named in state.
create table drift (
    number    bigint                   not null primary key,
    version   bigint                   not null,
    cause     varchar                  not null,
    is_open   boolean                  not null,
    told      boolean                  not null,
    by_person varchar(64),
    moved_at  timestamp with time zone not null,
    state     varchar                  not null,
    body      varchar                  not null
);
create index drift_by_cause on drift (cause);
create index drift_by_open on drift (is_open, told);

-- Whom a drift is about. is_back: they have again what they had. cannot: why they cannot be put back.
create table drift_person (
    drift   bigint      not null,
    person  varchar(64) not null,
    is_back boolean     not null,
    cannot  varchar,
    body    varchar     not null,
    primary key (drift, person)
);
create index drift_person_by_person on drift_person (person, is_back);
