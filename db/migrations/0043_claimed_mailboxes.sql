-- A mailbox that only a public key told us of: anybody can say so, so it is no evidence against a partner.
alter table people add column email_claimed boolean not null default false;

-- The reconciliation also looks for milestones, leads and reviews that earned nothing.
alter table reconciliation_findings drop constraint reconciliation_findings_kind_check;

alter table reconciliation_findings add constraint reconciliation_findings_kind_check
  check (kind in ('missing_grant', 'missing_milestone', 'missing_lead', 'missing_review', 'missing_commission', 'stuck', 'double'));
