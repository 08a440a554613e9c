import { Button, type ButtonProps, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from './form-type.ts';
import { fieldErrors, ProblemAlert } from './problem-alert.tsx';

type Props<V extends object> = Omit<ButtonProps, 'children' | 'form'> & {
  /** On the button that opens it. */
  label: string;
  title: string;
  /** On the button that does it. */
  submitLabel: string;
  form: Form<V>;
  run: (values: V) => Promise<unknown>;
  /** Said after it worked. */
  done?: string;
  /** The form's field for the server's name of it; the last part of the name when absent. */
  fieldOf?: (name: string) => string;
  wide?: boolean;
  danger?: boolean;
  children: ReactNode;
};

/** A button that opens a form; what the server refuses stands at its field and above the buttons. */
export function FormDialog<V extends object>(props: Props<V>) {
  const { label, title, submitLabel, form, run, done, fieldOf = lastName, wide, danger, children, ...button } = props;
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const action = useMutation({
    mutationFn: run,
    onSuccess: () => {
      close();
      form.reset();
      if (done) notifications.show({ message: done });
    },
    onError: (error) => form.setErrors(renamed(fieldErrors(error), fieldOf)),
  });
  return (
    <>
      <Button {...button} onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        size={wide ? 'lg' : undefined}
        onExitTransitionEnd={() => action.reset()}
      >
        <form onSubmit={form.onSubmit((values) => action.mutate(values))}>
          <Stack gap="md">
            {children}
            {action.isError && <ProblemAlert error={action.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('kit.cancel')}
              </Button>
              <Button type="submit" color={danger ? 'red' : undefined} loading={action.isPending}>
                {submitLabel}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

/** `terms.commission.rate` is the form's field `rate`. */
const lastName = (name: string) => name.split('.').at(-1) ?? name;

function renamed(errors: Record<string, string>, fieldOf: (name: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [fieldOf(name), text]));
}
