import { useNavigate, useSearch } from '@tanstack/react-router';

/** What a list shows, as it stands in the address: everything is text there. */
export type ListSearch = Record<string, string | undefined>;

export type ListState = {
  search: ListSearch;
  page: number;
  perPage: number;
  sort: string | undefined;
  order: 'asc' | 'desc';
  set(patch: ListSearch): void;
  /** Shows the list just as `search` says: a saved view. */
  replace(search: ListSearch): void;
};

export const PER_PAGE = [25, 50, 100, 200];

/** Filter, sort and page of a list, kept in the address so that it can be sent and reloaded. */
export function useListState(defaults: { sort?: string; order?: 'asc' | 'desc' } = {}): ListState {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  return {
    search,
    page: Math.max(1, Number(search.page) || 1),
    perPage: PER_PAGE.includes(Number(search.per_page)) ? Number(search.per_page) : 25,
    sort: search.sort ?? defaults.sort,
    order: search.order === 'asc' || search.order === 'desc' ? search.order : (defaults.order ?? 'asc'),
    set(patch) {
      const next: ListSearch = { ...search, page: undefined, ...patch };
      const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
      navigate({ to: '.', search: kept, replace: true });
    },
    replace: (wanted) => navigate({ to: '.', search: wanted }),
  };
}

/** Addresses keep plain words (`?q=12&band=red`), not JSON. */
export function parseSearch(text: string): ListSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text ? `?${text}` : '';
}
