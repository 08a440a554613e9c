import { z } from 'zod';
import type { Routes } from './shell.ts';

const tags = ['Health'];
const ok = z.object({ ok: z.literal(true) });

/** For whoever watches the process: is it alive, and can it do its work. */
export const healthRoutes =
  (ready: () => Promise<unknown>): Routes =>
  (app) => {
    app.get(
      '/healthz',
      { schema: { tags, summary: 'Is the process alive?', response: { 200: ok } }, config: { access: 'public' } },
      () => ({ ok: true as const }),
    );
    app.get(
      '/readyz',
      { schema: { tags, summary: 'Can it reach its database?', response: { 200: ok } }, config: { access: 'public' } },
      async () => {
        await ready();
        return { ok: true as const };
      },
    );
  };
