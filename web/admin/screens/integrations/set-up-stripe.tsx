import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';

type Settings = Got<'/v1/stripe/settings'>;

/** The secret and the words under which Stripe's events are read. */
export function SetUpStripe({ settings }: { settings: Settings }) {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  const form = useForm({ initialValues: valuesOf(settings) });
  const save = async (values: Values) => {
    await ask(api.PUT('/v1/stripe/settings', { body: bodyOf(values) }));
    await queries.invalidateQueries({ queryKey: ['stripe'] });
  };
  return (
    <FormDialog
      label={t(settings.is_set_up ? 'stripe.change' : 'stripe.begin')}
      title={t('stripe.setUpTitle')}
      submitLabel={t('stripe.save')}
      done={t('common:kit.saved')}
      form={form}
      run={save}
      wide
    >
      <PasswordInput
        label={t('stripe.secret')}
        description={t(settings.is_set_up ? 'stripe.secretKeep' : 'stripe.secretText')}
        required={!settings.is_set_up}
        autoComplete="off"
        {...form.getInputProps('signing_secret')}
      />
      <Select
        label={t('stripe.reference')}
        description={t('stripe.referenceText')}
        allowDeselect={false}
        data={(['referral', 'account'] as const).map((value) => ({ value, label: t(`stripe.references.${value}`) }))}
        {...form.getInputProps('client_reference')}
      />
      <TextInput
        label={t('stripe.metadataKey')}
        description={t('stripe.metadataKeyText')}
        {...form.getInputProps('account_metadata_key')}
      />
      <TextInput
        label={t('stripe.account')}
        description={t('stripe.accountText')}
        placeholder={t('stripe.accountExample')}
        {...form.getInputProps('stripe_account')}
      />
      <Checkbox
        label={t('stripe.isTest')}
        description={t('stripe.isTestText')}
        {...form.getInputProps('is_test', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}

function valuesOf(settings: Settings) {
  return {
    signing_secret: '',
    is_test: !settings.livemode,
    stripe_account: settings.stripe_account ?? '',
    client_reference: settings.client_reference as string,
    account_metadata_key: settings.account_metadata_key,
  };
}

type Values = ReturnType<typeof valuesOf>;

function bodyOf({ signing_secret, is_test, stripe_account, client_reference, ...rest }: Values) {
  return {
    ...rest,
    ...(signing_secret ? { signing_secret } : {}),
    livemode: !is_test,
    stripe_account: stripe_account || null,
    client_reference: client_reference as Settings['client_reference'],
  };
}
