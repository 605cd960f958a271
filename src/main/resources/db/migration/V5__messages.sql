-- The newest address of the connector for a conversation (threads of a channel share one): cards posted there are replaced through it.
create table service_url (
    conversation varchar(512)  not null primary key,
    url          varchar(2048) not null
);

-- Messages still to be sent (to person, activity empty) and cards still to be replaced (person empty). A lane is a conversation, or to:PERSON while the person has none.
-- revision grows each time it is wanted again; due is null when it was given up, or was sent and must not be sent again; why has a message key.
create table message (
    lane     varchar(512)             not null,
    kind     varchar(20)              not null,
    request  bigint                   not null,
    occasion varchar(40)              not null,
    activity varchar(512)             not null,
    person   varchar(64)              not null,
    revision bigint                   not null,
    tries    int                      not null,
    since    timestamp with time zone not null,
    due      timestamp with time zone,
    why      varchar(40)              not null,
    primary key (lane, kind, request, occasion, activity)
);
create index message_by_due on message (due);
create index message_by_request on message (request);
create index message_by_person on message (person);

-- The table of db-scheduler 16 for the lanes.
create table sending_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(200)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(200),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index sending_tasks_by_time on sending_tasks (execution_time);
create index sending_tasks_by_heartbeat on sending_tasks (last_heartbeat);
