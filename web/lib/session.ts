import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Role, Scope } from '../../src/kernel/scopes.ts';
import { askRaw } from './api.ts';

export type Me = {
  kind: 'user' | 'partner' | 'key';
  id: string;
  name: string;
  email: string | null;
  role: Role | null;
  partner_id: string | null;
  scopes: Scope[];
  has_password: boolean;
};

export const meQuery = {
  queryKey: ['me'],
  queryFn: () => askRaw<Me>('/v1/me'),
  staleTime: 300_000,
  retry: false,
} as const;

/** Who is signed in; the shell has asked before any screen is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(scope: Scope): boolean {
  return useQuery(meQuery).data?.scopes.includes(scope) ?? false;
}
