-- Lists of people to be enrolled. Their numbers are taken from request_counter. given has the rows as they were given, in JSON, until they are forgotten.
create table people_import (
    number     bigint                   not null primary key,
    version    bigint                   not null,
    owner      varchar(64)              not null,
    created_at timestamp with time zone not null,
    expires    timestamp with time zone not null,
    done       int                      not null,
    given      varchar,
    body       varchar                  not null
);
create index people_import_by_owner on people_import (owner);

-- Judged rows, in the order in which they are shown. given as it was written, in small letters, by which somebody is found who is to be erased.
create table people_import_row (
    import bigint  not null,
    place  int     not null,
    given  varchar not null,
    person varchar(64),
    body   varchar not null,
    primary key (import, place)
);
create index people_import_row_by_person on people_import_row (person);

-- The table of db-scheduler 16 for imports, apart from others: a thousand applications shall not hold up a preview.
create table import_tasks (
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
create index import_tasks_by_time on import_tasks (execution_time);
create index import_tasks_by_heartbeat on import_tasks (last_heartbeat);
