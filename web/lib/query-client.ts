import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './api.ts';

/** A refusal is final; only an unreachable or busy server is asked again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  });
}
