import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageSkeleton } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type Props<T> = { query: UseQueryResult<T>; skeleton?: ReactNode; children: (data: T) => ReactNode };

/** Loading, refused and ready states of one question to the server. */
export function QueryView<T>({ query, skeleton, children }: Props<T>) {
  if (query.isPending) return skeleton ?? <PageSkeleton />;
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => query.refetch()} />;
  return children(query.data);
}
