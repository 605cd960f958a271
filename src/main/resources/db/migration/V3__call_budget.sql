-- How many calls the replicas may still make, one bucket a surface. Used on PostgreSQL; an embedded database has one
-- process, which counts in memory. The state is null only between the first sight of a surface and its first call.
create table call_budget (
    surface varchar(60) not null primary key,
    state   bytea
);
