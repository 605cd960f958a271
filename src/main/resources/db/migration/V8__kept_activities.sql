-- Activities whose delivery was acknowledged before they were answered, as they were received: whoever finds one that nobody is at answers it.
-- A row goes when its activity is answered. service_url is what the verified token was for, empty without a token; due is when it may be looked at (again).
create table kept_activity (
    id          varchar(64)              not null primary key,
    activity    varchar                  not null,
    service_url varchar(2048)            not null,
    since       timestamp with time zone not null,
    due         timestamp with time zone not null
);
create index kept_activity_by_due on kept_activity (due);
