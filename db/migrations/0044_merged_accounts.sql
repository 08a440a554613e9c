-- The accounts that were merged into one are asked for with every sale.
create index accounts_merged on accounts (merged_into_id) where merged_into_id is not null;
