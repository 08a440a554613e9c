import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';

type Props = { id: string | null; name?: string | null | undefined };

/** A partner by name; asks for the name where only the id is known. */
export function PartnerLink({ id, name }: Props) {
  const { t } = useTranslation('screens-partners');
  const partner = useQuery({
    queryKey: ['partners', id],
    queryFn: () => ask(api.GET('/v1/partners/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id) && !name,
    retry: false,
  });
  if (!id) return '—';
  return (
    <Link to="/partners/$id" params={{ id } as never} className="gw-link">
      {name ?? partner.data?.name ?? t('conversion.aPartner')}
    </Link>
  );
}
