import {
  IconActivity,
  IconArrowsExchange,
  IconArrowsSplit,
  IconBuildingBank,
  IconBuildingCommunity,
  IconBuildingSkyscraper,
  IconCash,
  IconChartBar,
  IconChartHistogram,
  IconChecklist,
  IconCoins,
  IconContract,
  IconCreditCard,
  IconDatabase,
  IconDoorExit,
  IconFileImport,
  IconFilter,
  IconFlask,
  IconGift,
  IconHeartbeat,
  IconHistory,
  IconHourglass,
  IconKey,
  IconLayoutDashboard,
  IconListCheck,
  IconMail,
  IconReceipt,
  IconRoute,
  IconSend,
  IconSpeakerphone,
  IconStars,
  IconTimeline,
  IconTransfer,
  IconTrendingDown,
  IconTrophy,
  IconUserPlus,
  IconUserShare,
  IconUserStar,
  IconUsersGroup,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';
import type { Scope } from '../../src/kernel/scopes.ts';

export type NavItem = { to: string; key: string; icon: typeof IconCash; scope?: Scope };
export type NavGroup = { key?: string; items: NavItem[] };

/** The five groups of the thesis, Overview above and Settings below; only screens that exist. */
export const NAVIGATION: NavGroup[] = [
  { items: [{ to: '/', key: 'overview', icon: IconLayoutDashboard }] },
  {
    key: 'customers',
    items: [
      { to: '/accounts', key: 'accounts', icon: IconBuildingSkyscraper, scope: 'customers:read' },
      { to: '/revenue', key: 'revenue', icon: IconChartBar, scope: 'customers:read' },
      { to: '/channels', key: 'channels', icon: IconRoute, scope: 'customers:read' },
      { to: '/imports', key: 'imports', icon: IconFileImport, scope: 'customers:read' },
    ],
  },
  {
    key: 'success',
    items: [
      { to: '/health', key: 'health', icon: IconHeartbeat, scope: 'success:read' },
      { to: '/success', key: 'successOutcome', icon: IconTrophy, scope: 'success:read' },
      { to: '/segments', key: 'segments', icon: IconFilter, scope: 'success:read' },
      { to: '/churn', key: 'churn', icon: IconDoorExit, scope: 'success:read' },
      { to: '/tasks', key: 'tasks', icon: IconListCheck, scope: 'success:read' },
      { to: '/playbooks', key: 'playbooks', icon: IconChecklist, scope: 'success:read' },
      { to: '/retention', key: 'retention', icon: IconTimeline, scope: 'customers:read' },
      { to: '/survival', key: 'survival', icon: IconTrendingDown, scope: 'customers:read' },
      { to: '/lifetime', key: 'lifetime', icon: IconHourglass, scope: 'customers:read' },
      { to: '/churn-by-source', key: 'churnSources', icon: IconArrowsSplit, scope: 'customers:read' },
      { to: '/scenarios', key: 'scenarios', icon: IconFlask, scope: 'programmes:read' },
    ],
  },
  {
    key: 'advocates',
    items: [
      { to: '/nominations', key: 'nominations', icon: IconSpeakerphone, scope: 'advocates:read' },
      { to: '/asks', key: 'asks', icon: IconSend, scope: 'advocates:read' },
    ],
  },
  {
    key: 'partnersGroup',
    items: [
      { to: '/programmes', key: 'programmes', icon: IconContract, scope: 'programmes:read' },
      { to: '/applications', key: 'applications', icon: IconUserPlus, scope: 'partners:read' },
      { to: '/partners', key: 'partners', icon: IconUserStar, scope: 'partners:read' },
      { to: '/partner-quality', key: 'partnerQuality', icon: IconStars, scope: 'partners:read' },
      { to: '/referrals', key: 'referrals', icon: IconUserShare, scope: 'partners:read' },
      { to: '/conversions', key: 'conversions', icon: IconTransfer, scope: 'partners:read' },
    ],
  },
  {
    key: 'money',
    items: [
      { to: '/commissions', key: 'commissions', icon: IconReceipt, scope: 'money:read' },
      { to: '/rewards', key: 'rewards', icon: IconGift, scope: 'money:read' },
      { to: '/payouts', key: 'payouts', icon: IconCash, scope: 'money:read' },
      { to: '/ledger', key: 'ledger', icon: IconBuildingBank, scope: 'money:read' },
    ],
  },
  {
    key: 'settings',
    items: [
      { to: '/settings/company', key: 'company', icon: IconBuildingCommunity, scope: 'settings:read' },
      { to: '/settings/costs', key: 'costs', icon: IconCoins, scope: 'settings:read' },
      { to: '/settings/team', key: 'team', icon: IconUsersGroup, scope: 'settings:read' },
      { to: '/settings/link-domains', key: 'linkDomains', icon: IconWorld, scope: 'settings:read' },
      { to: '/settings/retention', key: 'keptEvents', icon: IconDatabase, scope: 'settings:read' },
      { to: '/settings/keys', key: 'keys', icon: IconKey, scope: 'settings:read' },
      { to: '/settings/events', key: 'events', icon: IconActivity, scope: 'customers:read' },
      { to: '/settings/webhooks', key: 'webhooks', icon: IconWebhook, scope: 'settings:read' },
      { to: '/settings/stripe', key: 'stripe', icon: IconCreditCard, scope: 'settings:read' },
      { to: '/settings/postbacks', key: 'postbacks', icon: IconArrowsExchange, scope: 'programmes:read' },
      { to: '/mail', key: 'mail', icon: IconMail, scope: 'settings:read' },
      { to: '/definitions', key: 'metrics', icon: IconChartHistogram },
      { to: '/settings/audit', key: 'audit', icon: IconHistory, scope: 'settings:read' },
    ],
  },
];

/** The groups with what the reader may open. */
export function navigationFor(scopes: readonly Scope[]): NavGroup[] {
  return NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter(({ scope }) => !scope || scopes.includes(scope)),
  })).filter(({ items }) => items.length > 0);
}
