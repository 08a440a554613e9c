import { z } from 'zod';

export const auditQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('Which page, from 1'),
  per_page: z.coerce.number().int().min(1).max(200).default(50).describe('How many on a page'),
  subject_kind: z.string().max(40).optional().describe('Only about this kind of thing, such as account or payout'),
  subject_id: z.string().max(60).optional().describe('Only about this one'),
  actor_id: z.string().max(60).optional().describe('Only what this person, key or part of the system did'),
  action: z.string().max(60).optional().describe('Only this action, such as member.invited'),
});

const auditEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor_kind: z.enum(['user', 'key', 'partner', 'system']),
  actor_id: z.string(),
  actor_name: z.string().describe('The person or key as named today; the id when it has no name'),
  action: z.string(),
  what: z.string().describe('The action in words'),
  subject_kind: z.string(),
  subject_id: z.string(),
  subject: z.string().describe('What it was done to, in words'),
  detail: z.record(z.string(), z.unknown()),
});

export const auditPage = z.object({
  items: z.array(auditEntry),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});
