import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ChooseGift } from './choose-gift.tsx';
import type { GrantWhy } from './reward.tsx';

type Action = 'hold' | 'release' | 'fail' | 'retry' | 'revoke';

const ACTIONS: Partial<Record<GrantWhy['state'], Action[]>> = {
  promised: ['revoke'],
  earned: ['hold', 'revoke'],
  held: ['release', 'revoke'],
  ready: ['hold', 'fail', 'revoke'],
  sent: ['fail', 'revoke'],
  failed: ['retry', 'revoke'],
  expired: ['retry'],
};

/** What the state allows, each with a reason the receiver may read. */
export function SteerReward({ grant }: { grant: GrantWhy }) {
  return (
    <>
      {grant.kind === 'gift' && grant.state === 'ready' && <ChooseGift grant={grant} />}
      {(ACTIONS[grant.state] ?? []).map((action) => (
        <Steer key={action} grant={grant} action={action} />
      ))}
    </>
  );
}

function Steer({ grant, action }: { grant: GrantWhy; action: Action }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '' } });
  const params = { path: { id: grant.id } };
  const run = async (body: { reason: string }) => {
    await ask(api.POST(`/v1/grants/{id}/${action}`, { params, body }));
    await queries.invalidateQueries({ queryKey: ['grants'] });
  };
  return (
    <FormDialog
      variant="default"
      label={t(`reward.${action}.label`)}
      title={t(`reward.${action}.title`)}
      submitLabel={t(`reward.${action}.confirm`)}
      danger={action === 'revoke'}
      form={form}
      run={run}
    >
      {t(`reward.${action}.text`)}
      <Textarea
        label={t('reward.note')}
        description={t('reward.noteHint')}
        required
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
