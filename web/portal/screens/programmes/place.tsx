import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { Section } from '../../../ui/section.tsx';

type OwnPlace = Got<'/v1/portal/leaderboard/{programme_id}'>;

/** Where the partner stands among all; nothing before it has brought anybody. */
export function Place({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('screens-portal-programmes');
  const { data } = useQuery({
    queryKey: ['portal', 'leaderboard', programmeId],
    queryFn: () =>
      ask(api.GET('/v1/portal/leaderboard/{programme_id}', { params: { path: { programme_id: programmeId } } })),
  });
  if (!data || (data.customers === 0 && data.revenue_minor === 0)) return null;
  const next = nextOf(data);
  return (
    <Section title={t('place.title')}>
      {t('place.own', { place: data.place, count: data.partners })} {t(next.key, next.params)}
    </Section>
  );
}

function nextOf({ next, currency }: OwnPlace) {
  if (!next) return { key: 'place.first', params: {} } as const;
  if (next.customers > 0) return { key: 'place.customers', params: { count: next.customers } } as const;
  return { key: 'place.revenue', params: { amount: moneyText(next.revenue_minor, currency) } } as const;
}
