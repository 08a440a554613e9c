import { screenRoute } from './screen-route.ts';

/** The screens of the groups Partners and Money, and their addresses. */
export const partnerScreens = [
  screenRoute('/commissions', () => import('./screens/commissions/commissions.tsx')),
  screenRoute('/commissions/$id', () => import('./screens/commissions/commission.tsx')),
  screenRoute('/payouts', () => import('./screens/payouts/payouts.tsx')),
  screenRoute('/payouts/$id', () => import('./screens/payouts/batch.tsx')),
  screenRoute('/ledger', () => import('./screens/ledger/ledger.tsx')),
];
