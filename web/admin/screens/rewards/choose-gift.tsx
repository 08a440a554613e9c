import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { giftsQuery } from './gifts-query.ts';
import type { GrantWhy } from './reward.tsx';

/** Another gift than the one picked, among those in stock. */
export function ChooseGift({ grant }: { grant: GrantWhy }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const gifts = useQuery(giftsQuery);
  const form = useForm({ initialValues: { gift_id: '' } });
  const run = async (body: { gift_id: string }) => {
    await ask(api.POST('/v1/grants/{id}/gift', { params: { path: { id: grant.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['grants'] });
  };
  const there = (gifts.data?.items ?? []).filter(
    (gift) => gift.state === 'active' && gift.stock > 0 && gift.id !== grant.gift?.id,
  );
  return (
    <FormDialog
      variant="default"
      label={t('reward.choose.label')}
      title={t('reward.choose.title')}
      submitLabel={t('reward.choose.confirm')}
      form={form}
      run={run}
    >
      <Select
        label={t('reward.choose.gift')}
        required
        data={there.map((gift) => ({ value: gift.id, label: gift.name }))}
        {...form.getInputProps('gift_id')}
      />
    </FormDialog>
  );
}
