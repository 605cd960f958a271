-- Requests for many people that are decided together. Their numbers are taken from request_counter, as those of requests are.
create table batch (
    number    bigint                   not null primary key,
    version   bigint                   not null,
    state     varchar(20)              not null,
    requester varchar(64)              not null,
    asked_at  timestamp with time zone not null,
    body      varchar                  not null
);
create index batch_by_state on batch (state);
create index batch_by_requester on batch (requester);

-- The batch a request was asked for with. left_batch: a fresh look took it out, and it is decided alone since.
alter table request add column batch bigint;
alter table request add column left_batch boolean default false not null;
create index request_by_batch on request (batch, state);
