import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import type { ProgrammePage } from './programme.tsx';
import { TermsFields } from './terms-fields.tsx';
import { FIRST_TERMS, fieldOf, type Terms, type TermsValues, toTerms, toValues } from './terms-values.ts';

type Values = TermsValues & { effective_at: string; needs_acceptance: boolean };

const startFrom = (terms: Terms): Values => ({ ...toValues(terms), effective_at: '', needs_acceptance: true });

/** A new version of the terms, in force from a day on; what was earned before keeps its own version. */
export function NewTerms({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const { t: own } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const current = programme.terms_versions[0]?.terms ?? FIRST_TERMS;
  const form = useForm<Values>({ initialValues: startFrom(current) });
  const run = async ({ effective_at, needs_acceptance, ...values }: Values) => {
    const from = effective_at ? { effective_at: new Date(`${effective_at}T00:00`).toISOString() } : {};
    const terms = toTerms(values, current);
    const body = { terms, needs_acceptance, ...from };
    await ask(api.POST('/v1/programmes/{id}/terms', { params: { path: { id: programme.id } }, body }));
    form.setInitialValues(startFrom(terms));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <FormDialog
      variant="default"
      label={t('programme.newTerms.label')}
      title={t('programme.newTerms.title', { name: programme.name })}
      submitLabel={t('programme.newTerms.submit', { version: (programme.terms_versions[0]?.version ?? 0) + 1 })}
      done={t('programme.newTerms.done')}
      form={form}
      run={run}
      fieldOf={fieldOf}
      wide
    >
      <div>{t('programme.newTerms.text')}</div>
      <TermsFields form={form as unknown as Form<TermsValues>} currency={programme.currency} />
      <TextInput
        type="date"
        label={t('programme.newTerms.from')}
        description={t('programme.newTerms.fromHint')}
        {...form.getInputProps('effective_at')}
      />
      <Checkbox
        label={own('versions.ask')}
        description={own('versions.askHint')}
        {...form.getInputProps('needs_acceptance', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
