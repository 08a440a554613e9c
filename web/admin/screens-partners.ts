import { screenRoute } from './screen-route.ts';

/** The screens of the groups Partners and Money, and their addresses. */
export const partnerScreens = [
  screenRoute('/programmes', () => import('./screens/programmes/programmes.tsx')),
  screenRoute('/programmes/$id', () => import('./screens/programmes/programme.tsx')),
  screenRoute('/applications', () => import('./screens/applications/applications.tsx')),
  screenRoute('/partners', () => import('./screens/partners/partners.tsx')),
  screenRoute('/partners/$id', () => import('./screens/partners/partner.tsx')),
  screenRoute('/partner-quality', () => import('./screens/partner-quality/quality.tsx')),
  screenRoute('/referrals', () => import('./screens/referrals/referrals.tsx')),
  screenRoute('/referrals/$id', () => import('./screens/referrals/referral.tsx')),
  screenRoute('/conversions', () => import('./screens/conversions/conversions.tsx')),
  screenRoute('/conversions/models', () => import('./screens/conversions/credit-models.tsx')),
  screenRoute('/conversions/$id', () => import('./screens/conversions/conversion.tsx')),
  screenRoute('/commissions', () => import('./screens/commissions/commissions.tsx')),
  screenRoute('/commissions/$id', () => import('./screens/commissions/commission.tsx')),
  screenRoute('/rewards', () => import('./screens/rewards/rewards.tsx')),
  screenRoute('/rewards/queue', () => import('./screens/rewards/queue.tsx')),
  screenRoute('/rewards/gifts', () => import('./screens/rewards/gifts.tsx')),
  screenRoute('/rewards/reconciliation', () => import('./screens/rewards/reconciliation.tsx')),
  screenRoute('/rewards/$id', () => import('./screens/rewards/reward.tsx')),
  screenRoute('/payouts', () => import('./screens/payouts/payouts.tsx')),
  screenRoute('/payouts/$id', () => import('./screens/payouts/batch.tsx')),
  screenRoute('/ledger', () => import('./screens/ledger/ledger.tsx')),
];
