import { Button, Fieldset, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listCountries } from '../../../../src/kernel/countries.ts';
import { DEVICES } from '../../../../src/partners/links/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { locale } from '../../../lib/i18n.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { PartnerPage } from './partner.tsx';

type Link = PartnerPage['links'][number];
type Rule = Link['target_rules'][number];

const RULES_AT_MOST = 20;
const NEW_RULE: Rule = { countries: [], devices: [], target_url: '' };

/** Where a link leads, and where it leads visitors of some countries or devices instead. */
export function LinkTargets({ partner, link }: { partner: PartnerPage; link: Link }) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { target_url: link.target_url, target_rules: link.target_rules } });
  const run = async (body: typeof form.values) => {
    await ask(api.PATCH('/v1/links/{id}', { params: { path: { id: link.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
    form.setInitialValues(body);
  };
  return (
    <FormDialog
      size="compact-xs"
      variant="subtle"
      label={t('partner.links.lead')}
      title={t('partner.links.leadTitle', { code: link.code })}
      submitLabel={t('partner.links.leadSave')}
      form={form}
      run={run}
      fieldOf={(name) => name}
      wide
    >
      <TextInput type="url" label={t('partner.links.target')} required {...form.getInputProps('target_url')} />
      {form.values.target_rules.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is nothing but its place in the order
        <RuleFields key={index} form={form} index={index} />
      ))}
      {form.values.target_rules.length < RULES_AT_MOST && (
        <Button variant="subtle" onClick={() => form.insertListItem('target_rules', NEW_RULE)}>
          {t('partner.links.addRule')}
        </Button>
      )}
    </FormDialog>
  );
}

type FormOf = ReturnType<typeof useForm<{ target_url: string; target_rules: Rule[] }>>;

function RuleFields({ form, index }: { form: FormOf; index: number }) {
  const { t } = useTranslation('screens-partners');
  const countries = useMemo(() => listCountries(locale()).map(({ code, name }) => ({ value: code, label: name })), []);
  const field = `target_rules.${index}`;
  return (
    <Fieldset legend={t('partner.links.rule', { number: index + 1 })}>
      <MultiSelect
        label={t('partner.links.countries')}
        description={t('partner.links.countriesHint')}
        searchable
        data={countries}
        {...form.getInputProps(`${field}.countries`)}
      />
      <MultiSelect
        label={t('partner.links.devices')}
        data={DEVICES.map((device) => ({ value: device, label: t(`partner.links.device.${device}`) }))}
        {...form.getInputProps(`${field}.devices`)}
      />
      <TextInput
        type="url"
        label={t('partner.links.ruleTarget')}
        required
        {...form.getInputProps(`${field}.target_url`)}
      />
      <Button variant="subtle" size="compact-xs" onClick={() => form.removeListItem('target_rules', index)}>
        {t('partner.links.removeRule')}
      </Button>
    </Fieldset>
  );
}
