-- Test calls that are to be made, and what somebody says came of them. Their numbers are taken from request_counter; policy is in lower case.
create table test_call (
    number   bigint                   not null primary key,
    policy   varchar(200)             not null,
    name     varchar(200)             not null,
    place    varchar                  not null,
    is_echo  boolean                  not null,
    asked_by varchar(64)              not null,
    asked_at timestamp with time zone not null,
    outcome  varchar(20),
    said_by  varchar(64),
    said_at  timestamp with time zone,
    note     varchar
);
create index test_call_by_policy on test_call (policy, number);
