import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { PartnerPage } from './partner.tsx';

type Link = PartnerPage['links'][number];
type Props = { partner: PartnerPage; link: Link };

/** Pauses, wakes or ends a link. */
export function LinkState({ partner, link }: Props) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const change = async (state: Link['state']) => {
    await ask(api.PATCH('/v1/links/{id}', { params: { path: { id: link.id } }, body: { state } }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  const toggle = useMutation({ mutationFn: change });
  if (link.state === 'ended') return null;
  const next = link.state === 'active' ? 'paused' : 'active';
  return (
    <>
      <Button size="compact-xs" variant="subtle" loading={toggle.isPending} onClick={() => toggle.mutate(next)}>
        {t(next === 'paused' ? 'linkState.pause' : 'linkState.wake')}
      </Button>
      <ConfirmAction
        size="compact-xs"
        variant="subtle"
        danger
        label={t('linkState.end')}
        title={t('linkState.endTitle', link)}
        confirmLabel={t('linkState.endConfirm', link)}
        run={() => change('ended')}
      >
        {t('linkState.endText')}
      </ConfirmAction>
    </>
  );
}

/** Ends a coupon: invoices that carry it credit nobody any more. */
export function EndCoupon({ partner, code }: { partner: PartnerPage; code: string }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const run = async () => {
    await ask(api.PATCH('/v1/coupons/{code}', { params: { path: { code } }, body: { state: 'ended' } }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      danger
      label={t('linkState.end')}
      title={t('linkState.endCoupon', { code })}
      confirmLabel={t('linkState.endConfirm', { code })}
      run={run}
    >
      {t('linkState.endCouponText')}
    </ConfirmAction>
  );
}
