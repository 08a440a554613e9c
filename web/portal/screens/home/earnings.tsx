import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from '../../portal.module.css';
import type { Earnings } from '../../portal-queries.ts';

type Props = { earnings: Earnings; onMore: () => void };

/** Every commission with its reason in the partner's words. */
export function EarningsList({ earnings, onMore }: Props) {
  const { t } = useTranslation('screens-portal');
  const { items, total } = earnings;
  return (
    <Section title={t('earnings.title')} flush>
      {items.length === 0 ? (
        <EmptyState title={t('earnings.empty')} text={t('earnings.emptyText')} />
      ) : (
        <PlainTable
          label={t('earnings.title')}
          columns={[
            { title: t('earnings.customer') },
            { title: t('earnings.amount'), end: true },
            { title: t('earnings.state') },
            { title: t('earnings.on') },
            { title: t('earnings.why') },
          ]}
          rows={items.map((item) => [
            item.customer,
            <Money key="net" minor={item.net_minor} currency={item.currency} />,
            <StateBadge key="state" state={item.state} />,
            <DateOnly key="on" on={item.earned_at} />,
            <div key="why" className={classes.reason}>
              {item.reason} {item.explanation}
            </div>,
          ])}
        />
      )}
      {items.length < total && (
        <Center p="sm">
          <Button variant="subtle" onClick={onMore}>
            {t('earnings.more')}
          </Button>
        </Center>
      )}
    </Section>
  );
}
