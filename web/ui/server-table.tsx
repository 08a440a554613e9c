import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListState, useListState } from '../lib/list-state.ts';
import { CardRows } from './card-rows.tsx';
import { EmptyState } from './empty-state.tsx';
import classes from './kit.module.css';
import { RowsSkeleton } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { TableFoot } from './table-foot.tsx';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import type { Bulk, Column, Page, PageQuery, TableFilter } from './table-types.ts';

type Props<T> = {
  /** Names the table to screen readers, the cache and the export. */
  name: string;
  label: string;
  fetchPage: (query: PageQuery & Record<string, string | number | undefined>) => Promise<Page<T>>;
  columns: Column<T>[];
  rowId: (row: T) => string;
  /** The row's own page. */
  rowTo?: (row: T) => string;
  filters?: TableFilter[];
  /** Placeholder of the search box; no box without it. */
  searchLabel?: string;
  defaultSort?: { sort: string; order: 'asc' | 'desc' };
  /** Filters that the address does not hold: { account_id }. */
  fixed?: Record<string, string>;
  /** The server's own export of what the filter shows, instead of one made here. */
  exportHref?: (query: URLSearchParams) => string;
  empty: ReactNode;
  /** Rows can be marked, for something to be done with all of them. */
  bulk?: Bulk<T>;
};

const PAGING = new Set(['page', 'per_page', 'sort', 'order', 'q']);

/** A list whose filter, sort and page live in the address and are done by the server. On a phone rows become cards. */
export function ServerTable<T>(props: Props<T>) {
  const { t } = useTranslation();
  const state = useListState(props.defaultSort);
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const filterKeys = (props.filters ?? []).map(({ key }) => key);
  const query = toQuery(state, filterKeys, props.fixed);
  const result = useQuery({
    queryKey: [props.name, query],
    queryFn: () => props.fetchPage(query),
    placeholderData: keepPreviousData,
  });
  const filtered = Boolean(state.search.q) || filterKeys.some((key) => state.search[key] && !PAGING.has(key));
  const rows = result.data?.items ?? [];
  const Rows = narrow ? CardRows : TableRows;
  const [marked, setMarked] = useState<T[]>([]);
  const marks = props.bulk && { rows: marked, set: setMarked, nameOf: props.bulk.nameOf };
  return (
    <section className={classes.section} aria-label={props.label}>
      <TableToolbar
        name={props.name}
        state={state}
        filters={props.filters ?? []}
        searchLabel={props.searchLabel}
        columns={props.columns}
        fetchPage={(page, perPage) => props.fetchPage({ ...query, page, per_page: perPage })}
        exportable={rows.length > 0}
        exportHref={props.exportHref?.(asParams(query))}
      />
      {result.isPending && <RowsSkeleton />}
      {result.isError && (
        <div className={classes.sectionBody}>
          <ProblemAlert error={result.error} onRetry={() => result.refetch()} />
        </div>
      )}
      {result.isSuccess && rows.length > 0 && (
        <>
          {marked.length > 0 && (
            <div className={classes.toolbar}>{props.bulk?.render(marked, () => setMarked([]))}</div>
          )}
          <Rows {...props} rows={rows} state={state} busy={result.isPlaceholderData} marks={marks} />
          <TableFoot state={state} total={result.data.total} shown={rows.length} />
        </>
      )}
      {result.isSuccess &&
        rows.length === 0 &&
        (filtered ? <EmptyState title={t('kit.table.nothing')} text={t('kit.table.nothingText')} /> : props.empty)}
    </section>
  );
}

/** The query without its page, for an address. */
function asParams({ page: _page, per_page: _size, ...rest }: Record<string, unknown>): URLSearchParams {
  return new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]));
}

function toQuery(state: ListState, filterKeys: string[], fixed: Record<string, string> = {}) {
  const filters = Object.fromEntries(
    filterKeys.filter((key) => state.search[key]).map((key) => [key, state.search[key]]),
  );
  return {
    ...filters,
    ...fixed,
    page: state.page,
    per_page: state.perPage,
    ...(state.sort ? { sort: state.sort, order: state.order } : {}),
    ...(state.search.q ? { q: state.search.q } : {}),
  };
}
