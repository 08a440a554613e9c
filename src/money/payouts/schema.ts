import { z } from 'zod';
import { ANSWER_FORMATS, BATCH_STATES, PAYOUT_STATES, RAILS, REQUEST_REFUSALS, SKIP_REASONS } from './model.ts';

const instant = z.iso.datetime();
const minor = z.int();
const paging = {
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
};
const holderName = z
  .string()
  .trim()
  .min(1)
  .max(140)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'must not hold control characters')
  .describe('Who holds the account, as the bank knows them');
const iban = z.string().trim().max(42).describe('With or without spaces');
const bic = z.string().trim().max(11).nullish();

const email = z.email().max(254).describe('The address of the account');
const word = (most: number) => z.string().trim().max(most).optional();

const wiseBody = z.strictObject({
  rail: z.literal('wise'),
  holder_name: holderName,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('The currency of the account'),
  receiver_type: z.enum(['PRIVATE', 'BUSINESS']).default('BUSINESS'),
  email: z.email().max(254).optional().describe('Wise asks the partner here when the account is not said'),
  iban: word(42).describe('EUR'),
  sort_code: word(10).describe('GBP'),
  routing_number: word(12).describe('USD'),
  account_number: word(34).describe('GBP, USD'),
  account_type: z.enum(['CHECKING', 'SAVINGS']).optional().describe('USD'),
  country: word(2).describe('USD: two letters'),
  city: word(100),
  address: word(140),
  post_code: word(20),
});

export const destinationBody = z.discriminatedUnion('rail', [
  z.strictObject({ rail: z.literal('sepa'), holder_name: holderName, iban, bic }),
  z.strictObject({ rail: z.literal('paypal'), holder_name: holderName, email }),
  wiseBody,
  z.strictObject({
    rail: z.literal('provider'),
    holder_name: holderName,
    account_id: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9_-]{3,60}$/, 'is the account at the provider, like acct_1ABC')
      .describe('The account at the payout provider'),
  }),
  z.strictObject({
    rail: z.literal('manual'),
    holder_name: holderName,
    details: z.string().trim().min(3).max(300).describe('Where to pay, in words: "PayPal anna@example.com"'),
  }),
]);

export const destinationView = z.object({
  rail: z.enum(RAILS),
  holder_name: z.string(),
  iban: z.string().nullable().describe('Masked, except for those who make payouts'),
  bic: z.string().nullable(),
  details: z.string().nullable(),
  fields: z.record(z.string(), z.string()).describe('The parts of an account at Wise, for those who make payouts'),
});
export const destinationAnswer = z.object({ destination: destinationView.nullable() });

export const payoutSettingsBody = z.strictObject({ holder_name: holderName, iban, bic });
export const payoutSettingsView = z.object({
  holder_name: z.string().nullable().describe('null: not said yet'),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
});

export const draftBody = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'is an ISO 4217 code such as EUR'),
  rail: z
    .enum(RAILS)
    .default('sepa')
    .describe('How it is paid: each pays its own kind of account, manual pays any by hand'),
  expected_on: z.iso.date().optional().describe('The date partners are promised; the second next bank day when absent'),
});
export const approveBody = z.strictObject({
  content_hash: z.string().max(100).describe('Of the batch as you read it: approving what changed since is refused'),
});
export const confirmBody = z.union([
  z.strictObject({ all_paid: z.literal(true).describe('Everything that was sent arrived') }),
  z.strictObject({
    payouts: z
      .array(
        z.strictObject({
          payout_id: z.string().max(40),
          outcome: z.enum(['paid', 'failed', 'returned']),
          reason: z.string().trim().max(300).optional().describe("The bank's words, for failed and returned"),
        }),
      )
      .min(1)
      .max(10_000),
  }),
]);

const skippedView = z.object({
  partner: z.object({ id: z.string(), name: z.string() }),
  reason_code: z.enum(SKIP_REASONS),
  reason: z.string(),
  available_minor: minor,
});

const payoutView = z.object({
  id: z.string(),
  partner: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(PAYOUT_STATES),
  reason: z.string().describe('Where it is, in a sentence the partner reads too'),
  currency: z.string(),
  amount_minor: minor.describe('What leaves: gross less the tax withheld'),
  gross_minor: minor,
  withheld_minor: minor,
  destination: destinationView,
  end_to_end_id: z.string().describe('The reference on the bank statement'),
  paid_at: instant.nullable(),
  items: z.array(
    z.object({
      commission_id: z.string(),
      amount_minor: minor.describe('Below 0: a clawback taken off'),
    }),
  ),
});

export const batchSummary = z.object({
  id: z.string(),
  currency: z.string(),
  rail: z.enum(RAILS),
  state: z.enum(BATCH_STATES),
  expected_on: z.iso.date(),
  payout_count: z.int(),
  total_minor: minor,
  open_count: z.int().describe('Payouts whose outcome is not known yet'),
  created_by: z.string().describe('The person; for a batch of an API key, who made the key'),
  created_by_you: z.boolean().describe('Whoever made a batch cannot approve it'),
  created_at: instant,
  approved_by: z.string().nullable(),
  approved_at: instant.nullable(),
  sent_at: instant.nullable(),
  paid_at: instant.nullable(),
});
export const batchView = batchSummary.extend({
  content_hash: z.string().describe('Pins amounts, destinations and date'),
  payouts: z.array(payoutView),
  skipped: z.array(skippedView),
});
export const batchPage = z.object({
  items: z.array(batchSummary),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});
