import { askRaw } from '../lib/api.ts';

type CompanyGist = { name: string; reporting_currency: string; simulated: boolean };

/** What every screen knows of the company: its name, its currency, and whether it is made up. */
export const companyQuery = {
  queryKey: ['company'],
  queryFn: () => askRaw<CompanyGist>('/v1/company'),
  staleTime: 300_000,
} as const;
