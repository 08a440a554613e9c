import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import type { Check } from '../kernel/check.ts';
import type { Ctx } from '../platform/ctx.ts';

const doctorView = z.object({
  ok: z.boolean().describe('False when a check failed; warnings do not count'),
  checks: z.array(
    z.object({
      check: z.string().describe('What was looked at'),
      state: z.enum(['ok', 'warn', 'fail']),
      says: z.string().describe('What was found'),
      do: z.string().nullable().describe('What to do about it'),
    }),
  ),
});

/** The doctor inside the running server, which alone can look into an embedded database. */
export const doctorRoutes =
  (examineHere: (ctx: Ctx) => Promise<Check[]>): Routes =>
  (app) => {
    app.get(
      '/v1/doctor',
      {
        schema: { tags: ['Health'], summary: 'Examine this installation', response: { 200: doctorView } },
        config: { access: 'settings:read' },
      },
      async (request) => {
        const checks = await examineHere(ctxOf(request));
        return { ok: checks.every(({ state }) => state !== 'fail'), checks };
      },
    );
  };
