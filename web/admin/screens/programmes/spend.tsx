import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import type { ProgrammePage } from './programme.tsx';

/** What it spent this month of what it may, and in all. */
export function Spend({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  const spend = useQuery({
    queryKey: ['programmes', programme.id, 'spend'],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/spend', { params: { path: { id: programme.id } } })),
  });
  return (
    <Section title={t('spend.title')}>
      <QueryView query={spend}>
        {({ currency, budget_minor, spent_minor, waiting_minor, earned_minor, refused }) => (
          <Facts
            items={[
              [
                t('spend.month'),
                budget_minor === null ? null : <Money key="spent" minor={spent_minor} currency={currency} />,
              ],
              [
                t('spend.budget'),
                budget_minor === null ? (
                  t('spend.unlimited')
                ) : (
                  <Money key="budget" minor={budget_minor} currency={currency} />
                ),
              ],
              [
                t('spend.waiting'),
                waiting_minor > 0 ? <Money key="wait" minor={waiting_minor} currency={currency} /> : null,
              ],
              [t('spend.earned'), <Money key="earned" minor={earned_minor} currency={currency} />],
              [
                t('spend.refused'),
                refused > 0 ? (
                  <Link
                    key="refused"
                    to={`/commissions?programme_id=${programme.id}&state=refused`}
                    className="gw-link"
                  >
                    {t('spend.sales', { count: refused })}
                  </Link>
                ) : null,
              ],
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
