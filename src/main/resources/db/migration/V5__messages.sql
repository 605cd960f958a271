-- The newest address of the connector for a conversation (threads of a channel share one): cards posted there are replaced through it.
create table service_url (
    conversation varchar(512)  not null primary key,
    url          varchar(2048) not null
);
