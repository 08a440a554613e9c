import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ReasonDialog } from '../applications/reason-dialog.tsx';
import type { PartnerPage } from './partner.tsx';

/** Ends the partnership for good. */
export function ClosePartner({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const run = async (reason: string) => {
    await ask(api.POST('/v1/partners/{id}/close', { params: { path: { id: partner.id } }, body: { reason } }));
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };
  if (partner.state === 'closed') return null;
  return (
    <ReasonDialog
      variant="default"
      danger
      label={t('closePartner.label')}
      title={t('closePartner.title', { name: partner.name })}
      text={t('closePartner.text')}
      done={t('closePartner.done')}
      run={run}
    />
  );
}
