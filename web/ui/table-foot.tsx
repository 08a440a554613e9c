import { NativeSelect, Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { numberText } from '../lib/format.ts';
import { type ListState, PER_PAGE } from '../lib/list-state.ts';
import classes from './kit.module.css';

type Props = { state: ListState; total: number; shown: number; fixedSize?: boolean };

export function TableFoot({ state, total, shown, fixedSize }: Props) {
  const { t } = useTranslation();
  const first = (state.page - 1) * state.perPage + 1;
  const pages = Math.max(1, Math.ceil(total / state.perPage));
  return (
    <div className={classes.tableFoot}>
      <span className="gw-num">
        {t('kit.table.range', {
          from: numberText(first),
          to: numberText(first + shown - 1),
          total: numberText(total),
        })}
      </span>
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={state.page}
          onChange={(page) => state.set({ page: String(page) })}
          getControlProps={(control) => ({ 'aria-label': t(`kit.table.pages.${control}`) })}
          getItemProps={(page) => ({ 'aria-label': t('kit.table.pages.go', { page }) })}
        />
      )}
      {!fixedSize && total > (PER_PAGE[0] ?? 25) && (
        <NativeSelect
          size="xs"
          aria-label={t('kit.table.perPage')}
          data={PER_PAGE.map((size) => ({ value: String(size), label: t('kit.table.perPageOption', { size }) }))}
          value={String(state.perPage)}
          onChange={(event) => state.set({ per_page: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
