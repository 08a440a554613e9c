import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Batch } from './batch.tsx';

/** What stands in the way of this batch, in sentences; nothing when all is well. */
export function BatchTrouble({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  const settings = useQuery({ queryKey: ['payout-settings'], queryFn: () => ask(api.GET('/v1/payout-settings')) });
  const provider = useQuery({ queryKey: ['payout-provider'], queryFn: () => ask(api.GET('/v1/payout-provider')) });
  const count = (state: string) => batch.payouts.filter((payout) => payout.state === state).length;
  const isOpen = ['draft', 'approved', 'sent'].includes(batch.state);
  const troubles = [
    count('unknown') > 0 && t('batch.trouble.unknown', { count: count('unknown') }),
    count('failed') > 0 && t('batch.trouble.failed', { count: count('failed') }),
    count('returned') > 0 && t('batch.trouble.returned', { count: count('returned') }),
    isOpen && batch.rail === 'sepa' && settings.data && !settings.data.iban && t('batch.trouble.noAccount'),
    isOpen && batch.rail === 'provider' && provider.data?.provider === null && t('batch.trouble.noProvider'),
    isOpen && batch.rail === 'provider' && provider.data?.provider === 'fake' && t('batch.trouble.fakeProvider'),
    batch.state === 'draft' && batch.skipped.length > 0 && t('batch.trouble.skipped', { count: batch.skipped.length }),
  ].filter((text) => typeof text === 'string');
  if (troubles.length === 0) return null;
  return (
    <Notice tone="warn" title={t('batch.trouble.title')}>
      {troubles.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Notice>
  );
}
