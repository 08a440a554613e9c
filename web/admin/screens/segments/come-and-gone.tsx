import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

const PER_PAGE = 10;

/** Who entered and who left, the newest move first. */
export function ComeAndGone({ id }: { id: string }) {
  const { t } = useTranslation('screens-segments');
  const history = useInfiniteQuery({
    queryKey: ['segments', id, 'history'],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/segments/{id}/history', {
          params: { path: { id }, query: { page: pageParam, per_page: PER_PAGE } },
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.per_page < last.total ? last.page + 1 : undefined),
  });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('history.title')} note={t('history.note')} flush>
      <PlainTable
        label={t('history.title')}
        columns={[
          { title: t('history.account') },
          { title: t('history.entered'), end: true },
          { title: t('history.left'), end: true },
        ]}
        rows={items.map((one) => [
          <Link key="account" to="/accounts/$id" params={{ id: one.account_id }} className="gw-link">
            {one.account_name}
          </Link>,
          <RelativeTime key="entered" at={one.entered_at} />,
          one.left_at ? <RelativeTime key="left" at={one.left_at} /> : t('history.still'),
        ])}
      />
      {history.hasNextPage && (
        <Button
          m="sm"
          size="xs"
          variant="subtle"
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </Section>
  );
}
