import { Button, Switch } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
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
import { Section } from '../../../ui/section.tsx';
import classes from './playbooks.module.css';
import { ResultLine } from './results.tsx';

type Playbook = Item<'/v1/playbooks'>;

/** What is done for accounts that may leave, and whether they stayed. */
export default function Playbooks() {
  const { t } = useTranslation('screens-playbooks');
  const [archived, setArchived] = useState(false);
  const mayWrite = useMay('success:write');
  const found = useQuery({
    queryKey: ['playbooks', { archived }],
    queryFn: () => ask(api.GET('/v1/playbooks', { params: { query: { archived: archived ? 'true' : 'false' } } })),
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        actions={
          <>
            <Button component={Link} to="/tasks" variant="default">
              {t('toTasks')}
            </Button>
            {mayWrite && (
              <Button component={Link} to="/playbooks/new" leftSection={<IconPlus size={16} />}>
                {t('new')}
              </Button>
            )}
          </>
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
        <QueryView query={found} skeleton={<RowsSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconChecklist} title={t('none')} text={t('noneText')} />
            ) : (
              <Rows items={items} />
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function Rows({ items }: { items: Playbook[] }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <PlainTable
      label={t('title')}
      columns={[
        { title: t('columns.name') },
        { title: t('columns.when') },
        { title: t('columns.steps'), end: true },
        { title: t('columns.running'), end: true },
        { title: t('columns.result') },
      ]}
      rows={items.map((one) => [
        <div key="name">
          <Link to="/playbooks/$id" params={{ id: one.id }} className="gw-link">
            {one.name}
          </Link>
          {(one.archived_at || one.ready_made) && (
            <div className={classes.quiet}>{t(one.archived_at ? 'archived' : 'readyMade')}</div>
          )}
        </div>,
        one.when_to_use,
        <Count key="steps" value={one.steps.length} />,
        <Count key="running" value={one.running} />,
        <ResultLine key="result" id={one.id} />,
      ])}
    />
  );
}
