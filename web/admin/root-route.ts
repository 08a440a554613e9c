import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { isProblem } from '../lib/api.ts';
import { meQuery } from '../lib/session.ts';
import { ConsoleShell } from './shell.tsx';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Every screen for people who are signed in hangs below this one. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: ConsoleShell,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery);
      if (me.kind === 'partner') window.location.replace('/portal');
    } catch (error) {
      if (isProblem(error, 401)) throw redirect({ href: `/sign-in?to=${encodeURIComponent(location.href)}` });
      throw error;
    }
  },
});
