import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listCountries } from '../../../../src/kernel/countries.ts';
import { api, ask } from '../../../lib/api.ts';
import { locale } from '../../../lib/i18n.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { OwnReward } from './reward-queries.ts';

const FIELDS = [
  ['name', 'shipping name', true],
  ['street', 'shipping address-line1', true],
  ['street2', 'shipping address-line2', false],
  ['postcode', 'shipping postal-code', true],
  ['city', 'shipping address-level2', true],
  ['region', 'shipping address-level1', false],
] as const;

type Values = Record<(typeof FIELDS)[number][0] | 'country', string> & { consent: boolean };

/** Where the gift goes, with the words one agrees to. */
export function GiveAddress({ reward, consent }: { reward: OwnReward; consent: string }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const countries = useMemo(() => listCountries(locale()), []);
  const known = reward.address;
  const form = useForm<Values>({
    initialValues: {
      name: known?.name ?? '',
      street: known?.street ?? '',
      street2: known?.street2 ?? '',
      postcode: known?.postcode ?? '',
      city: known?.city ?? '',
      region: known?.region ?? '',
      country: known?.country ?? '',
      consent: false,
    },
  });
  const run = async ({ street2, region, consent: _yes, ...needed }: Values) => {
    const body = { ...needed, ...(street2 ? { street2 } : {}), ...(region ? { region } : {}), consent: true as const };
    await ask(api.PUT('/v1/portal/rewards/{id}/address', { params: { path: { id: reward.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['portal', 'rewards'] });
  };
  return (
    <FormDialog
      mt="xs"
      size="compact-sm"
      variant={known ? 'default' : 'filled'}
      label={t(known ? 'portal.changeAddress' : 'portal.giveAddress')}
      title={t('portal.addressTitle')}
      submitLabel={t('portal.addressSave')}
      done={t('portal.addressSaved')}
      form={form}
      run={run}
    >
      {FIELDS.map(([name, autoComplete, required]) => (
        <TextInput
          key={name}
          label={t(`portal.${name}`)}
          autoComplete={autoComplete}
          required={required}
          maxLength={120}
          {...form.getInputProps(name)}
        />
      ))}
      <Select
        label={t('portal.country')}
        required
        searchable
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('country')}
      />
      <Checkbox label={consent} required {...form.getInputProps('consent', { type: 'checkbox' })} />
    </FormDialog>
  );
}
