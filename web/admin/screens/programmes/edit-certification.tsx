import { Button, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import type { AskedOf } from './asked.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

type Certification = NonNullable<AskedOf['certification']>;
type Asked = { text: string; choices: string; right: string };
type Values = Omit<Certification, 'questions' | 'valid_days'> & { valid_days: number | ''; questions: Asked[] };

const NEW: Certification = {
  name: '',
  kind: 'quiz',
  instructions: '',
  pass_percent: 80,
  valid_days: 365,
  retry_hours: 24,
  questions: [],
};
const BLANK: Asked = { text: '', choices: '', right: '1' };

function toValues({ questions, valid_days, ...rest }: Certification): Values {
  return {
    ...rest,
    valid_days: valid_days ?? '',
    questions: questions.map(({ text, choices, right }) => ({
      text,
      choices: choices.join('\n'),
      right: right.map((one) => one + 1).join(', '),
    })),
  };
}

function toCertification({ questions, valid_days, ...rest }: Values): Certification {
  return {
    ...rest,
    valid_days: valid_days === '' ? null : valid_days,
    questions: questions.map(({ text, choices, right }, index) => ({
      key: `q${index + 1}`,
      text,
      choices: choices
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      right: right
        .split(/[^0-9]+/)
        .filter(Boolean)
        .map((number) => Number(number) - 1),
    })),
  };
}

type Props = { programme: ProgrammePage; certification: Certification | null };

/** The quiz with its mark, or the proof that is asked for. */
export function EditCertification({ programme, certification }: Props) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const form = useForm<Values>({ initialValues: toValues(certification ?? NEW) });
  const run = async (values: Values) => {
    const params = { path: { id: programme.id } };
    await ask(api.PUT('/v1/programmes/{id}/certification', { params, body: toCertification(values) }));
    form.setInitialValues(values);
    await queries.invalidateQueries({ queryKey: ['programmes', programme.id] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('change')}
      title={t('certification.edit')}
      submitLabel={t('common:kit.save')}
      done={t('common:kit.saved')}
      form={form}
      run={run}
      wide
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('certification.name')} required {...form.getInputProps('name')} />
        <Select
          label={t('certification.kind')}
          data={(['quiz', 'proof'] as const).map((value) => ({ value, label: t(`certification.kinds.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <NumberInput
          label={t('certification.validDays')}
          description={t('certification.validHint')}
          min={1}
          {...form.getInputProps('valid_days')}
        />
        <NumberInput label={t('certification.retry')} required min={0} {...form.getInputProps('retry_hours')} />
      </SimpleGrid>
      <Textarea label={t('certification.instructions')} autosize minRows={2} {...form.getInputProps('instructions')} />
      {form.values.kind === 'quiz' && <Quiz form={form} />}
    </FormDialog>
  );
}

function Quiz({ form }: { form: Form<Values> }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <>
      <NumberInput
        label={t('certification.mark')}
        required
        min={1}
        max={100}
        suffix=" %"
        {...form.getInputProps('pass_percent')}
      />
      {form.values.questions.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions are their order
        <fieldset key={index} className={classes.box}>
          <legend>{t('form.question', { number: index + 1 })}</legend>
          <TextInput label={t('certification.question')} required {...form.getInputProps(`questions.${index}.text`)} />
          <Textarea
            label={t('certification.choices')}
            description={t('certification.choicesHint')}
            required
            autosize
            minRows={2}
            {...form.getInputProps(`questions.${index}.choices`)}
          />
          <TextInput
            label={t('certification.right')}
            description={t('certification.rightHint')}
            required
            {...form.getInputProps(`questions.${index}.right`)}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => form.removeListItem('questions', index)}
          >
            {t('form.remove')}
          </Button>
        </fieldset>
      ))}
      <Button variant="default" onClick={() => form.insertListItem('questions', BLANK)}>
        {t('form.add')}
      </Button>
    </>
  );
}
