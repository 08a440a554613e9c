import { Checkbox, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { ProgrammePage } from './programme.tsx';

const DAYS = ['window_days', 'lapse_days', 'unpaid_binding_days'] as const;

/** Its name, who it is for and who is credited; what is promised changes only by a new version of the terms. */
export function EditProgramme({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const { t: own } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const { name, audience, visibility } = programme;
  const form = useForm({
    initialValues: { name, audience, visibility, self_reported: true, ...programme.attribution },
  });
  const run = async ({ name, audience, visibility, ...attribution }: typeof form.values) => {
    const params = { path: { id: programme.id } };
    await ask(api.PATCH('/v1/programmes/{id}', { params, body: { name, audience, visibility, attribution } }));
    form.setInitialValues({ name, audience, visibility, ...attribution });
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <FormDialog
      variant="default"
      label={t('programme.edit.label')}
      title={t('programme.edit.title')}
      submitLabel={t('common:kit.save')}
      done={t('common:kit.saved')}
      form={form}
      run={run}
    >
      <TextInput label={t('programmes.new.name')} required {...form.getInputProps('name')} />
      <Textarea label={own('edit.audience')} autosize minRows={1} {...form.getInputProps('audience')} />
      <Select
        label={own('edit.visibility')}
        data={(['public', 'private'] as const).map((value) => ({ value, label: own(`visibility.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('visibility')}
      />
      <Select
        label={t('programme.edit.model')}
        data={(['last_click', 'first_click'] as const).map((value) => ({ value, label: t(`programme.edit.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('model')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {DAYS.map((field) => (
          <NumberInput
            key={field}
            label={t(`programme.edit.${field}`)}
            required
            min={1}
            max={3650}
            allowDecimal={false}
            {...form.getInputProps(field)}
          />
        ))}
      </SimpleGrid>
      <Checkbox label={t('programme.edit.coupon')} {...form.getInputProps('coupon_over_click', { type: 'checkbox' })} />
      <Checkbox
        label={t('programme.edit.self_reported')}
        {...form.getInputProps('self_reported', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
