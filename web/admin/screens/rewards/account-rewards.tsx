import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';

/** The rewards a company gets, and those it caused by being referred. Nothing while there are none. */
export function AccountRewards({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-rewards');
  const grants = useQuery({
    queryKey: ['grants', 'account', accountId],
    queryFn: () => ask(api.GET('/v1/grants', { params: { query: { account_id: accountId, per_page: 20 } } })),
  });
  if (grants.data?.total === 0) return null;
  return (
    <Section title={t('account.title')}>
      <QueryView query={grants}>
        {({ items }) =>
          items.map((grant) => (
            <div key={grant.id} style={{ marginBlockEnd: 8 }}>
              <Link to={`/rewards/${grant.id}`} className="gw-link">
                {grant.what}
              </Link>{' '}
              <StateBadge state={grant.state} label={t(`common:grantStates.${grant.state}`)} />
              <div style={{ fontSize: '0.8125rem' }}>
                {t(`receivers.${grant.receiver}`)}. {grant.reason}
              </div>
            </div>
          ))
        }
      </QueryView>
    </Section>
  );
}
