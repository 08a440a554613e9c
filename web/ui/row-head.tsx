import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './kit.module.css';
import type { Column } from './table-types.ts';

/** The first cell carries the link, so that the keyboard and the middle button open the row's page too. */
export function rowHead(content: ReactNode, to: string | undefined): ReactNode {
  return to ? (
    <Link to={to} className={classes.rowLink}>
      {content}
    </Link>
  ) : (
    content
  );
}

export function sortName<T>(columns: Column<T>[], key: string): string {
  const sort = columns.find((column) => column.key === key)?.sort;
  return typeof sort === 'string' ? sort : key;
}
