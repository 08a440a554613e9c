import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../reports/reports.module.css';
import { Advice } from './advice.tsx';
import { BreakEven, Net, Times } from './amounts.tsx';
import type { QualityReport, QualityRow } from './quality.tsx';

/** Each partner in a sentence, what to do about it and why. */
export function League({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <Section title={t('league')} note={t('leagueNote')} flush>
      <PlainTable
        label={t('league')}
        columns={[
          { title: t('rank'), end: true },
          { title: t('partner') },
          { title: t('advice') },
          { title: t('customers'), end: true },
          { title: t('ratio'), end: true },
          { title: t('net'), end: true },
          { title: t('breakEven'), end: true },
          { title: t('soFar'), end: true },
        ]}
        rows={data.items.map((row) => [
          row.rank ?? '—',
          <Who key="who" row={row} />,
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

function Who({ row }: { row: QualityRow }) {
  return (
    <div>
      <Link to={'/partners/$id' as string} params={{ id: row.partner_id } as object} className="gw-link">
        {row.partner}
      </Link>
      <p className={classes.note}>{row.sentence}</p>
    </div>
  );
}

function Why({ row }: { row: QualityRow }) {
  return (
    <div>
      <Advice of={row.recommendation} />
      <p className={classes.note}>{[row.reason, ...row.unknowns.slice(0, 1)].join(' ')}</p>
    </div>
  );
}
