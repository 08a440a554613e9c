-- What is known of one account and its people is found, and forgotten, by the account; nobody read by rank.
drop index readiness_scores_rank;
create index readiness_scores_of_account on readiness_scores (account_id);
