import { useQueryClient } from '@tanstack/react-query';

/** Everything that shows tasks is asked again. */
export function useRefreshCare(): () => Promise<unknown> {
  const queries = useQueryClient();
  const keys = ['tasks', 'playbooks', 'care', 'churn', 'accounts'];
  return () => Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
