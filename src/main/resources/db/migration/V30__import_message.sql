-- The key of the message a list came with, so that a message that is answered again after a kill makes no second list.
alter table people_import add column message varchar(64);
create unique index people_import_by_message on people_import (message);
