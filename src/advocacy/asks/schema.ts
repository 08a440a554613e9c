import { z } from 'zod';
import { ASK_KINDS } from '../advocates/model.ts';
import { ASK_STATES } from './model.ts';

const subject = z.string().trim().min(1).max(200);
const bodyText = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .describe('Plain text; {link} marks where the invitation’s link goes');

export const askParams = z.object({ id: z.string().describe('The ask (`ak_…`)') });

export const draftAskBody = z.strictObject({
  account_id: z.string().describe('The customer to ask'),
  person_id: z.string().optional().describe('Whom; the nominated person when absent'),
  kind: z.enum(ASK_KINDS).optional().describe('For what; the ask that fits when absent'),
  programme_id: z
    .string()
    .optional()
    .describe('What a yes enrols in; the live programme when absent and the ask is a referral or a partnership'),
  subject: subject.optional(),
  body_text: bodyText.optional(),
});
export type DraftAsk = z.infer<typeof draftAskBody>;

export const editAskBody = z.strictObject({ subject: subject.optional(), body_text: bodyText.optional() });
export type EditAsk = z.infer<typeof editAskBody>;

export const sendAskBody = z
  .strictObject({
    override_reason: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .optional()
      .describe('Why to ask although a reason stands against it; a person’s own no cannot be overridden'),
  })
  .nullish()
  .describe('Nothing, or why to ask anyway');

export const askQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(ASK_STATES).optional(),
  kind: z.enum(ASK_KINDS).optional(),
  account_id: z.string().optional(),
  person_id: z.string().optional(),
  q: z.string().max(200).optional().describe('Part of the name of the account or the person'),
});
export type AskQuery = z.infer<typeof askQuery>;

export const askView = z.object({
  id: z.string(),
  kind: z.enum(ASK_KINDS),
  state: z.enum(ASK_STATES),
  company: z.string().nullable().describe('Who asks'),
  account: z.object({ id: z.string(), name: z.string() }),
  person: z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  programme: z.object({ id: z.string(), name: z.string() }).nullable(),
  readiness_score: z.number().nullable().describe('Of the person, when the draft was made'),
  subject: z.string(),
  body_text: z.string(),
  evidence: z.array(z.object({ code: z.string(), sentence: z.string(), source: z.string() })),
  mail_id: z.string().nullable(),
  partner_id: z.string().nullable().describe('The partner a yes made'),
  override_reason: z.string().nullable(),
  created_by: z.string(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
  answered_at: z.string().nullable(),
  expires_at: z.string().nullable(),
});
export type AskView = z.infer<typeof askView>;

export const askPage = z.object({
  items: z.array(askView),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});
