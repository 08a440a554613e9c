import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';

export type Outlook = Got<'/v1/churn/outlook'>;
export type Horizon = '30' | '90' | '180';
export const HORIZONS: Horizon[] = ['30', '90', '180'];

const OPEN = new Set(['waiting', 'running']);
const LOOK_AGAIN_MS = 1500;

/** The horizon in the address; 90 days without one. */
export function useHorizon(): Horizon {
  const { horizon_days } = useSearch({ strict: false }) as { horizon_days?: string | number };
  return HORIZONS.find((one) => one === String(horizon_days)) ?? '90';
}

/** Looked at again and again while a training is under way. */
export function useOutlook(horizon: Horizon) {
  return useQuery({
    queryKey: ['churn', 'outlook', horizon],
    queryFn: () => ask(api.GET('/v1/churn/outlook', { params: { query: { horizon_days: horizon } } })),
    refetchInterval: ({ state }) => (isTraining(state.data) ? LOOK_AGAIN_MS : false),
  });
}

/** May this account leave, and why? Asked by nobody who may not read it. */
export function useAccountRisk(accountId: string) {
  return useQuery({
    queryKey: ['churn', 'account', accountId],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/churn-risk', { params: { path: { id: accountId } } })),
    enabled: useMay('success:read'),
  });
}

export function isTraining(outlook: Outlook | undefined): boolean {
  return OPEN.has(outlook?.training?.state ?? '');
}
