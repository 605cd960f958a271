-- What people ask of the voice team. Its number is that of its news; words and answer are theirs, and stand nowhere else.
create table enquiry (
    number   bigint                   not null primary key,
    kind     varchar(20)              not null,
    person   varchar(64)              not null,
    asked_by varchar(64)              not null,
    words    varchar(1000)            not null,
    since    varchar(1000)            not null,
    asked_at timestamp with time zone not null,
    state    varchar(20)              not null,
    moved_by varchar(64),
    moved_at timestamp with time zone,
    answer   varchar(1000)
);
