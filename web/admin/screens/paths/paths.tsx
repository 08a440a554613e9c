import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { SuccessTabs } from '../success/success-tabs.tsx';
import { Flow } from './flow.tsx';
import { Followed } from './followed.tsx';
import { FoundPaths } from './found-paths.tsx';
import { PathPartners } from './path-partners.tsx';
import classes from './paths.module.css';
import { type Outlook, usePaths } from './paths-query.ts';
import { SearchButton, SearchState } from './search.tsx';

/** What did customers who succeed do first? */
export default function Paths() {
  const { t } = useTranslation('screens-paths');
  const paths = usePaths();
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={paths.data?.sentence}
        actions={
          <>
            {paths.data?.followed && (
              <Button
                component={Link}
                to="/success/paths/customers"
                variant="default"
                leftSection={<IconListCheck size={16} />}
              >
                {t('customers')}
              </Button>
            )}
            {paths.data && <SearchButton outlook={paths.data} />}
          </>
        }
      />
      <SuccessTabs open="paths" />
      <QueryView query={paths}>{(data) => <Answer outlook={data} />}</QueryView>
    </>
  );
}

function Answer({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const { best, basis } = outlook;
  return (
    <>
      <div className={classes.stack}>
        <SearchState outlook={outlook} />
        {outlook.needed.length > 0 && <Needed items={outlook.needed} title={t(`status.${outlook.status}`)} />}
      </div>
      {best && <Flow best={best} outlook={outlook} />}
      <Followed outlook={outlook} />
      {outlook.followed && <PathPartners />}
      {outlook.paths.length > 0 && <FoundPaths paths={outlook.paths} />}
      {basis && (
        <Section title={t('limits')}>
          <ul className={classes.list}>
            {outlook.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
          <p className={classes.quiet}>
            {t('basis', {
              ...basis,
              until: dateText(basis.data_until),
              at: dateText(basis.searched_at),
              hash: basis.data_hash.slice(0, 12),
            })}
          </p>
        </Section>
      )}
    </>
  );
}

function Needed({ items, title }: { items: string[]; title: string }) {
  const { t } = useTranslation('screens-paths');
  return (
    <Notice tone="warn" title={title}>
      <strong>{t('needed')}</strong>
      <ul className={classes.list}>
        {items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  );
}
