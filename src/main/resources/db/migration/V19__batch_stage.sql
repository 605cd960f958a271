-- The stage of a batch by itself, as JSON: every member asks for it before it begins, and the body names everybody left out.
-- Null in batches that were stored before and not moved since; theirs is in the body.
alter table batch add column stage varchar;
