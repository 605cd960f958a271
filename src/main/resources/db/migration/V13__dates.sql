-- From when and until when a request is wanted, where it says so; the days themselves are in body.
alter table request add column starts_at timestamp with time zone;
alter table request add column ends_at timestamp with time zone;
create index request_by_start on request (starts_at);
create index request_by_end on request (ends_at);
