import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import type { ProgrammePage } from './programme.tsx';

const PERIODS = ['month', 'quarter', 'year', 'ever'] as const;
type Period = (typeof PERIODS)[number];

/** Who brought the most customers who still pay. */
export function Leaderboard({ programme: { id } }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const [period, setPeriod] = useState<Period>('ever');
  const board = useQuery({
    queryKey: ['programmes', id, 'leaderboard', period],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/leaderboard', { params: { path: { id }, query: { period } } })),
    placeholderData: (before) => before,
  });
  return (
    <Section title={t('programme.leaderboard.title')} note={t('programme.leaderboard.note')}>
      <Select
        aria-label={t('programme.leaderboard.period')}
        data={PERIODS.map((value) => ({ value, label: t(`programme.leaderboard.periods.${value}`) }))}
        value={period}
        onChange={(value) => setPeriod(PERIODS.find((one) => one === value) ?? 'ever')}
        allowDeselect={false}
      />
      <QueryView query={board}>
        {({ currency, items }) =>
          items.length === 0 ? (
            <p>{t('programme.leaderboard.empty')}</p>
          ) : (
            <PlainTable
              label={t('programme.leaderboard.title')}
              columns={[
                { title: t('programme.leaderboard.place'), end: true },
                { title: t('programme.leaderboard.partner') },
                { title: t('programme.leaderboard.customers'), end: true },
                { title: t('programme.leaderboard.revenue'), end: true },
              ]}
              rows={items.map((one) => [
                one.place,
                <Link key="partner" to={`/partners/${one.partner_id}`} className="gw-link">
                  {one.partner_name}
                </Link>,
                one.customers,
                <Money key="revenue" minor={one.revenue_minor} currency={currency} />,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
