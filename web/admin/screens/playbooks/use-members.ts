import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';

/** The team, as options of a select; empty where the reader may not see it. */
export function useMembers(): { value: string; label: string }[] {
  const may = useMay('settings:read');
  const found = useQuery({
    queryKey: ['members'],
    queryFn: () => ask(api.GET('/v1/members')),
    staleTime: 300_000,
    enabled: may,
  });
  return (found.data?.items ?? []).map(({ user_id, name, email }) => ({ value: user_id, label: name || email }));
}
