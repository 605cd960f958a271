-- Sites whose preparation was begun: what was chosen for them, never how far they are. folded is the one spelling all equal names have.
create table site (
    number  bigint      not null primary key,
    folded  varchar(64) not null,
    name    varchar(64) not null,
    version integer     not null,
    is_open boolean     not null,
    choices varchar     not null,
    constraint site_name unique (folded)
);
