import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { IconBuildingSkyscraper, IconSearch, IconUserStar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../src/kernel/scopes.ts';
import { askRaw } from '../lib/api.ts';
import { navigationFor } from './nav.ts';

export function open(): void {
  spotlight.open();
}

type Found = { items: { id: string; name: string; email?: string; domain?: string | null }[] };

/** Ctrl/⌘ K: every screen, account and partner. */
export default function Palette({ scopes }: { scopes: Scope[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const go = (to: string) => () => void navigate({ to });
  const accounts = useFound('accounts', query, scopes.includes('customers:read'));
  const partners = useFound('partners', query, scopes.includes('partners:read'));
  const screens: SpotlightActionData[] = navigationFor(scopes).flatMap(({ items }) =>
    items.map(({ to, key, icon: Icon }) => ({
      id: to,
      label: t(`nav.${key}`),
      leftSection: <Icon size={18} stroke={1.6} />,
      onClick: go(to),
    })),
  );
  const groups: SpotlightActionGroupData[] = [
    { group: t('shell.screens'), actions: screens.filter(({ label }) => matches(label, query)) },
    {
      group: t('shell.accounts'),
      actions: accounts.map(({ id, name, domain }) => ({
        id,
        label: name,
        description: domain ?? undefined,
        leftSection: <IconBuildingSkyscraper size={18} stroke={1.6} />,
        onClick: go(`/accounts/${id}`),
      })),
    },
    {
      group: t('shell.partners'),
      actions: partners.map(({ id, name, email }) => ({
        id,
        label: name,
        description: email,
        leftSection: <IconUserStar size={18} stroke={1.6} />,
        onClick: go(`/partners/${id}`),
      })),
    },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight
      shortcut={null}
      actions={groups}
      filter={(_query, all) => all}
      query={query}
      onQueryChange={setQuery}
      nothingFound={t('shell.nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('shell.searchPlaceholder'),
        'aria-label': t('shell.searchPlaceholder'),
      }}
      scrollable
      maxHeight={420}
      limit={30}
    />
  );
}

function matches(label: string | undefined, query: string): boolean {
  return (label ?? '').toLowerCase().includes(query.trim().toLowerCase());
}

function useFound(noun: string, query: string, allowed: boolean): Found['items'] {
  const [q] = useDebouncedValue(query.trim(), 150);
  const found = useQuery({
    queryKey: ['palette', noun, q],
    queryFn: () => askRaw<Found>(`/v1/${noun}?${new URLSearchParams({ q, per_page: '6' })}`),
    enabled: allowed && q.length > 0,
    placeholderData: keepPreviousData,
  });
  return q && found.data ? found.data.items : [];
}
