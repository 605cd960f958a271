-- Applying takes long and comes in hundreds: its jobs have a table and workers of their own, so that nobody waits behind
-- them for an answer. The columns are those of V2.
create table applying_tasks (
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
create index applying_tasks_by_time on applying_tasks (execution_time);
create index applying_tasks_by_heartbeat on applying_tasks (last_heartbeat);

insert into applying_tasks select * from scheduled_tasks where task_name = 'apply-request';
delete from scheduled_tasks where task_name = 'apply-request';
