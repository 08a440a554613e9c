import { Button, type ButtonProps, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

type Props = Omit<ButtonProps, 'children'> & {
  /** On the first button: "Pay…". */
  label: string;
  title: string;
  children?: ReactNode;
  /** On the second button, naming the object and the amount: "Pay 12 partners €4,310.50". */
  confirmLabel: string;
  danger?: boolean;
  run: () => Promise<unknown>;
  /** Said after it worked. */
  done?: string;
};

/** A paying or destructive action: asks once, names what it does, shows the refusal where it was asked. */
export function ConfirmAction({ label, title, children, confirmLabel, danger, run, done, ...button }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const action = useMutation({
    mutationFn: run,
    onSuccess: () => {
      close();
      if (done) notifications.show({ message: done });
    },
  });
  return (
    <>
      <Button {...button} onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title} onExitTransitionEnd={() => action.reset()}>
        <Stack gap="md">
          {children}
          {action.isError && <ProblemAlert error={action.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button color={danger ? 'red' : undefined} loading={action.isPending} onClick={() => action.mutate()}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
