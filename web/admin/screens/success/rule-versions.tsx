import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';

type Version = Item<'/v1/success/rules'>;

/** Every version of what counts as success, with who and why; one can go back to each. */
export function RuleVersions() {
  const { t } = useTranslation('screens-success');
  const versions = useQuery({ queryKey: ['success-rules'], queryFn: () => ask(api.GET('/v1/success/rules')) });
  const items = versions.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <Section title={t('versions.title')} flush>
      <PlainTable
        label={t('versions.title')}
        columns={[
          { title: t('versions.version') },
          { title: t('versions.rule') },
          { title: t('versions.why') },
          { title: t('versions.who') },
          { title: t('versions.when'), end: true },
          { title: t('versions.do') },
        ]}
        rows={items.map((one) => [
          <span key="version">
            {one.version} {one.is_active && <StateBadge state="active" label={t('versions.inForce')} />}
          </span>,
          <RuleText key="rule" version={one} />,
          one.reason ?? '—',
          one.created_by ? <MemberName key="who" id={one.created_by} /> : '—',
          one.created_at ? <RelativeTime key="when" at={one.created_at} /> : '—',
          <Activate key="do" version={one} />,
        ])}
      />
    </Section>
  );
}

/** "Day 90: Has paid, Health ≥ 70" */
function RuleText({ version: { rule } }: { version: Version }) {
  const { t } = useTranslation('screens-success');
  const conditions = rule.conditions.map(({ condition, at_least }) => {
    const name = t(`conditions.${condition}.name`);
    return at_least === null ? name : t('versions.atLeast', { name, value: at_least });
  });
  return <>{t('versions.text', { day: rule.day, conditions: conditions.join(', ') })}</>;
}

function Activate({ version: { id, version, is_active } }: { version: Version }) {
  const { t } = useTranslation('screens-success');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  if (is_active || id === null || !mayWrite) return null;
  const run = async () => {
    await ask(api.POST('/v1/success/rules/{id}/activate', { params: { path: { id } } }));
    await queries.invalidateQueries();
  };
  return (
    <ConfirmAction
      size="compact-sm"
      variant="default"
      label={t('versions.activate')}
      title={t('versions.activateTitle', { version })}
      confirmLabel={t('versions.activate')}
      run={run}
      done={t('versions.activated')}
    >
      {t('versions.activateText')}
    </ConfirmAction>
  );
}
