import { Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { browserOf } from '../../../lib/browser-name.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

type Session = Item<'/v1/me/sessions'>;

/** Where one is signed in, and the way out of each. */
export function Sessions() {
  const { t } = useTranslation('screens-settings');
  const found = useQuery({ queryKey: ['me', 'sessions'], queryFn: () => ask(api.GET('/v1/me/sessions')) });
  const others = (found.data?.items.length ?? 0) > 1;
  return (
    <Section title={t('sessions.title')} actions={others && <EndOthers />} flush>
      <QueryView query={found} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) => <Rows items={items} />}
      </QueryView>
    </Section>
  );
}

function Rows({ items }: { items: Session[] }) {
  const { t } = useTranslation('screens-settings');
  return (
    <PlainTable
      label={t('sessions.title')}
      columns={['where', 'since', 'until', 'actions'].map((key) => ({ title: t(`sessions.columns.${key}`) }))}
      rows={items.map((session) => [
        <WhereFrom key="where" session={session} />,
        <RelativeTime key="since" at={session.created_at} />,
        <RelativeTime key="until" at={session.expires_at} />,
        session.current ? t('sessions.here') : <End key="end" session={session} />,
      ])}
    />
  );
}

function WhereFrom({ session }: { session: Session }) {
  const { t } = useTranslation('screens-settings');
  const { browser, system } = browserOf(session.user_agent ?? '');
  if (!browser) return session.user_agent || t('sessions.unknown');
  return system ? t('sessions.on', { browser, system }) : browser;
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['me', 'sessions'] });
}

function End({ session }: { session: Session }) {
  const { t } = useTranslation('screens-settings');
  const refresh = useRefresh();
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      color="red"
      label={t('sessions.end')}
      title={t('sessions.endTitle')}
      confirmLabel={t('sessions.end')}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id: session.id } } }));
        await refresh();
      }}
    >
      {t('sessions.endText')}
    </ConfirmAction>
  );
}

function EndOthers() {
  const { t } = useTranslation('screens-settings');
  const refresh = useRefresh();
  return (
    <Group>
      <ConfirmAction
        size="compact-sm"
        variant="default"
        label={t('sessions.endOthers')}
        title={t('sessions.endOthersTitle')}
        confirmLabel={t('sessions.endOthers')}
        danger
        run={async () => {
          await ask(api.POST('/v1/me/sessions/end-others'));
          await refresh();
        }}
      >
        {t('sessions.endText')}
      </ConfirmAction>
    </Group>
  );
}
