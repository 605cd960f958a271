-- Overrides of emergency gaps. open_person is the person while it is asked for or in force: each has one at most. by_person are those named in it but the person.
create table emergency_override (
    number      bigint                   not null primary key,
    version     bigint                   not null,
    person      varchar(64)              not null,
    open_person varchar(64),
    moved_at    timestamp with time zone not null,
    body        varchar                  not null,
    constraint emergency_override_open unique (open_person)
);
create index emergency_override_by_person on emergency_override (person);
