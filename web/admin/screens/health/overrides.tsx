import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';

/** Every band set by hand that is in force, the one that ends first on top. */
export function Overrides() {
  const { t } = useTranslation('screens-health');
  const found = useQuery({ queryKey: ['health-overrides'], queryFn: () => ask(api.GET('/v1/health/overrides')) });
  const items = found.data?.items ?? [];
  return (
    <Section title={t('overrides.title')} note={t('overrides.note')} flush={items.length > 0}>
      {items.length === 0 ? (
        t('overrides.none')
      ) : (
        <PlainTable
          label={t('overrides.title')}
          columns={[
            { title: t('overrides.account') },
            { title: t('overrides.band') },
            { title: t('overrides.scored') },
            { title: t('overrides.reason') },
            { title: t('overrides.by') },
            { title: t('overrides.ends'), end: true },
          ]}
          rows={items.map((one) => [
            <Link key="account" to="/accounts/$id" params={{ id: one.account_id }} className="gw-link">
              {one.account_name}
            </Link>,
            <StateBadge key="band" state={one.band} />,
            one.scored_band ? <StateBadge key="scored" state={one.scored_band} /> : '—',
            one.reason,
            <MemberName key="by" id={one.set_by} />,
            <RelativeTime key="ends" at={one.expires_at} />,
          ])}
        />
      )}
    </Section>
  );
}
