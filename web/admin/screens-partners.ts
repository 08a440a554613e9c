import type { screenRoute } from './screen-route.ts';

/** The screens of the groups Partners and Money, and their addresses. */
export const partnerScreens: ReturnType<typeof screenRoute>[] = [];
