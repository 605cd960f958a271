-- What people attested that no API tells. Its number is taken from request_counter; of one rule and subject the greatest version counts.
create table attestation (
    number       bigint                   not null primary key,
    rule         varchar(20)              not null,
    kind         varchar(20)              not null,
    subject      varchar(200)             not null,
    version      int                      not null,
    name         varchar                  not null,
    attested_by  varchar(64)              not null,
    attested_at  timestamp with time zone not null,
    last_day     date                     not null,
    reason       varchar                  not null,
    evidence     varchar,
    about        varchar                  not null,
    withdrawn_by varchar(64),
    withdrawn_at timestamp with time zone,
    constraint attestation_once unique (rule, kind, subject, version)
);
