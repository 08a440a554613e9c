import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import classes from '../reports/reports.module.css';
import { Advice } from './advice.tsx';
import { BreakEven, Net, Times } from './amounts.tsx';

/** On a partner's page: how good the customers it brought are, and what to do. */
export function QualityCard({ id }: { id: string }) {
  const { t } = useTranslation('screens-partner-quality');
  const quality = useQuery({
    queryKey: ['partners', id, 'quality'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/quality', { params: { path: { id } } })),
  });
  return (
    <Section title={t('card')}>
      <QueryView query={quality} skeleton={<RowsSkeleton rows={3} />}>
        {({ quality: row, currency }) =>
          row === null ? (
            <p className={classes.missing}>{t('cardNone')}</p>
          ) : (
            <>
              <Advice of={row.recommendation} />
              <p>{row.sentence}</p>
              <p className={classes.note}>{[row.reason, ...row.unknowns].join(' ')}</p>
              {row.net_minor && (
                <Facts
                  items={[
                    [t('ratio'), row.ltv_cac && <Times range={row.ltv_cac} />],
                    [t('net'), <Net key="net" of={row} currency={currency} />],
                    [t('breakEven'), <BreakEven key="even" of={row} />],
                  ]}
                />
              )}
            </>
          )
        }
      </QueryView>
      <p className={classes.note}>
        <Link to="/partner-quality" className="gw-link">
          {t('cardAll')}
        </Link>
      </p>
    </Section>
  );
}
