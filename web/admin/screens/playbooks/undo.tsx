import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useRefreshCare } from './use-refresh-care.ts';

/** A button that takes back what was ended: a task is open again, a playbook goes on. */
export function Undo({ label, run }: { label: string; run: () => Promise<unknown> }) {
  const refresh = useRefreshCare();
  const undo = useMutation({
    mutationFn: run,
    onSuccess: refresh,
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
      {label}
    </Button>
  );
}

type Props = {
  label: string;
  title: string;
  text?: string;
  done?: string;
  danger?: boolean;
  run: (body: { reason: string }) => Promise<unknown>;
};

/** A button that ends something with a reason. */
export function WithReason({ label, text, run, ...dialog }: Props) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormDialog
      {...dialog}
      size="compact-sm"
      variant="default"
      label={label}
      submitLabel={label}
      form={form}
      run={async (body) => {
        await run(body);
        await refresh();
      }}
    >
      {text && <p>{text}</p>}
      <Textarea
        label={t('tasks.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
