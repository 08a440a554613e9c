import { useQuery } from '@tanstack/react-query';
import { api, ask, type Got } from '../lib/api.ts';

export type Earnings = Got<'/v1/portal/earnings'>;
export type Total = Earnings['totals'][number];
export type Destination = Got<'/v1/portal/payout-destination'>['destination'];

/** Who the signed-in partner is, and the programmes they are in. */
export const usePartner = () =>
  useQuery({ queryKey: ['portal', 'me'], queryFn: () => ask(api.GET('/v1/portal/me')), staleTime: 300_000 });

export const useLinks = () =>
  useQuery({ queryKey: ['portal', 'links'], queryFn: () => ask(api.GET('/v1/portal/links')) });

export const useActivity = () =>
  useQuery({ queryKey: ['portal', 'activity'], queryFn: () => ask(api.GET('/v1/portal/activity')) });

export const useCustomers = () =>
  useQuery({ queryKey: ['portal', 'customers'], queryFn: () => ask(api.GET('/v1/portal/customers')) });

export const useNamed = () =>
  useQuery({ queryKey: ['portal', 'named'], queryFn: () => ask(api.GET('/v1/portal/referrals')) });

/** The newest `count` earnings, with the totals of all of them. */
export const useEarnings = (count: number) =>
  useQuery({
    queryKey: ['portal', 'earnings', count],
    queryFn: () => ask(api.GET('/v1/portal/earnings', { params: { query: { per_page: count } } })),
    placeholderData: (before) => before,
  });

export const usePayouts = () =>
  useQuery({ queryKey: ['portal', 'payouts'], queryFn: () => ask(api.GET('/v1/portal/payouts')) });

/** What is paid next, when, and what stands in the way. */
export const useOutlook = () =>
  useQuery({ queryKey: ['portal', 'outlook'], queryFn: () => ask(api.GET('/v1/portal/payout-outlook')) });

/** What can be asked for where programmes pay on request. */
export const useOnDemand = () =>
  useQuery({ queryKey: ['portal', 'on-demand'], queryFn: () => ask(api.GET('/v1/portal/payout-requests')) });

export const useTax = () =>
  useQuery({ queryKey: ['portal', 'tax'], queryFn: () => ask(api.GET('/v1/portal/tax-profile')) });

export const useStatements = () =>
  useQuery({ queryKey: ['portal', 'statements'], queryFn: () => ask(api.GET('/v1/portal/statements')) });

export const useDestination = () =>
  useQuery({ queryKey: ['portal', 'destination'], queryFn: () => ask(api.GET('/v1/portal/payout-destination')) });
