import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { shellRoute } from './root-route.ts';

type Screen = { default: ComponentType };

/** One screen at one address; its code comes when it is opened. */
export function screenRoute(path: string, load: () => Promise<Screen>) {
  return createRoute({
    getParentRoute: () => shellRoute,
    path,
    component: lazyRouteComponent(load),
  });
}
