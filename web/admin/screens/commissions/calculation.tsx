import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { CommissionWhy } from './commission.tsx';
import classes from './commissions.module.css';

type Line = {
  product: string | null;
  amount_minor: number;
  discount_minor: number;
  tax_minor: number;
  quantity?: number;
  earns: boolean;
};
type Part = { of_minor: number; rate?: string; amount_minor?: number; seats?: number; product?: string };
type Numbers = { lines?: Line[]; currency?: string; parts?: Part[] };

/** The rates on their parts of what was paid, and the invoice's lines as they were counted. */
export function Calculation({ commission }: { commission: CommissionWhy }) {
  const { lines = [], parts = [], currency = commission.currency } = commission.calculation as Numbers;
  return (
    <>
      {parts.length > 1 && <Parts parts={parts} currency={commission.currency} />}
      {lines.length > 0 && <Lines lines={lines} currency={currency} />}
    </>
  );
}

function Parts({ parts, currency }: { parts: Part[]; currency: string }) {
  const { t } = useTranslation('screens-money');
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <div className={classes.parts}>
      <PlainTable
        label={t('commission.parts')}
        columns={[
          { title: t('commission.part') },
          { title: t('commission.rate'), end: true },
          { title: t('commission.of'), end: true },
        ]}
        rows={parts.map(({ rate, amount_minor = 0, seats, of_minor, product }, at) => [
          product ?? `${at + 1}`,
          rate ?? (seats === undefined ? money(amount_minor) : t('commission.perSeat', { count: seats })),
          rate === undefined && seats !== undefined ? money(amount_minor * seats) : money(of_minor),
        ])}
      />
    </div>
  );
}

function Lines({ lines, currency }: { lines: Line[]; currency: string }) {
  const { t } = useTranslation('screens-money');
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <PlainTable
      label={t('commission.calculation')}
      columns={[
        { title: t('commission.line') },
        { title: t('commission.quantity'), end: true },
        { title: t('commission.amount'), end: true },
        { title: t('commission.discount'), end: true },
        { title: t('commission.tax'), end: true },
        { title: t('commission.earns') },
      ]}
      rows={lines.map((line, at) => [
        line.product ?? `${at + 1}`,
        <span key="q" className="gw-num">
          {line.quantity ?? 1}
        </span>,
        money(line.amount_minor),
        money(line.discount_minor),
        money(line.tax_minor),
        t(line.earns ? 'commission.yes' : 'commission.no'),
      ])}
    />
  );
}
