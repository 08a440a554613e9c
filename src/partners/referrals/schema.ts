import { z } from 'zod';
import { LOST_REASONS, REFUSED_AT_ONCE, STAGES } from './model.ts';

const stage = z.enum(STAGES);
const lostReason = z.enum([...REFUSED_AT_ONCE, ...LOST_REASONS]);
const named = z.object({ id: z.string(), name: z.string() });
const minor = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** What one writes about a prospect; the form, the portal, the console and the API ask for the same. */
export const prospectSchema = z.strictObject({
  company_name: z.string().trim().min(1).max(200),
  contact_name: z.string().trim().min(1).max(200),
  contact_email: z.email().max(254),
  note: z.string().trim().max(2000).default('').describe('Why they should talk to us'),
  consent: z.literal(true).describe('The prospect agreed to be contacted'),
  expected_value_minor: minor.optional().describe('The deal as the partner sees it, a year, in the programme currency'),
});

export const createReferralSchema = prospectSchema.extend({ programme_id: z.string(), partner_id: z.string() });
export const ownReferralSchema = prospectSchema.extend({ programme_id: z.string() });

export const moveReferralSchema = z.strictObject({
  stage,
  reason: z.enum(LOST_REASONS).optional().describe('Why it is lost; the partner reads it'),
  note: z.string().trim().max(2000).default('').describe('For the team only'),
});

export const assignReferralSchema = z.strictObject({ owner_id: z.string().nullable() });

export const referralSettingsSchema = z.object({
  answer_within_hours: z.number().int().min(1).max(2160).describe('The partner may expect an answer within so long'),
  protect_days: z.number().int().min(1).max(730).describe('Nobody else is credited with the prospect for so long'),
  owner_id: z.string().nullable().describe('The member who gets new referrals'),
  hand_off_email: z.email().max(254).nullable().describe('An address that gets each accepted referral'),
  form_open: z.boolean().describe('Whether the public forms of partners take referrals'),
});

export const referralQuery = z.object({
  stage: stage.optional(),
  programme_id: z.string().max(40).optional(),
  partner_id: z.string().max(40).optional(),
  owner_id: z.string().max(60).optional(),
  overdue: z.stringbool().optional().describe('Only those whose answer is late'),
  q: z.string().max(200).optional().describe("Part of the prospect's or the partner's name"),
  sort: z.enum(['submitted_at', 'moved_at', 'answer_by', 'company_name', 'partner']).default('submitted_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const referralView = z.object({
  id: z.string(),
  company_name: z.string(),
  contact_name: z.string(),
  contact_email: z.string(),
  note: z.string(),
  source: z.enum(['form', 'portal', 'console', 'api']),
  programme: named,
  partner: named,
  stage,
  lost_reason: lostReason.nullable(),
  reason: z.string().describe('Where it stands, in the sentence the partner reads'),
  owner: named.nullable().describe('The member in sales who has it'),
  currency: z.string(),
  expected_value_minor: minor.nullable(),
  account: named.nullable().describe('The account it became'),
  next_stages: z.array(stage),
  is_overdue: z.boolean(),
  answer_by: z.string(),
  protected_until: z.string(),
  submitted_at: z.string(),
  moved_at: z.string(),
});

export const referralDetail = referralView.extend({
  consent_text: z.string(),
  steps: z
    .array(
      z.object({
        stage,
        reason: lostReason.nullable(),
        note: z.string(),
        by: z.string().describe('Who made the step'),
        at: z.string(),
      }),
    )
    .describe('Oldest first'),
});

export const referralPage = z.object({
  items: z.array(referralView),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
  by_stage: z.record(stage, z.number().int()).describe('How many stand in each stage, the other filters applied'),
});

/** A referral as the partner sees it: without the notes and names of sales. */
export const ownReferralView = referralView.omit({ owner: true, partner: true, next_stages: true, account: true });
export const ownReferralPage = z.object({ items: z.array(ownReferralView), total: z.number().int() });

export type Prospect = z.output<typeof prospectSchema>;
export type CreateReferral = z.output<typeof createReferralSchema>;
export type MoveReferral = z.input<typeof moveReferralSchema>;
export type ReferralQuery = z.output<typeof referralQuery>;
export type ReferralView = z.output<typeof referralView>;
