-- Valid for H2 2 in its default mode and for PostgreSQL 15 and later.

-- The number of the latest request.
create table request_counter (
    id     smallint not null primary key,
    latest bigint   not null
);
insert into request_counter (id, latest) values (1, 1000);

-- One row a request. What is asked for in queries is a column; the whole is JSON in body.
-- open_person is the person while the request is open, so that nobody has two open requests.
create table request (
    number      bigint                   not null primary key,
    version     bigint                   not null,
    state       varchar(20)              not null,
    requester   varchar(64)              not null,
    person      varchar(64)              not null,
    open_person varchar(64)              unique,
    asked_at    timestamp with time zone not null,
    body        varchar                  not null
);
create index request_by_state on request (state);
create index request_by_requester on request (requester);
create index request_by_person on request (person);

-- What requests were before; kept for some days so that people can be told what changed.
create table request_version (
    number   bigint                   not null,
    version  bigint                   not null,
    kept_at  timestamp with time zone not null,
    body     varchar                  not null,
    primary key (number, version)
);

-- One-shot buttons, by the hash of what they carry.
create table token (
    hash       varchar(64)              not null primary key,
    expires_at timestamp with time zone not null
);

-- The audit chain. content may be erased one day (set to null); content_hash keeps the chain whole.
create table audit (
    number        bigint                   not null primary key,
    at            timestamp with time zone not null,
    actor         varchar(64),
    action        varchar(30)              not null,
    request       bigint,
    person        varchar(64),
    content       varchar,
    content_hash  varchar(64)              not null,
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null
);
create index audit_by_request on audit (request);
create index audit_by_person on audit (person);
create index audit_by_actor on audit (actor);

-- The one row everybody who appends waits for.
create table audit_head (
    id     smallint    not null primary key,
    number bigint      not null,
    hash   varchar(64) not null
);
insert into audit_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Where people can be reached, and which cards they have.
create table conversation (
    person  varchar(64) not null primary key,
    address varchar     not null
);
create table card_copy (
    conversation varchar(512) not null,
    activity     varchar(512) not null,
    topic        varchar(100) not null,
    address      varchar      not null,
    primary key (conversation, activity)
);
create index card_copy_by_topic on card_copy (topic);
create table seen_activity (
    id varchar(512)             not null primary key,
    at timestamp with time zone not null
);
create index seen_activity_by_time on seen_activity (at);