export const batchQuery = z.object({ state: z.enum(BATCH_STATES).optional(), ...paging });
export const batchParams = z.object({ id: z.string().max(40).describe('The batch, pb_…') });
export const payeeParams = z.object({ id: z.string().max(40).describe('The partner, pa_…') });

export const ownPayoutQuery = z.object(paging);
export const ownPayoutPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(PAYOUT_STATES),
      reason: z.string(),
      currency: z.string(),
      amount_minor: minor,
      expected_on: z.iso.date().describe('The promised date'),
      paid_at: instant.nullable(),
      to: z.string().describe('Where it goes, masked'),
    }),
  ),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export const answerFileBody = z.strictObject({
  name: z.string().trim().min(1).max(200).describe("The file's name"),
  content: z.string().min(1).describe('pain.002, camt.053, camt.054, or CSV with reference, status and reason'),
});

export const answerFileView = z.object({
  id: z.string(),
  name: z.string(),
  format: z.enum(ANSWER_FORMATS),
  paid: z.int().describe('Payouts that this file confirmed'),
  failed: z.int(),
  returned: z.int(),
  known: z.int().describe('Lines that said what was known'),
  unmatched: z.array(
    z.object({
      reference: z.string(),
      outcome: z.enum(['paid', 'failed', 'returned']),
      reason_code: z.enum(['unknown_reference', 'other_amount', 'contradiction']),
      amount_minor: z.int().nullable(),
    }),
  ),
  read_by: z.string(),
  read_at: instant,
});
export const answerFileList = z.object({ items: z.array(answerFileView) });

export type AnswerFileBody = z.infer<typeof answerFileBody>;
export type AnswerFileView = z.infer<typeof answerFileView>;

export const outlookView = z.object({
  items: z
    .array(
      z.object({
        currency: z.string(),
        payable_minor: minor.describe('Payable now, also what a draft holds; below 0: owed'),
        coming: z
          .array(
            z.object({
              promised_on: z.iso.date().nullable().describe('null: this programme has no paydays'),
              currency: z.string(),
              amount_minor: minor,
            }),
          )
          .describe('What is payable and what will be, by the day it is promised for'),
        reason_code: z.enum(SKIP_REASONS).nullable().describe('What would keep the partner out of the next batch'),
        reason: z.string().nullable(),
      }),
    )
    .describe('One row a currency'),
});

export const scheduleList = z.object({
  items: z.array(
    z.object({
      programme: z.object({ id: z.string(), name: z.string() }),
      every: z.enum(['month', 'week', 'demand']),
      day: z.int(),
      zone: z.string(),
      pays_on: z.iso.date().nullable().describe('The next payday, moved to a bank day'),
      prepared_on: z.iso.date().nullable().describe('The day its batch is drafted'),
    }),
  ),
});

export const requestBody = z.strictObject({ currency: z.string().max(3).describe('What to be paid in, such as EUR') });

export const onDemandView = z.object({
  currency: z.string(),
  amount_minor: minor.describe('What programmes that pay on request would pay now; below 0: owed'),
  minimum_minor: minor.describe('The smallest payout'),
  promised_on: z.iso.date().describe('The day it would arrive, asked for today'),
  reason_code: z.enum(REQUEST_REFUSALS).nullable().describe('Why it cannot be asked for now; null: it can'),
  reason: z.string().nullable(),
  requested: z
    .object({
      id: z.string(),
      amount_minor: minor,
      promised_on: z.iso.date(),
      requested_at: instant,
      batch_id: z.string().nullable().describe('The batch that took it up; null: the next one does'),
    })
    .nullable()
    .describe('What was asked for and has not arrived'),
});
export const onDemandList = z.object({ items: z.array(onDemandView).describe('One row a currency') });

export const payoutRequestList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      partner: z.object({ id: z.string(), name: z.string() }),
      currency: z.string(),
      amount_minor: minor.describe('What was payable when they asked'),
      promised_on: z.iso.date(),
      requested_at: instant,
    }),
  ),
});

export type RequestBody = z.infer<typeof requestBody>;
export type OnDemandView = z.infer<typeof onDemandView>;
export type PayoutRequestList = z.infer<typeof payoutRequestList>;
export type OutlookView = z.infer<typeof outlookView>;
export type ScheduleList = z.infer<typeof scheduleList>;
export type WiseBody = z.infer<typeof wiseBody>;
export type DestinationBody = z.infer<typeof destinationBody>;
export type DestinationView = z.infer<typeof destinationView>;
export type PayoutSettingsBody = z.infer<typeof payoutSettingsBody>;
export type PayoutSettingsView = z.infer<typeof payoutSettingsView>;
export type DraftBody = z.input<typeof draftBody>;
export type ConfirmBody = z.infer<typeof confirmBody>;
export type BatchQuery = z.infer<typeof batchQuery>;
export type BatchSummaryView = z.infer<typeof batchSummary>;
export type BatchView = z.infer<typeof batchView>;
export type BatchPage = z.infer<typeof batchPage>;
export type OwnPayoutQuery = z.infer<typeof ownPayoutQuery>;
export type OwnPayoutPage = z.infer<typeof ownPayoutPage>;
