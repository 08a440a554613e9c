import { Autocomplete, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../../lib/api.ts';
import { FormDialog } from '../../../../ui/form-dialog.tsx';
import { MoneyInput } from '../../../../ui/money-input.tsx';

type Props = { currency: string; channels: string[] };

/** One amount of one channel in one month; an empty amount takes the entry away. */
export function EnterCost({ currency, channels }: Props) {
  const { t } = useTranslation('screens-costs');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { month: '', channel: '', amount_minor: null as number | null } });
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('enter')}
      title={t('enterTitle')}
      submitLabel={t('save')}
      done={t('saved')}
      form={form}
      run={async (values) => {
        await ask(api.PUT('/v1/company/costs', { body: { costs: [{ ...values, currency }] } }));
        await queries.invalidateQueries();
      }}
    >
      <TextInput type="month" label={t('month')} required data-autofocus {...form.getInputProps('month')} />
      <Autocomplete
        label={t('channel')}
        description={t('channelText')}
        data={channels}
        required
        {...form.getInputProps('channel')}
      />
      <MoneyInput
        label={t('amount')}
        description={t('amountText')}
        currency={currency}
        minor={form.values.amount_minor}
        onMinor={(minor) => form.setFieldValue('amount_minor', minor)}
        error={form.errors.amount_minor}
      />
    </FormDialog>
  );
}
