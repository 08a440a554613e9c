import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { CommissionWhy } from './commission.tsx';

type Line = { product: string | null; amount_minor: number; discount_minor: number; tax_minor: number; earns: boolean };

/** The invoice's lines as they were counted. */
export function Calculation({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const { lines = [], currency = commission.currency } = commission.calculation as {
    lines?: Line[];
    currency?: string;
  };
  if (lines.length === 0) return null;
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <PlainTable
      label={t('commission.calculation')}
      columns={[
        { title: t('commission.line') },
        { title: t('commission.amount'), end: true },
        { title: t('commission.discount'), end: true },
        { title: t('commission.tax'), end: true },
        { title: t('commission.earns') },
      ]}
      rows={lines.map((line, at) => [
        line.product ?? `${at + 1}`,
        money(line.amount_minor),
        money(line.discount_minor),
        money(line.tax_minor),
        t(line.earns ? 'commission.yes' : 'commission.no'),
      ])}
    />
  );
}
