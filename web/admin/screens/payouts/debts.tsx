import { Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

type Debt = Got<'/v1/partner-debts'>['items'][number];

/** Partners who owe after clawbacks; nothing is shown when nobody does. */
export function Debts() {
  const { t } = useTranslation('screens-money');
  const debts = useQuery({ queryKey: ['partner-debts'], queryFn: () => ask(api.GET('/v1/partner-debts')) });
  if (!debts.data || debts.data.items.length === 0) return null;
  return (
    <Section title={t('debts.title')} note={t('debts.note')} flush>
      <PlainTable
        label={t('debts.title')}
        columns={[
          { title: t('batch.partner') },
          { title: t('debts.owes'), end: true },
          { title: t('debts.since') },
          { title: t('debts.next') },
        ]}
        rows={debts.data.items.map((debt) => [
          <Link key="partner" to="/partners/$id" params={{ id: debt.partner.id } as never} className="gw-link">
            {debt.partner.name}
          </Link>,
          <Money key="owes" minor={debt.owed_minor} currency={debt.currency} />,
          <RelativeTime key="since" at={debt.since} />,
          <GiveUp key="next" debt={debt} />,
        ])}
      />
    </Section>
  );
}

function GiveUp({ debt }: { debt: Debt }) {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('money:write');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  if (new Date(debt.writable_from) > new Date() || !mayWrite) return t('debts.workedOff');
  const run = async () => {
    const params = { path: { id: debt.partner.id } };
    await ask(api.POST('/v1/partners/{id}/write-off', { params, body: { currency: debt.currency, reason } }));
    await queries.invalidateQueries({ queryKey: ['partner-debts'] });
  };
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      danger
      label={t('debts.giveUp')}
      title={t('debts.giveUpTitle', { partner: debt.partner.name })}
      confirmLabel={t('debts.giveUpConfirm', { amount: moneyText(debt.owed_minor, debt.currency) })}
      run={run}
    >
      <Textarea label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmAction>
  );
}
