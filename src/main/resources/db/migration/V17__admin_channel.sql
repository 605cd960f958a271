-- What voice admins are told that nobody asked for. Numbers are taken from request_counter; kind and subject say what it is about, the card is made when it is sent.
create table news (
    number    bigint                   not null primary key,
    version   bigint                   not null,
    kind      varchar(40)              not null,
    subject   varchar(200)             not null,
    posted_at timestamp with time zone not null,
    constraint news_once unique (kind, subject)
);

-- The conversation it goes to, at most one.
create table admin_channel (
    id           smallint                 not null primary key check (id = 1),
    place        varchar(20)              not null,
    tenant_id    varchar(64)              not null,
    locale       varchar(40)              not null,
    service_url  varchar(2048)            not null,
    channel      varchar(64)              not null,
    conversation varchar(512)             not null,
    bot          varchar(512)             not null,
    since        timestamp with time zone not null
);
