import type { ButtonProps } from '@mantine/core';
import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/form-dialog.tsx';

type Props = Omit<ButtonProps, 'children' | 'form'> & {
  label: string;
  title: string;
  done: string;
  text?: string;
  hint?: string;
  danger?: boolean;
  run: (reason: string) => Promise<unknown>;
};

/** One step that only needs a reason, which stays. */
export function ReasonDialog({ label, title, done, text, hint, danger, run, ...button }: Props) {
  const { t } = useTranslation('screens-programmes');
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormDialog
      {...button}
      danger={danger ?? false}
      label={label}
      title={title}
      submitLabel={title}
      done={done}
      form={form}
      run={({ reason }) => run(reason)}
    >
      {text && <div>{text}</div>}
      <Textarea
        label={t('reason')}
        description={hint}
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
