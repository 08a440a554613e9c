import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { Percent } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from '../reports/definition-link.tsx';
import classes from '../reports/reports.module.css';
import pageClasses from './partner-quality.module.css';
import type { QualityReport, QualityRow } from './quality.tsx';

const PARTS = ['margin', 'commission', 'rewards', 'discounts', 'retention', 'fixed', 'net'] as const;

/** The statistics behind the league, complete, one click away. */
export function Numbers({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <details className={pageClasses.all}>
      <summary className="gw-link">{t('numbers')}</summary>
      <p className={classes.note}>
        {t('how', {
          years: data.horizon_months / 12,
          sure: percentText(data.confidence, 0),
          least: data.least_customers,
        })}{' '}
        <DefinitionLink slug="partner-quality" />
      </p>
      <Section title={t('numbers')} flush>
        <PlainTable
          label={t('numbers')}
          columns={[
            { title: t('partner') },
            ...['stay', 'othersStay', 'churn', 'left', 'q', 'healthy', 'tickets', 'crc', 'funnel'].map((key) => ({
              title: t(key),
              end: true,
            })),
          ]}
          rows={data.items.map((row) => cellsOf(row, data.currency))}
        />
      </Section>
      <PerCustomer data={data} />
    </details>
  );
}

function cellsOf(row: QualityRow, currency: string) {
  const number = (value: number | null, digits = 1) => (value === null ? '—' : numberText(value, digits));
  const { left, expected, q } = row.leaves_sooner;
  return [
    row.partner,
    number(row.months_stayed),
    number(row.others_stay),
    <Percent key="churn" value={row.monthly_churn} digits={1} />,
    `${numberText(left)} / ${numberText(expected, 1)}`,
    number(q, 3),
    row.scored === 0 ? '—' : `${numberText(row.healthy)} / ${numberText(row.scored)}`,
    number(row.tickets_per_month, 2),
    row.crc_month_minor === null ? '—' : <Money key="crc" minor={row.crc_month_minor} currency={currency} short />,
    `${numberText(row.in_funnel)} / ${numberText(row.customers)}`,
  ];
}

function PerCustomer({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  const judged = data.items.flatMap(({ partner, per_customer }) => (per_customer ? [{ partner, per_customer }] : []));
  if (judged.length === 0) return null;
  const titles = { margin: 'margin', commission: 'commission', rewards: 'rewards', discounts: 'discounts' } as const;
  const titleOf = { ...titles, retention: 'retention', fixed: 'fixed', net: 'net' } as const;
  return (
    <Section title={t('perCustomer')} flush>
      <PlainTable
        label={t('perCustomer')}
        columns={[{ title: t('partner') }, ...PARTS.map((part) => ({ title: t(titleOf[part]), end: true }))]}
        rows={judged.map(({ partner, per_customer }) => [
          partner,
          ...PARTS.map((part) => <Money key={part} minor={per_customer[part]} currency={data.currency} short />),
        ])}
      />
    </Section>
  );
}
