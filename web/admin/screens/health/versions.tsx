import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';

export type Version = Item<'/v1/health/models'>;

export function useVersions() {
  return useQuery({
    queryKey: ['health-models'],
    queryFn: () => ask(api.GET('/v1/health/models')) as unknown as Promise<{ items: Version[] }>,
  });
}

/** Every version with who, when and why; each can be compared with the one in force, changed from, or put in force. */
export function Versions() {
  const { t } = useTranslation('screens-health');
  const items = useVersions().data?.items ?? [];
  const active = items.find((one) => one.is_active);
  if (items.length === 0) return null;
  return (
    <Section title={t('versions.title')} note={t('versions.note')} flush>
      <PlainTable
        label={t('versions.title')}
        columns={[
          { title: t('versions.version') },
          { title: t('versions.why') },
          { title: t('versions.who') },
          { title: t('versions.when'), end: true },
          { title: t('versions.do') },
        ]}
        rows={items.map((one) => [
          <span key="version">
            {one.name} {one.version} {one.is_active && <StateBadge state="active" label={t('versions.inForce')} />}
          </span>,
          one.reason ?? '—',
          <MemberName key="who" id={one.created_by} />,
          <RelativeTime key="when" at={one.created_at} />,
          <Actions key="do" version={one} active={active} />,
        ])}
      />
    </Section>
  );
}

function Actions({ version, active }: { version: Version; active: Version | undefined }) {
  const { t } = useTranslation('screens-health');
  const mayWrite = useMay('success:write');
  if (!active || version.is_active) return null;
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to={`/health/compare?first=${active.id}&second=${version.id}`}
        size="compact-sm"
        variant="default"
      >
        {t('versions.compare')}
      </Button>
      {mayWrite && <Activate version={version} />}
    </Group>
  );
}

export function Activate({ version, size = 'compact-sm' }: { version: Version; size?: string }) {
  const { t } = useTranslation('screens-health');
  const queries = useQueryClient();
  const run = async () => {
    await ask(api.POST('/v1/health/models/{id}/activate', { params: { path: { id: version.id } } }));
    await ask(api.POST('/v1/health/score'));
    await queries.invalidateQueries();
  };
  return (
    <ConfirmAction
      size={size}
      variant="default"
      label={t('versions.activate')}
      title={t('versions.activateTitle', { version: version.version })}
      confirmLabel={t('versions.activateConfirm', { version: version.version })}
      run={run}
      done={t('versions.activated')}
    >
      {t('versions.activateText')}
    </ConfirmAction>
  );
}
