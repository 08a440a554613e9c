import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { PartnerPage } from './partner.tsx';

/** Mails an approved partner the way in to their portal. */
export function PortalLink({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  if (partner.state !== 'approved') return null;
  const { name, email } = partner;
  return (
    <ConfirmAction
      variant="default"
      label={t('portalLink.label')}
      title={t('portalLink.title', { name })}
      confirmLabel={t('portalLink.confirm', { email })}
      done={t('portalLink.done')}
      run={() => ask(api.POST('/v1/partners/{id}/portal-link', { params: { path: { id: partner.id } } }))}
    >
      {t('portalLink.text', { email })}
    </ConfirmAction>
  );
}
