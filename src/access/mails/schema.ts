import { z } from 'zod';

const mailState = z
  .enum(['queued', 'sent', 'kept', 'failed'])
  .describe(
    'queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again',
  );

export const mailQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  state: mailState.optional(),
  kind: z.string().max(60).optional().describe('`invitation`, `welcome`, `sign-in`, …'),
  q: z.string().max(200).optional().describe('Part of the address, the name or the subject'),
});
export type MailQuery = z.infer<typeof mailQuery>;

export const mailSummary = z.object({
  id: z.string(),
  to_address: z.string(),
  to_name: z.string().nullable(),
  subject: z.string(),
  kind: z.string(),
  subject_kind: z.string().nullable().describe('What the mail is about: `ask`, `partner`, …'),
  subject_id: z.string().nullable(),
  state: mailState,
  error: z.string().nullable().describe('What the mail server answered at the last failed try'),
  attempts: z.number().int(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
});

export const mailDetail = mailSummary.extend({ body_text: z.string(), body_html: z.string().nullable() });
export const mailPage = z.object({
  items: z.array(mailSummary),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
  delivers: z.boolean().describe('False when no mail was ever handed to a mail server here'),
});

export type MailSummary = z.infer<typeof mailSummary>;
export type MailDetail = z.infer<typeof mailDetail>;
