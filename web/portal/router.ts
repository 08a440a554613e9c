import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { isProblem } from '../lib/api.ts';
import { parseSearch, stringifySearch } from '../lib/list-state.ts';
import { meQuery } from '../lib/session.ts';
import { Crashed, NotFound } from '../ui/failures.tsx';
import { PortalShell } from './portal-shell.tsx';

const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: PortalShell,
  beforeLoad: async ({ context }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery);
      if (me.kind !== 'partner') window.location.replace('/');
    } catch (error) {
      if (isProblem(error, 401)) throw redirect({ href: '/sign-in?to=/portal', reloadDocument: true });
      throw error;
    }
  },
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/home/home.tsx')),
});

const rewardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rewards',
  component: lazyRouteComponent(() => import('./screens/rewards/rewards.tsx')),
});

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes/$id',
  component: lazyRouteComponent(() => import('./screens/programmes/programme.tsx')),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$id',
  component: lazyRouteComponent(() => import('./screens/programmes/join.tsx')),
});

export function makePortalRouter(queries: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([homeRoute, programmeRoute, joinRoute, rewardsRoute]),
    basepath: '/portal',
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Crashed,
  });
}
