import { z } from 'zod';

const screen = z
  .string()
  .regex(/^[a-z-]{1,40}$/)
  .describe('The list, as its address names it: accounts');

export const viewQuery = z.object({ screen });
export const saveViewBody = z.strictObject({
  screen,
  name: z.string().trim().min(1).max(80).describe('Saving under a name of your own again replaces that view'),
  search: z.string().max(2000).describe('The query of the address, without the question mark'),
  shared: z.boolean().default(false).describe('Show it to everybody of the team'),
});

export const viewSchema = z.object({
  id: z.string(),
  screen: z.string(),
  name: z.string(),
  search: z.string(),
  shared: z.boolean(),
  own: z.boolean().describe('You made it and may remove it'),
});

export type SaveView = z.output<typeof saveViewBody>;
