import { type ButtonProps, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ChoosePartner } from '../partners/choose-partner.tsx';

type Props = ButtonProps & {
  accountId: string;
  accountName: string;
  /** An instant to begin at: the conversion's; now when absent. */
  at?: string;
};

type Values = {
  partner_id: string;
  programme_id: string;
  effective_at: string;
  unpaid: (typeof UNPAID)[number];
  reason: string;
};

const UNPAID = ['keep', 'reverse', 'move'] as const;

/** An administrator says whose account it is, from a day on and for a reason. */
export function SetPartner({ accountId, accountName, at, ...button }: Props) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      partner_id: '',
      programme_id: '',
      effective_at: at?.slice(0, 10) ?? '',
      unpaid: 'keep',
      reason: '',
    },
  });
  const run = async ({ effective_at, ...values }: Values) => {
    const from = effective_at ? { effective_at: instantOf(effective_at, at) } : {};
    const params = { path: { id: accountId } };
    await ask(api.POST('/v1/accounts/{id}/attribution', { params, body: { ...values, ...from } }));
    for (const key of ['conversions', 'accounts', 'partners', 'commissions'])
      await queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <FormDialog
      variant="default"
      {...button}
      label={t('setPartner.label')}
      title={t('setPartner.title', { account: accountName })}
      submitLabel={t('setPartner.submit')}
      done={t('setPartner.done')}
      form={form}
      run={run}
    >
      <div>{t('setPartner.text')}</div>
      <ChoosePartner form={form} />
      <TextInput
        type="date"
        label={t('setPartner.from')}
        description={t('setPartner.fromHint')}
        {...form.getInputProps('effective_at')}
      />
      <Select
        label={t('setPartner.unpaid')}
        description={t('setPartner.unpaidHint')}
        data={UNPAID.map((value) => ({ value, label: t(`setPartner.unpaidChoices.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('unpaid')}
      />
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

/** The day's first moment, or the conversion's own when it is its day. */
function instantOf(day: string, at: string | undefined): string {
  return at?.slice(0, 10) === day ? at : new Date(`${day}T00:00`).toISOString();
}
