import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask as send } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { AskData } from './ask.tsx';

export function CancelAsk({ ask }: { ask: AskData }) {
  const { t } = useTranslation('screens-advocates');
  const queries = useQueryClient();
  const person = ask.person.name ?? ask.person.email ?? '';
  return (
    <ConfirmAction
      variant="default"
      label={t('askPage.cancel')}
      title={t('askPage.cancelTitle', { person })}
      confirmLabel={t('askPage.cancelConfirm', { person })}
      danger
      run={async () => {
        const cancelled = await send(api.POST('/v1/asks/{id}/cancel', { params: { path: { id: ask.id } } }));
        queries.setQueryData(['asks', ask.id], cancelled);
        await queries.invalidateQueries({ queryKey: ['nominations'] });
      }}
    >
      {t(ask.state === 'sent' ? 'askPage.cancelSent' : 'askPage.cancelDraft')}
    </ConfirmAction>
  );
}
