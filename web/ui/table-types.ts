import type { ReactNode } from 'react';
import type { ListState } from '../lib/list-state.ts';

export type Column<T> = {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** The server's name of the sort; true when it is the key. */
  sort?: boolean | string;
  /** Numbers stand at the end, in tabular figures. */
  end?: boolean;
  /** The plain value for an export; a column without one is not exported. */
  csv?: (row: T) => string | number | null | undefined;
  width?: number;
  /** Left out of the card on a phone. */
  wideOnly?: boolean;
};

export type Page<T> = { items: T[]; total: number };
export type PageQuery = { page: number; per_page: number; sort?: string; order?: 'asc' | 'desc'; q?: string };

export type TableFilter = { key: string; label: string; options: { value: string; label: string }[] };

/** What is done with rows that were marked: the bar that shows while some are. */
export type Bulk<T> = { render: (rows: T[], clear: () => void) => ReactNode; nameOf: (row: T) => string };
export type Marks<T> = { rows: T[]; set: (rows: T[]) => void; nameOf: (row: T) => string };

export type RowsProps<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowId: (row: T) => string;
  rowTo?: (row: T) => string;
  state: ListState;
  busy: boolean;
  marks?: Marks<T>;
};
