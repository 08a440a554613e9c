import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Account360 } from './account.tsx';
import classes from './accounts.module.css';

export function BillingTab({ data }: { data: Account360 }) {
  return (
    <>
      <Subscriptions subscriptions={data.subscriptions} />
      <Invoices invoices={data.invoices} />
    </>
  );
}

function useColumn() {
  const { t } = useTranslation('screens-customers');
  return (key: string, end?: boolean) => ({ title: t(`account.columns.${key}`), end });
}

function Subscriptions({ subscriptions }: Pick<Account360, 'subscriptions'>) {
  const { t } = useTranslation('screens-customers');
  const column = useColumn();
  return (
    <Section title={t('account.subscriptions')} note={t('account.total', { count: subscriptions.length })} flush>
      <PlainTable
        label={t('account.subscriptions')}
        columns={[
          column('subscription'),
          column('plan'),
          column('state'),
          column('from'),
          column('to'),
          column('seats', true),
          column('mrr', true),
        ]}
        rows={subscriptions.map((one) => [
          one.external_id,
          one.plan ?? '—',
          <StateBadge key="state" state={one.is_active ? (one.is_trial ? 'trial' : 'active') : 'ended'} />,
          <DateOnly key="from" on={one.started_on} />,
          <DateOnly key="to" on={one.ended_on} />,
          one.seats ?? '—',
          <Money key="mrr" minor={one.mrr_minor} currency={one.currency} />,
        ])}
      />
    </Section>
  );
}

function Invoices({ invoices }: Pick<Account360, 'invoices'>) {
  const { t } = useTranslation('screens-customers');
  const column = useColumn();
  return (
    <Section
      title={t('account.invoices')}
      note={t('account.total', { count: invoices.length })}
      flush={invoices.length > 0}
    >
      {invoices.length === 0 ? (
        <p className={classes.quiet}>{t('account.noInvoices')}</p>
      ) : (
        <PlainTable
          label={t('account.invoices')}
          columns={[
            column('invoice'),
            column('state'),
            column('issued'),
            column('due'),
            column('refunded', true),
            column('amount', true),
          ]}
          rows={invoices.map((one) => [
            one.external_id,
            <StateBadge
              key="state"
              state={one.is_overdue ? 'failed' : one.status}
              label={one.is_overdue ? t('account.overdue') : undefined}
            />,
            <DateOnly key="issued" on={one.issued_at} />,
            <DateOnly key="due" on={one.due_on} />,
            one.refunded_minor ? <Money key="refunded" minor={one.refunded_minor} currency={one.currency} /> : '—',
            <Money key="amount" minor={one.total_minor} currency={one.currency} />,
          ])}
        />
      )}
    </Section>
  );
}
