-- The mode chosen while running, in the only row; nothing chosen where mode is null. wish_by asked for live and waits for a second person.
create table operating_mode (
    id        smallint                 not null primary key check (id = 1),
    mode      varchar(20),
    chosen_at timestamp with time zone,
    wish_by   varchar(64),
    wish_at   timestamp with time zone
);

insert into operating_mode (id) values (1);
