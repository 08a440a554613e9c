import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useListState } from '../../../lib/list-state.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { TableFoot } from '../../../ui/table-foot.tsx';
import classes from './mail.module.css';
import { MailList } from './mail-list.tsx';
import { MailPane } from './mail-pane.tsx';

/** Every mail Goodword wrote, as its reader gets it. */
export default function Mail() {
  const { t } = useTranslation('screens-mail');
  const state = useListState();
  const query = {
    page: state.page,
    per_page: 25,
    ...(state.search.q ? { q: state.search.q } : {}),
    ...(state.search.state ? { state: state.search.state as 'sent' } : {}),
  };
  const mails = useQuery({
    queryKey: ['mails', query],
    queryFn: () => ask(api.GET('/v1/mails', { params: { query } })),
    refetchInterval: 10_000,
  });
  const answer = mails.data && t(mails.data.delivers ? 'answer' : 'answerKept');
  return (
    <>
      <PageHeader title={t('title')} answer={answer} />
      <div className={classes.panes} data-open={state.search.mail ? true : undefined}>
        <div className={classes.list}>
          <QueryView query={mails} skeleton={<RowsSkeleton />}>
            {({ items, total }) =>
              total === 0 ? (
                <EmptyState icon={IconMail} title={t('empty')} text={t('emptyText')} />
              ) : (
                <>
                  <MailList
                    items={items}
                    chosen={state.search.mail}
                    onChoose={(mail) => state.set({ mail, page: state.search.page })}
                  />
                  <TableFoot state={{ ...state, perPage: 25 }} total={total} shown={items.length} fixedSize />
                </>
              )
            }
          </QueryView>
        </div>
        <div className={classes.pane}>
          {state.search.mail ? (
            <MailPane
              key={state.search.mail}
              id={state.search.mail}
              onBack={() => state.set({ mail: undefined, page: state.search.page })}
            />
          ) : (
            <EmptyState icon={IconMail} title={t('choose')} />
          )}
        </div>
      </div>
    </>
  );
}
