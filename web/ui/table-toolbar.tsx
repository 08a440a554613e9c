import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvText, download } from '../lib/csv.ts';
import type { ListState } from '../lib/list-state.ts';
import classes from './kit.module.css';
import { SavedViews } from './saved-views.tsx';
import type { Column, Page, TableFilter } from './table-types.ts';

type Props<T> = {
  name: string;
  state: ListState;
  filters: TableFilter[];
  searchLabel?: string;
  columns: Column<T>[];
  fetchPage: (page: number, perPage: number) => Promise<Page<T>>;
  exportable: boolean;
  exportHref?: string;
};

export function TableToolbar<T>({
  name,
  state,
  filters,
  searchLabel,
  columns,
  fetchPage,
  exportable,
  exportHref,
}: Props<T>) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: () => exportAll(name, columns, fetchPage),
    onError: (error) => notifications.show({ color: 'red', message: error.message || t('kit.problem.unreachable') }),
  });
  const canExport = exportHref !== undefined || columns.some((column) => column.csv);
  if (!searchLabel && filters.length === 0 && !canExport) return null;
  return (
    <div className={classes.toolbar}>
      {searchLabel && <SearchBox label={searchLabel} state={state} />}
      {filters.map((filter) => (
        <Select
          key={filter.key}
          aria-label={filter.label}
          placeholder={filter.label}
          data={filter.options}
          value={state.search[filter.key] ?? null}
          onChange={(value) => state.set({ [filter.key]: value ?? undefined })}
          clearable
          searchable={filter.options.length > 12}
          w={120}
        />
      ))}
      {(filters.length > 0 || searchLabel) && <SavedViews screen={name} state={state} />}
      {canExport && (
        <div className={classes.toolbarEnd}>
          {exportHref && exportable ? (
            <Button component="a" href={exportHref} download variant="default" leftSection={<IconDownload size={16} />}>
              {t('kit.table.export')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={save.isPending}
              disabled={!exportable}
              onClick={() => save.mutate()}
            >
              {t('kit.table.export')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function SearchBox({ label, state }: { label: string; state: ListState }) {
  const { t } = useTranslation();
  const [text, setText] = useState(state.search.q ?? '');
  const apply = useDebouncedCallback((q: string) => state.set({ q: q.trim() || undefined }), 250);
  const change = (value: string) => {
    setText(value);
    apply(value);
  };
  return (
    <TextInput
      className={classes.toolbarSearch}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('kit.table.clear')} onClick={() => change('')} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

const EXPORT_PAGE = 200;

/** Everything the filter shows, not only this page, as CSV. */
async function exportAll<T>(name: string, columns: Column<T>[], fetchPage: Props<T>['fetchPage']): Promise<void> {
  const kept = columns.filter((column) => column.csv);
  const rows: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await fetchPage(page, EXPORT_PAGE);
    rows.push(...items);
    if (rows.length >= total || items.length === 0) break;
  }
  const lines = rows.map((row) => kept.map((column) => column.csv?.(row)));
  const header = kept.map((column) => column.title);
  download(`${name}-${new Date().toISOString().slice(0, 10)}.csv`, csvText(header, lines));
}
