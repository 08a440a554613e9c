-- Room in each page of the days of use: the day of today is counted up with every batch of events, and a row that stays
-- in its page needs no new entries in the indexes. Pages that are full keep as they are until they are written anew.
alter table usage_daily set (fillfactor = 60);
