import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';
import { rowHead, sortName } from './row-head.tsx';
import type { Marks, RowsProps } from './table-types.ts';

/** The same rows for a thumb: one card a row, sorted by a select instead of by headings. */
export function CardRows<T>({ label, columns, rows, rowId, rowTo, state, busy, marks }: RowsProps<T>) {
  const { t } = useTranslation();
  const [head, ...lines] = columns;
  const sorts = columns.filter((column) => column.sort);
  return (
    <div aria-busy={busy}>
      {sorts.length > 1 && (
        <div className={classes.toolbar}>
          <Select
            aria-label={t('kit.table.sortBy')}
            data={sorts.map((column) => ({ value: sortName(columns, column.key), label: column.title }))}
            value={state.sort ?? null}
            placeholder={t('kit.table.sortBy')}
            onChange={(sort) => state.set({ sort: sort ?? undefined })}
          />
          <Select
            aria-label={t('kit.table.order')}
            data={[
              { value: 'asc', label: t('kit.table.asc') },
              { value: 'desc', label: t('kit.table.desc') },
            ]}
            value={state.order}
            allowDeselect={false}
            onChange={(order) => state.set({ sort: state.sort, order: order ?? undefined })}
          />
        </div>
      )}
      <ul className={classes.cardList} aria-label={label}>
        {rows.map((row) => (
          <li key={rowId(row)} className={classes.cardItem}>
            <div className={classes.cardHead}>
              {head && rowHead(head.render(row), rowTo?.(row))}
              {marks && <Mark row={row} rowId={rowId} marks={marks} />}
            </div>
            {lines
              .filter((column) => !column.wideOnly)
              .map((column) => (
                <div key={column.key} className={classes.cardLine}>
                  <span>{column.title}</span>
                  <span>{column.render(row)}</span>
                </div>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Mark<T>({ row, rowId, marks }: { row: T; rowId: (row: T) => string; marks: Marks<T> }) {
  const { t } = useTranslation();
  const others = marks.rows.filter((one) => rowId(one) !== rowId(row));
  const isMarked = others.length < marks.rows.length;
  return (
    <Checkbox
      aria-label={t('kit.table.mark', { name: marks.nameOf(row) })}
      checked={isMarked}
      onChange={() => marks.set(isMarked ? others : [...others, row])}
    />
  );
}
