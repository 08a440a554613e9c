import { Button, Checkbox, NumberInput, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import type { AskedOf } from './asked.tsx';
import { EditRules } from './edit-rules.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

export type FormValues = AskedOf['form'];
type Field = FormValues['fields'][number];

const KINDS = ['text', 'long_text', 'url', 'number', 'choice', 'choices'] as const;
const BLANK: Field = { key: '', label: '', kind: 'text', required: false };

/** The questions of the application and what decides without a person. */
export function EditForm({ programme, form: current }: { programme: ProgrammePage; form: FormValues }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const form = useForm<FormValues>({ initialValues: current });
  const run = async (body: FormValues) => {
    await ask(api.PUT('/v1/programmes/{id}/form', { params: { path: { id: programme.id } }, body: tidy(body) }));
    form.setInitialValues(body);
    await queries.invalidateQueries({ queryKey: ['programmes', programme.id, 'asked'] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('change')}
      title={t('form.edit')}
      submitLabel={t('common:kit.save')}
      done={t('common:kit.saved')}
      form={form}
      run={run}
      wide
    >
      {form.values.fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new question has no name of its own yet
        <Question key={index} form={form} field={field} index={index} />
      ))}
      <Button variant="default" onClick={() => form.insertListItem('fields', BLANK)}>
        {t('form.add')}
      </Button>
      <EditRules form={form} />
      <NumberInput
        label={t('form.reapply')}
        required
        min={0}
        max={3650}
        allowDecimal={false}
        {...form.getInputProps('reapply_days')}
      />
    </FormDialog>
  );
}

/** Choices belong to questions that offer some; a name is made from the words when none was given. */
function tidy(values: FormValues): FormValues {
  const nameOf = (label: string) =>
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_$/g, '');
  const fields = values.fields.map(({ choices, ...field }) => ({
    ...field,
    key: field.key || nameOf(field.label).slice(0, 40) || 'question',
    ...(field.kind === 'choice' || field.kind === 'choices' ? { choices: choices ?? [] } : {}),
  }));
  return { ...values, fields };
}

function Question({ form, field, index }: { form: Form<FormValues>; field: Field; index: number }) {
  const { t } = useTranslation('screens-programmes');
  const at = `fields.${index}`;
  return (
    <fieldset className={classes.box}>
      <legend>{t('form.question', { number: index + 1 })}</legend>
      <TextInput label={t('form.label')} required {...form.getInputProps(`${at}.label`)} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('form.kind')}
          data={KINDS.map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps(`${at}.kind`)}
        />
        <TextInput label={t('form.key')} description={t('form.keyHint')} {...form.getInputProps(`${at}.key`)} />
      </SimpleGrid>
      {(field.kind === 'choice' || field.kind === 'choices') && (
        <TagsInput
          label={t('form.choices')}
          value={field.choices ?? []}
          onChange={(choices) => form.setFieldValue(`${at}.choices`, choices)}
        />
      )}
      <div className={classes.pair}>
        <Checkbox label={t('form.required')} {...form.getInputProps(`${at}.required`, { type: 'checkbox' })} />
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => form.removeListItem('fields', index)}>
          {t('form.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
