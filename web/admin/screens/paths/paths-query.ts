import { useQuery } from '@tanstack/react-query';
import { api, ask, type Got } from '../../../lib/api.ts';

export type Outlook = Got<'/v1/paths'>;
export type FoundPath = Outlook['paths'][number];
export type Best = NonNullable<Outlook['best']>;

const OPEN = new Set(['waiting', 'running']);
const LOOK_AGAIN_MS = 1500;

/** Looked at again and again while a search is under way. */
export function usePaths() {
  return useQuery({
    queryKey: ['paths'],
    queryFn: () => ask(api.GET('/v1/paths')),
    refetchInterval: ({ state }) => (isSearching(state.data) ? LOOK_AGAIN_MS : false),
  });
}

export function isSearching(outlook: Outlook | undefined): boolean {
  return OPEN.has(outlook?.search?.state ?? '');
}
