-- The group chosen while running for a role that no setting names one for; nothing chosen where group_id is null.
create table role_group (
    role      varchar(20)              not null primary key,
    group_id  varchar(64),
    chosen_at timestamp with time zone
);

insert into role_group (role) values ('ADMIN');
insert into role_group (role) values ('APPROVER');
