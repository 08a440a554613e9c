import { screenRoute } from './screen-route.ts';

/** Every screen of the console and its address; partners and money are in screens-partners.ts. */
export const screens = [
  screenRoute('/', () => import('./screens/overview/overview.tsx')),
  screenRoute('/accounts', () => import('./screens/accounts/accounts.tsx')),
  screenRoute('/accounts/$id', () => import('./screens/accounts/account.tsx')),
  screenRoute('/imports', () => import('./screens/imports/imports.tsx')),
  screenRoute('/imports/new', () => import('./screens/imports/new-import.tsx')),
  screenRoute('/imports/$id', () => import('./screens/imports/import.tsx')),
  screenRoute('/health', () => import('./screens/health/health.tsx')),
  screenRoute('/nominations', () => import('./screens/nominations/nominations.tsx')),
  screenRoute('/nominations/$id', () => import('./screens/nominations/nomination.tsx')),
  screenRoute('/asks', () => import('./screens/asks/asks.tsx')),
  screenRoute('/asks/$id', () => import('./screens/asks/ask.tsx')),
  screenRoute('/metrics', () => import('./screens/metrics/metrics.tsx')),
  screenRoute('/mail', () => import('./screens/mail/mail.tsx')),
  screenRoute('/settings/company', () => import('./screens/settings/company.tsx')),
  screenRoute('/settings/team', () => import('./screens/settings/team.tsx')),
  screenRoute('/settings/keys', () => import('./screens/settings/keys.tsx')),
  screenRoute('/settings/link-domains', () => import('./screens/settings/link-domains.tsx')),
  screenRoute('/settings/webhooks', () => import('./screens/settings/webhooks/webhooks.tsx')),
  screenRoute('/settings/webhooks/$id', () => import('./screens/settings/webhooks/webhook.tsx')),
  screenRoute('/settings/audit', () => import('./screens/settings/audit.tsx')),
  screenRoute('/settings/profile', () => import('./screens/settings/profile.tsx')),
];
