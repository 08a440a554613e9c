-- What is asked with every sign-up, sale and refund is read by an index, however many customers there are.
create index accounts_merged on accounts (merged_into_id) where merged_into_id is not null;

create index bindings_coupon on bindings (coupon_code, rule) where coupon_code is not null;

create index commission_reversals_event on commission_reversals (conversion_event_id) where conversion_event_id is not null;

create index conversion_events_refund on conversion_events ((body->>'refund_id')) where kind = 'refund';

create index enrolments_partner on enrolments (partner_id);

-- A code counts whatever its capitals.
create index links_code_folded on links (lower(code));

create index payment_fingerprints_owner on payment_fingerprints (owner_id, owner_kind);

-- The later spans of a subscription are named after it and the day they began: `id@2026-02-01`.
create index subscriptions_spans on subscriptions (source, external_id collate "C");
