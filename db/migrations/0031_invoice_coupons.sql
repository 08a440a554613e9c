-- Which invoices carry a code or a discount, and what else a name of Stripe's is called: asked when one is explained late.
create index invoices_coupons on invoices using gin (coupons) where coupons <> '{}';
create index stripe_names_means on stripe_names (kind, means);
