import { Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { guardQuery } from './guard.tsx';
import type { ProgrammePage } from './programme.tsx';

type Props = { programme: ProgrammePage };

/** The step its state allows: open it to partners, or stop new sales from earning. */
export function PublishOrPause({ programme }: Props) {
  if (programme.state === 'live') return <Pause programme={programme} />;
  if (programme.state === 'draft' || programme.state === 'paused') return <Publish programme={programme} />;
  return null;
}

function Publish({ programme }: Props) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const guard = useQuery(guardQuery);
  const [reason, setReason] = useState('');
  const stopped = guard.data?.allowed === false;
  const run = async () => {
    const body = stopped && reason.trim() ? { override_reason: reason.trim() } : {};
    await ask(api.POST('/v1/programmes/{id}/publish', { params: { path: { id: programme.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <ConfirmAction
      label={t('programme.publish.label')}
      title={t('programme.publish.title')}
      confirmLabel={t('programme.publish.confirm', { name: programme.name })}
      done={t('programme.publish.done')}
      run={run}
    >
      {t('programme.publish.text')}
      {guard.data && <Notice tone={stopped ? 'warn' : 'info'}>{guard.data.in_words}</Notice>}
      {stopped && (
        <Textarea
          label={t('programme.publish.override')}
          description={t('programme.publish.overrideHint')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmAction>
  );
}

function Pause({ programme }: Props) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const run = async () => {
    await ask(api.POST('/v1/programmes/{id}/pause', { params: { path: { id: programme.id } } }));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <ConfirmAction
      variant="default"
      danger
      label={t('programme.pause.label')}
      title={t('programme.pause.title')}
      confirmLabel={t('programme.pause.confirm', { name: programme.name })}
      done={t('programme.pause.done')}
      run={run}
    >
      {t('programme.pause.text')}
    </ConfirmAction>
  );
}
