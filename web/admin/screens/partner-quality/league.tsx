import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from '../reports/reports.module.css';
import { Advice } from './advice.tsx';
import { BreakEven, Net, Times } from './amounts.tsx';
import pageClasses from './partner-quality.module.css';
import type { QualityReport, QualityRow } from './quality.tsx';

/** Each partner in a sentence, what to do about it and why. */
export function League({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <Section title={t('league')} note={t('leagueNote')} flush>
      <PlainTable
        label={t('league')}
        columns={[
          { title: t('partner') },
          { title: t('advice') },
          { title: t('customers'), end: true },
          { title: t('ratio'), end: true },
          { title: t('net'), end: true },
          { title: t('breakEven'), end: true },
          { title: t('soFar'), end: true },
        ]}
        rows={data.items.map((row) => [
          <div key="who">
            <Link to={'/partners/$id' as string} params={{ id: row.partner_id } as object} className="gw-link">
              {row.partner}
            </Link>{' '}
            {row.state !== 'approved' && <StateBadge state={row.state} />}
          </div>,
          <Why key="why" row={row} />,
          t('customersOf', { here: row.here, customers: row.customers }),
          <Times key="times" range={row.ltv_cac} />,
          <Net key="net" of={row} currency={data.currency} />,
          <BreakEven key="even" of={row} />,
          row.realised_net_minor === null ? (
            '—'
          ) : (
            <Money key="far" minor={row.realised_net_minor} currency={data.currency} short />
          ),
        ])}
      />
    </Section>
  );
}

/** What to do, what it rests on, and how its customers stay and pay back. */
function Why({ row }: { row: QualityRow }) {
  return (
    <div className={pageClasses.why}>
      <Advice of={row.recommendation} />
      <p className={classes.note}>{row.net_minor ? `${row.reason} ${row.sentence}` : row.sentence}</p>
    </div>
  );
}
