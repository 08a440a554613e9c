import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Got, type Item } from '../../../lib/api.ts';

export type Need = Item<'/v1/needs'>;
export type Kind = Need['kind'];
export type Worth = Got<'/v1/needs/worth'>;
export type AccountNeed = Item<'/v1/needs/accounts'>;
export const KINDS: Kind[] = ['pain_point', 'use_case'];

export function useNeeds() {
  return useQuery({ queryKey: ['needs', 'all'], queryFn: () => ask(api.GET('/v1/needs')) });
}

/** Everything that rests on who needs what is asked for again. */
export function useRefreshNeeds(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['needs'] });
}
