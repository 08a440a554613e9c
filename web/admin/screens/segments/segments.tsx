import { Button, Switch } from '@mantine/core';
import { IconFilter, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { EXAMPLES } from './examples.ts';
import { LookAgain } from './look-again.tsx';
import classes from './segments.module.css';

type Segment = Item<'/v1/segments'>;

/** Saved rules over customers, and how many are in each. */
export default function Segments() {
  const { t } = useTranslation('screens-segments');
  const [archived, setArchived] = useState(false);
  const mayWrite = useMay('success:write');
  const found = useQuery({
    queryKey: ['segments', { archived }],
    queryFn: () => ask(api.GET('/v1/segments', { params: { query: { archived: archived ? 'true' : 'false' } } })),
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        actions={
          mayWrite && (
            <>
              {(found.data?.items.length ?? 0) > 0 && <LookAgain icon={IconRefresh} />}
              <Button component={Link} to="/segments/new" leftSection={<IconPlus size={16} />}>
                {t('new')}
              </Button>
            </>
          )
        }
      />
      <Section
        flush
        actions={
          <Switch
            size="sm"
            label={t('withArchived')}
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
        }
      >
        <QueryView query={found} skeleton={<RowsSkeleton rows={4} />}>
          {({ items }) => (items.length === 0 ? <Nothing mayWrite={mayWrite} /> : <Rows items={items} />)}
        </QueryView>
      </Section>
    </>
  );
}

function Rows({ items }: { items: Segment[] }) {
  const { t } = useTranslation('screens-segments');
  return (
    <PlainTable
      label={t('title')}
      columns={[
        { title: t('columns.name') },
        { title: t('columns.rule') },
        { title: t('columns.members'), end: true },
        { title: t('columns.evaluated'), end: true },
      ]}
      rows={items.map((segment) => [
        <Link key="name" to="/segments/$id" params={{ id: segment.id }} className="gw-link">
          {segment.name}
        </Link>,
        <span key="rule">
          {segment.archived_at && <strong>{t('archived')} · </strong>}
          {segment.sentence}
        </span>,
        <Count key="members" value={segment.member_count} />,
        <RelativeTime key="at" at={segment.evaluated_at} />,
      ])}
    />
  );
}

/** Teaches by three segments one can start from. */
function Nothing({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('screens-segments');
  return (
    <>
      <EmptyState icon={IconFilter} title={t('empty')} text={t('emptyText')} />
      <div className={classes.starts}>
        {EXAMPLES.map(({ key }) => (
          <div key={key} className={classes.start}>
            <strong>{t(`examples.${key}.name`)}</strong>
            <span className={classes.quiet}>{t(`examples.${key}.text`)}</span>
            {mayWrite && (
              <Button
                component={Link}
                {...({ to: '/segments/new', search: { example: key } } as object)}
                size="xs"
                variant="default"
              >
                {t('startHere')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </>
  );
}
