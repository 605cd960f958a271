-- Free numbers that are reserved. Its number is taken from request_counter; open_phone is the telephone number while the reservation is open: each has one at most.
create table number_reservation (
    number      bigint                   not null primary key,
    phone       varchar(64)              not null,
    open_phone  varchar(40),
    kind        varchar(20)              not null,
    subject     varchar(500)             not null,
    name        varchar(500)             not null,
    reserved_by varchar(64)              not null,
    reserved_at timestamp with time zone not null,
    last_day    date                     not null,
    reason      varchar                  not null,
    ended_at    timestamp with time zone,
    constraint number_reservation_open unique (open_phone)
);
