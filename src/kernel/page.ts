/** One page of a list; `total` counts every row the filter matches. */
export type Page<T> = { items: T[]; total: number; page: number; per_page: number };

export type PageQuery = { page: number; per_page: number };

export function offsetOf(query: PageQuery): number {
  return (query.page - 1) * query.per_page;
}
