import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TOUCH_KINDS, type TouchKind } from '../../../../src/customers/touches/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useRefreshCare } from './use-refresh-care.ts';

type Values = { kind: TouchKind; happened_on: string; minutes: number; note: string };

/** A call, a meeting or the like, noted in four fields. */
export function LogTouch({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const today = new Date().toLocaleDateString('sv');
  const form = useForm<Values>({ initialValues: { kind: 'call', happened_on: today, minutes: 30, note: '' } });
  return (
    <FormDialog
      size="compact-sm"
      variant="default"
      label={t('touch.label')}
      title={t('touch.title')}
      submitLabel={t('touch.save')}
      done={t('touch.saved')}
      form={form}
      run={async (body) => {
        await ask(api.POST('/v1/accounts/{id}/touches', { params: { path: { id: accountId } }, body }));
        await refresh();
      }}
    >
      <Select
        label={t('touch.kind')}
        data={TOUCH_KINDS.map((value) => ({ value, label: t(`touch.kinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <TextInput type="date" label={t('touch.day')} required max={today} {...form.getInputProps('happened_on')} />
      <NumberInput
        label={t('touch.minutes')}
        description={t('touch.minutesText')}
        min={0}
        max={6000}
        allowDecimal={false}
        required
        {...form.getInputProps('minutes')}
      />
      <Textarea label={t('touch.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
