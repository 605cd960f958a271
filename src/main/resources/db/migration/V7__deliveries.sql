-- An activity is noted when it arrives, and answered when its answer was taken: one whose process died in between is answered when it
-- comes again. Those noted before were treated as answered.
alter table seen_activity add column answered boolean default true not null;
