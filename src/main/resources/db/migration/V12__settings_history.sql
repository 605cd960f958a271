-- What people's voice settings were: a row for what readings found the same each time, from the first of them to the last.
create table settings_version (
    person     varchar(64)              not null,
    number     int                      not null,
    first_seen timestamp with time zone not null,
    last_seen  timestamp with time zone not null,
    request    bigint,
    body       varchar                  not null,
    primary key (person, number)
);
create index settings_version_by_last_seen on settings_version (last_seen);
