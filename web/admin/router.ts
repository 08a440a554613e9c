import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../lib/list-state.ts';
import { Crashed, NotFound } from '../ui/failures.tsx';
import { rootRoute, shellRoute } from './root-route.ts';
import { screenRoute } from './screen-route.ts';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in.tsx')),
});

/** Every screen and its address. */
const screens = [screenRoute('/', () => import('./screens/overview/overview.tsx'))];

export function makeConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([signInRoute, shellRoute.addChildren(screens)]),
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Crashed,
  });
}
