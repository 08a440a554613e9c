import { z } from 'zod';

export const holdShare = z.strictObject({
  hold_bps: z.int().min(0).max(5000).describe('In basis points: 500 is one in twenty, 0 keeps nobody back'),
});
