import { z } from 'zod';
import { TOUCH_KINDS } from './model.ts';

export const touchBody = z.strictObject({
  kind: z.enum(TOUCH_KINDS),
  happened_on: z.iso.date().describe('The day it was; not in the future'),
  minutes: z.number().int().min(0).max(6000).describe('What it took us; counts in what keeping the account costs'),
  note: z.string().trim().max(2000).default(''),
});
export type NewTouch = z.output<typeof touchBody>;

export const touchView = z.object({
  id: z.string(),
  account_id: z.string(),
  kind: z.enum(TOUCH_KINDS),
  happened_on: z.string(),
  minutes: z.number().int(),
  note: z.string(),
  logged_by: z.string(),
  logged_at: z.string(),
});
export type TouchView = z.infer<typeof touchView>;

export const touchQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});
const count = z.number().int();
export const touchPage = z.object({ items: z.array(touchView), total: count, page: count, per_page: count });
