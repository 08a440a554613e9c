import { z } from 'zod';
import { HORIZONS } from './model.ts';

export const trainingView = z.object({
  id: z.string(),
  horizon_days: z.union(HORIZONS.map((horizon) => z.literal(horizon))),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().describe('0 to 1'),
  error: z.string().nullable(),
  started_at: z.string(),
});

export const newTraining = z.object({
  horizon_days: z
    .union(HORIZONS.map((horizon) => z.literal(horizon)))
    .default(90)
    .describe('So many days ahead: 30, 90 or 180'),
});
