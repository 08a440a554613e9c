import { z } from 'zod';
import { isCurrency } from '../../kernel/money.ts';
import {
  DEFAULT_PARAMETERS,
  DEFAULT_STATUSES,
  type Door,
  type LogEntry,
  MEANINGS,
  PARAMETERS,
  POSTBACK_STATES,
  type Template,
  TOLD_STATES,
} from './model.ts';

const instant = z.iso.datetime();
const name = z.string().trim().min(1).max(100);
const parameterName = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/);
const word = z.string().trim().toLowerCase().min(1).max(40);

const parameters = z
  .object(
    Object.fromEntries(PARAMETERS.map((key) => [key, parameterName.default(DEFAULT_PARAMETERS[key])])) as Record<
      (typeof PARAMETERS)[number],
      z.ZodDefault<typeof parameterName>
    >,
  )
  .describe('Which parameter of the network holds what');
const statuses = z
  .object(
    Object.fromEntries(MEANINGS.map((key) => [key, z.array(word).max(30).default(DEFAULT_STATUSES[key])])) as Record<
      (typeof MEANINGS)[number],
      z.ZodDefault<z.ZodArray<typeof word>>
    >,
  )
  .describe('What the words of the status parameter mean');
const currency = z.string().refine(isCurrency, 'is not a currency: use an ISO 4217 code like EUR');

export const doorBody = z.strictObject({
  name,
  programme_id: z.string().max(40),
  parameters: parameters.prefault({}),
  statuses: statuses.prefault({}),
  currency: currency.nullish().describe('Of amounts that come without one'),
});
export type DoorInput = z.infer<typeof doorBody>;

export const doorView = z.object({
  id: z.string(),
  name: z.string(),
  programme_id: z.string(),
  key_prefix: z.string().describe('How its key begins, to recognise it by'),
  parameters: z.record(z.enum(PARAMETERS), z.string()),
  statuses: z.record(z.enum(MEANINGS), z.array(z.string())),
  currency: z.string().nullable(),
  created_at: instant,
  ended_at: instant.nullable(),
});
export const newDoor = doorView.extend({
  url: z.string().describe('The address for the network. It is shown this once.'),
});
export const doorList = z.object({ items: z.array(doorView) });

export const templateBody = z.strictObject({
  name,
  programme_id: z.string().max(40),
  partner_id: z.string().max(40).nullish().describe('Every partner of the programme when absent'),
  method: z.enum(['GET', 'POST']).default('GET'),
  url: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe('The network’s address; {click_id} {sub1} … {sub5} {payout} {currency} {state} are filled in'),
  states: z.array(z.enum(TOLD_STATES)).min(1).max(TOLD_STATES.length),
});
export type TemplateInput = z.infer<typeof templateBody>;

export const templateView = z.object({
  id: z.string(),
  name: z.string(),
  programme_id: z.string(),
  partner_id: z.string().nullable(),
  method: z.enum(['GET', 'POST']),
  url: z.string(),
  states: z.array(z.enum(TOLD_STATES)),
  created_at: instant,
  ended_at: instant.nullable(),
});
export const templateList = z.object({ items: z.array(templateView) });

export const logQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  direction: z.enum(['in', 'out']).optional(),
  state: z.enum(POSTBACK_STATES).optional(),
});
export const logView = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  name: z.string().describe('Of the door or the template'),
  state: z.enum(POSTBACK_STATES),
  reason_code: z.string(),
  reason: z.string(),
  url: z.string().nullable().describe('Where it went'),
  parameters: z.record(z.string(), z.string()).describe('What came'),
  event_state: z.string().nullable().describe('The state of the commission that was told'),
  commission_id: z.string().nullable(),
  conversion_id: z.string().nullable(),
  status_code: z.number().int().nullable(),
  answer: z.string().nullable().describe('How the answer began'),
  attempts: z.number().int(),
  next_attempt_at: instant.nullable(),
  at: instant,
});
export const logPage = z.object({
  items: z.array(logView),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});

export function toDoorView(door: Door): z.infer<typeof doorView> {
  return { ...door, created_at: door.created_at.toISOString(), ended_at: door.ended_at?.toISOString() ?? null };
}

export function toTemplateView(template: Template): z.infer<typeof templateView> {
  const { created_at, ended_at } = template;
  return { ...template, created_at: created_at.toISOString(), ended_at: ended_at?.toISOString() ?? null };
}

export function toLogView(
  { next_attempt_at, at, reason, ...entry }: LogEntry & { name: string },
  sentence: string,
): z.infer<typeof logView> {
  const times = { at: at.toISOString(), next_attempt_at: next_attempt_at?.toISOString() ?? null };
  return { ...entry, ...times, reason_code: reason, reason: sentence };
}
