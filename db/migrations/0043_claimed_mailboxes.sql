-- A mailbox that only a public key told us of: anybody can say so, so it is no evidence against a partner.
alter table people add column email_claimed boolean not null default false;
