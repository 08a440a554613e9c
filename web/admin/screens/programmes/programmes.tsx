import { IconContract } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { NewProgramme } from './new-programme.tsx';
import { programmesQuery } from './programmes-query.ts';

type Programme = Item<'/v1/programmes'>;

/** What do we promise to those who recommend us? */
export default function Programmes() {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('programmes:write');
  const programmes = useQuery(programmesQuery);
  return (
    <>
      <PageHeader
        title={t('programmes.title')}
        answer={t('programmes.answer')}
        actions={mayWrite && <NewProgramme />}
      />
      <Section flush>
        <QueryView query={programmes} skeleton={<RowsSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                icon={IconContract}
                title={t('programmes.empty')}
                text={t('programmes.emptyText')}
                action={mayWrite && <NewProgramme />}
              />
            ) : (
              <ProgrammeTable items={items} />
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function ProgrammeTable({ items }: { items: Programme[] }) {
  const { t } = useTranslation('screens-partners');
  return (
    <PlainTable
      label={t('programmes.title')}
      columns={['name', 'promise', 'state', 'since'].map((key) => ({ title: t(`programmes.columns.${key}`) }))}
      rows={items.map((programme) => [
        <Link key="name" to="/programmes/$id" params={{ id: programme.id } as never} className="gw-link">
          {programme.name}
        </Link>,
        programme.terms?.in_words[0] ?? t('programmes.noTerms'),
        <StateBadge key="state" state={programme.state} />,
        <DateOnly key="since" on={programme.created_at} />,
      ])}
    />
  );
}
