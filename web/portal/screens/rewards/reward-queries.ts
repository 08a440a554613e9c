import { useQuery } from '@tanstack/react-query';
import { api, ask, type Got } from '../../../lib/api.ts';

export type OwnRewards = Got<'/v1/portal/rewards'>;
export type OwnReward = OwnRewards['items'][number];

export const useOwnRewards = () =>
  useQuery({
    queryKey: ['portal', 'rewards'],
    queryFn: () => ask(api.GET('/v1/portal/rewards', { params: { query: { per_page: 200 } } })),
  });

export const useInterests = () =>
  useQuery({ queryKey: ['portal', 'interests'], queryFn: () => ask(api.GET('/v1/portal/interests')) });
