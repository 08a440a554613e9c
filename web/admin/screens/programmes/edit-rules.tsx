import { Button, NumberInput, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../ui/form-type.ts';
import type { FormValues } from './edit-form.tsx';
import classes from './programmes.module.css';

type Rule = FormValues['rules'][number];

const BLANK: Rule = { field: 'country', is: 'one_of', values: [], outcome: 'approve' };

/** Rules from top to bottom: the first that fits decides. */
export function EditRules({ form }: { form: Form<FormValues> }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <>
      {form.values.rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules are their order
        <OneRule key={index} form={form} rule={rule} index={index} />
      ))}
      <Button variant="default" onClick={() => form.insertListItem('rules', BLANK)}>
        {t('rules.add')}
      </Button>
    </>
  );
}

const TESTS = ['one_of', 'not_one_of', 'at_least', 'at_most', 'free_mailbox'] as const;

function OneRule({ form, rule, index }: { form: Form<FormValues>; rule: Rule; index: number }) {
  const { t } = useTranslation('screens-programmes');
  const at = `rules.${index}`;
  const fields = [
    { value: 'country', label: t('rules.country') },
    { value: 'email_domain', label: t('rules.domain') },
    ...form.values.fields.filter(({ key }) => key).map(({ key, label }) => ({ value: key, label: label || key })),
  ];
  return (
    <fieldset className={classes.box}>
      <legend>{t('rules.rule', { number: index + 1 })}</legend>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select label={t('rules.if')} data={fields} allowDeselect={false} {...form.getInputProps(`${at}.field`)} />
        <Select
          label={t('rules.is')}
          data={TESTS.map((value) => ({ value, label: t(`rules.tests.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps(`${at}.is`)}
        />
        <Select
          label={t('rules.outcome')}
          data={(['approve', 'reject', 'queue'] as const).map((value) => ({
            value,
            label: t(`rules.outcomes.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps(`${at}.outcome`)}
        />
      </SimpleGrid>
      {(rule.is === 'one_of' || rule.is === 'not_one_of') && (
        <TagsInput
          label={t('rules.values')}
          value={rule.values ?? []}
          onChange={(values) => form.setFieldValue(`${at}.values`, values)}
        />
      )}
      {(rule.is === 'at_least' || rule.is === 'at_most') && (
        <NumberInput label={t('rules.number')} {...form.getInputProps(`${at}.number`)} />
      )}
      {rule.outcome === 'reject' && (
        <TextInput label={t('rules.reason')} required {...form.getInputProps(`${at}.reason`)} />
      )}
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => form.removeListItem('rules', index)}>
        {t('rules.remove')}
      </Button>
    </fieldset>
  );
}
