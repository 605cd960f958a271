-- How things were when a digest was made, in numbers alone. drift is null where that was not looked for.
create table digest (
    digest_day   date                     not null primary key,
    taken_at     timestamp with time zone not null,
    ready        int                      not null,
    broken       int                      not null,
    not_known    int                      not null,
    waiting      int                      not null,
    oldest       bigint,
    oldest_since timestamp with time zone,
    drift        int
);

-- How many people a rule stopped then.
create table digest_rule (
    digest_day date        not null,
    rule       varchar(20) not null,
    people     int         not null,
    primary key (digest_day, rule)
);
