import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** When work ends, everything that rests on it is asked for again: what `queryKey` names, or all. */
export function useRefreshWhenDone(open: boolean, queryKey?: QueryKey): void {
  const queries = useQueryClient();
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) queries.invalidateQueries(queryKey && { queryKey });
    was.current = open;
  });
}

type Props = { label: string; done: string; queryKey: QueryKey; run: () => Promise<unknown> };

/** Stops work that is under way. */
export function CancelWork({ label, done, queryKey, run }: Props) {
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: run,
    onSuccess: () => notifications.show({ message: done }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <Button
      mt="sm"
      variant="default"
      size="compact-sm"
      leftSection={<IconX size={14} />}
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      {label}
    </Button>
  );
}
