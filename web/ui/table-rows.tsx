import 'mantine-datatable/styles.css';
import { useNavigate } from '@tanstack/react-router';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';
import { rowHead, sortName } from './row-head.tsx';
import type { Column, RowsProps } from './table-types.ts';

/** Whoever shows rows has said before that there are none; the library's own words would be read out beside every table. */
const NOTHING = <span />;

export function TableRows<T>({ columns, rows, rowId, rowTo, state, busy, marks }: RowsProps<T>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <DataTable<T>
      className={classes.table}
      records={rows}
      idAccessor={rowId as never}
      columns={columns.map((column, index) => asDataColumn(column, index === 0 ? rowTo : undefined))}
      sortStatus={{ columnAccessor: columnOf(columns, state.sort) as never, direction: state.order }}
      onSortStatusChange={({ columnAccessor, direction }) =>
        state.set({ sort: sortName(columns, String(columnAccessor)), order: direction })
      }
      onRowClick={rowTo && (({ record, event }) => opensByClick(event) && navigate({ to: rowTo(record) }))}
      fetching={busy}
      loaderBackgroundBlur={0}
      highlightOnHover
      highlightOnHoverColor="var(--gw-hover)"
      backgroundColor="transparent"
      borderColor="var(--gw-line)"
      rowBorderColor="var(--gw-line)"
      verticalSpacing="xs"
      withRowBorders
      noHeader={false}
      {...(marks && {
        selectedRecords: marks.rows,
        onSelectedRecordsChange: marks.set,
        getRecordSelectionCheckboxProps: (row: T) => ({
          'aria-label': t('kit.table.mark', { name: marks.nameOf(row) }),
        }),
        allRecordsSelectionCheckboxProps: { 'aria-label': t('kit.table.markAll') },
      })}
      emptyState={NOTHING}
    />
  );
}

/** A click on something inside the row, in a dialog it opened, or one that ends a selection of text, is not a click on the row. */
function opensByClick(event: React.MouseEvent): boolean {
  const target = event.target as HTMLElement;
  if (!event.currentTarget.contains(target)) return false;
  return !target.closest('a, button, input, label, details') && !window.getSelection()?.toString();
}

function asDataColumn<T>(column: Column<T>, rowTo?: (row: T) => string): DataTableColumn<T> {
  return {
    accessor: column.key as never,
    title: column.title,
    sortable: Boolean(column.sort),
    textAlign: column.end ? 'right' : 'left',
    width: column.width,
    render: (row) => rowHead(column.render(row), rowTo?.(row)),
  };
}

function columnOf<T>(columns: Column<T>[], sort: string | undefined): string {
  return columns.find((column) => column.sort && sortName(columns, column.key) === sort)?.key ?? '';
}
