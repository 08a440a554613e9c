import { z } from 'zod';

export const segmentQuery = z.string().max(40).optional().describe('Only customers who are in this segment today');

export const narrowedSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    caution: z.string().describe('What it means that membership as of today is used'),
  })
  .nullable()
  .describe('The segment the report is about; null: everybody');
