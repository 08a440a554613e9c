import { IconUserStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { programmesQuery } from '../programmes/programmes-query.ts';
import { AddPartner } from './add-partner.tsx';
import { KINDS, type Partner, STATES, usePartnerColumns } from './partner-columns.tsx';

/** Who recommends us, and what comes of it? */
export default function Partners() {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('partners:write');
  const programmes = useQuery(programmesQuery);
  return (
    <>
      <PageHeader title={t('partners.title')} answer={t('partners.answer')} actions={mayWrite && <AddPartner />} />
      <ServerTable<Partner>
        name="partners"
        label={t('partners.title')}
        fetchPage={(query) => ask(api.GET('/v1/partners', { params: { query: query as never } }))}
        columns={usePartnerColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/partners/${id}`}
        searchLabel={t('partners.search')}
        defaultSort={{ sort: 'earned', order: 'desc' }}
        exportHref={(query) => `/v1/partners.csv?${query}`}
        filters={[
          {
            key: 'state',
            label: t('partners.columns.state'),
            options: STATES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
          {
            key: 'kind',
            label: t('partners.columns.kind'),
            options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            key: 'programme_id',
            label: t('partners.programme'),
            options: (programmes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconUserStar}
            title={t('partners.empty')}
            text={t('partners.emptyText')}
            action={mayWrite && <AddPartner />}
          />
        }
      />
    </>
  );
}
