-- How many people had a Shared Calling policy without a resource account; in digests of before they are among the broken.
alter table digest add column no_account int not null default 0;
