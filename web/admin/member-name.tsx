import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../lib/api.ts';

/** A colleague by name where the reader may know them; what acted by itself keeps its own name. */
export function MemberName({ id }: { id: string }) {
  const members = useQuery({ queryKey: ['members'], queryFn: () => ask(api.GET('/v1/members')), staleTime: 300_000 });
  const member = members.data?.items.find(({ user_id }) => user_id === id);
  return member ? member.name || member.email : id;
}
