import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

type Props = { label: string; columns: { title: string; end?: boolean }[]; rows: ReactNode[][] };

/** A small table whose rows are all here. */
export function PlainTable({ label, columns, rows }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.plainBox} tabIndex={0} aria-label={t('kit.tableOf', { name: label })}>
      <table className={classes.plain}>
        <thead>
          <tr>
            {columns.map(({ title, end }) => (
              <th key={title} scope="col" data-end={end || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and never move
            <tr key={at}>
              {row.map((cell, index) => (
                <td
                  key={columns[index]?.title ?? index}
                  data-end={columns[index]?.end || undefined}
                  data-title={columns[index]?.title}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
