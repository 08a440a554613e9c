import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../reports/reports.module.css';
import { BreakEven, Net, Times } from './amounts.tsx';
import type { QualityReport } from './quality.tsx';

/** What each programme brings as a whole, and when a customer has paid back what was paid for it. */
export function Programmes({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <Section title={t('programmes')} note={t('programmesNote')} flush>
      <PlainTable
        label={t('programmes')}
        columns={[
          { title: t('programme') },
          { title: t('partners'), end: true },
          { title: t('customers'), end: true },
          { title: t('ratio'), end: true },
          { title: t('net'), end: true },
          { title: t('breakEven'), end: true },
        ]}
        rows={data.programmes.map((one) => [
          <div key="name">
            <Link to={'/programmes/$id' as string} params={{ id: one.programme_id } as object} className="gw-link">
              {one.programme}
            </Link>
            <p className={classes.note}>{one.sentence}</p>
          </div>,
          <Count key="partners" value={one.partners} />,
          <Count key="customers" value={one.customers} />,
          <Times key="times" range={one.ltv_cac} />,
          <Net key="net" of={one} currency={data.currency} />,
          <BreakEven key="even" of={one} />,
        ])}
      />
    </Section>
  );
}
