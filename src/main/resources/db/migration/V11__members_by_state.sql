-- Whether any member of a batch is left, and how many ended badly, is asked whenever one has ended: from the index alone.
drop index request_by_batch;
create index request_by_batch on request (batch, left_batch, state);
