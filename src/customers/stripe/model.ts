import type { Minor } from '../../kernel/money.ts';

/** The billing source under which everything of Stripe's is kept. */
export const STRIPE = 'stripe';

/** How far a signature's time may lie from ours, in seconds (Stripe's own default). */
export const TOLERANCE_SECONDS = 300;

/** How many rejected deliveries are kept, and how much of each. */
export const REJECTIONS_KEPT = 200;
export const REJECTION_CHARACTERS = 8_000;

export const STRIPE_STATES = ['applied', 'waiting', 'ignored', 'refused'] as const;
export type StripeState = (typeof STRIPE_STATES)[number];

/** What `client_reference_id` of a checkout holds: our click token or a partner's code, or the product's own account id. */
export const CLIENT_REFERENCES = ['referral', 'account'] as const;

export type StripeSettings = {
  signing_secret: string;
  previous_secret: string | null;
  previous_until: Date | null;
  /** true: live events only; false: test events only. */
  livemode: boolean;
  stripe_account: string | null;
  client_reference: (typeof CLIENT_REFERENCES)[number];
  /** The key in Stripe's metadata that holds the account's id in the product. */
  account_metadata_key: string;
};

/** Why a delivery was turned away. */
export type Rejection =
  | 'not_set_up'
  | 'unsigned'
  | 'bad_signature'
  | 'stale'
  | 'not_json'
  | 'not_an_event'
  | 'wrong_account'
  | 'test_mode'
  | 'live_mode';

/** An event as Stripe sends it; `object` is read with care, because its shape changes with the API version. */
export type StripeEnvelope = {
  id: string;
  type: string;
  api_version: string | null;
  livemode: boolean;
  account: string | null;
  created: Date;
  object: Record<string, unknown>;
};

/** What somebody brought along: our click token, our visitor, or a partner's code. */
export type Referral = { click_token?: string; visitor?: string; via?: string };

/** Whom an event is about. `account` is the product's own id of it, when the metadata says so. */
export type StripeCustomer = {
  customer_id: string;
  account?: string;
  name?: string;
  email?: string;
};

export type StripeLine = {
  /** Without tax, before the discount; negative for a proration's credit. */
  amount_minor: Minor;
  discount_minor: Minor;
  tax_minor: Minor;
  product?: string;
  quantity?: number;
};

/** What an event says, in our words. */
export type StripeFact =
  | {
      kind: 'invoice_paid';
      invoice_id: string;
      customer: StripeCustomer;
      currency: string;
      paid_at: Date;
      issued_at: Date;
      period_ends_at?: Date;
      lines: StripeLine[];
      credit_applied_minor: Minor;
      /** Codes and Stripe's ids of the discounts on it. */
      discounts: string[];
      /** Payments and charges that paid it. */
      payments: string[];
      referral: Referral;
    }
  | {
      kind: 'invoice_state';
      invoice_id: string;
      customer: StripeCustomer;
      currency: string;
      total_minor: Minor;
      tax_minor: Minor;
      status: 'open' | 'uncollectible' | 'void';
      issued_at: Date;
      due_at?: Date;
      payments: string[];
    }
  | {
      kind: 'charge_refunded';
      charge_id: string;
      payments: string[];
      invoice_id?: string;
      currency: string;
      /** Everything given back of the charge so far. */
      refunded_minor: Minor;
      at: Date;
    }
  | {
      kind: 'refund_failed';
      refund_id: string;
      charge_id: string;
      payments: string[];
      currency: string;
      amount_minor: Minor;
      at: Date;
    }
  | {
      kind: 'dispute';
      dispute_id: string;
      payments: string[];
      outcome: 'opened' | 'won' | 'lost';
      amount_minor: Minor;
      fee_minor: Minor;
      currency: string;
      at: Date;
    }
  | {
      kind: 'subscription';
      subscription_id: string;
      customer: StripeCustomer;
      status: 'trial' | 'active' | 'paused' | 'ended';
      plan?: string;
      seats?: number;
      interval: 'day' | 'week' | 'month' | 'year';
      interval_count: number;
      currency: string;
      /** The recurring amount of one interval, in minor units, as an exact fraction. */
      amount: { num: bigint; den: bigint };
      started_at: Date;
      ended_at?: Date;
      /** Among events of one second: created, then updated, then deleted. */
      rank: number;
      referral: Referral;
      at: Date;
    }
  | { kind: 'customer'; customer: StripeCustomer; referral: Referral; created_at: Date }
  | {
      kind: 'checkout';
      session_id: string;
      customer: StripeCustomer;
      reference?: string;
      referral: Referral;
      at: Date;
      /** A payment without an invoice: the session itself is what was bought. */
      sale?: {
        payment_id: string;
        currency: string;
        line: StripeLine;
        discounts: string[];
      };
      payments: { payment: string; invoice: string }[];
    }
  | { kind: 'payment'; payments: string[]; invoice_id: string }
  | { kind: 'discount'; discount_id: string; means: string }
  | {
      kind: 'credit_note';
      credit_note_id: string;
      invoice_id: string;
      amount_minor: Minor;
      /** Given back outside of Stripe: nothing else will tell us. */
      out_of_band_minor: Minor;
      settled_by: 'refund' | 'balance' | 'reduction';
      currency: string;
      reason?: string;
      at: Date;
      voided: boolean;
    }
  | { kind: 'ignored'; reason: string; params?: Record<string, string> };

/** What became of an event: a reason of `reasons-doors:stripe`. */
export type StripeOutcome = {
  state: StripeState;
  reason: string;
  params?: Record<string, string | number>;
  waits_for?: readonly string[];
  conversion_id?: string;
};

/** An event as it is kept. */
export type StripeEventRow = {
  id: string;
  stripe_id: string;
  type: string;
  api_version: string | null;
  livemode: boolean;
  subject_id: string | null;
  customer_id: string | null;
  payload: unknown;
  occurred_at: Date;
  received_at: Date;
  deliveries: number;
  state: StripeState;
  reason: string;
  reason_params: Record<string, string | number>;
  waits_for: string[] | null;
  conversion_id: string | null;
  attempts: number;
  processed_at: Date;
};
