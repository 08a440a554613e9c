import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, asProblem, ProblemError } from '../../../../lib/api.ts';
import { FormDialog } from '../../../../ui/form-dialog.tsx';
import { readCostLines } from './cost-lines.ts';

/** Many costs at once, from a sheet or a file; nothing is kept while a line cannot be read. */
export function PasteCosts({ currency }: { currency: string }) {
  const { t } = useTranslation('screens-costs');
  const queries = useQueryClient();
  const faultsIn = (text: string): string | null => {
    const { costs, faults } = readCostLines(text, currency);
    const told = faults.slice(0, 5).map(({ line, why }) => t(`faults.${why}`, { line }));
    return told.length > 0 ? told.join(' ') : costs.length === 0 ? t('faults.nothing') : null;
  };
  const form = useForm({ initialValues: { rows: '' } });
  const { costs } = readCostLines(form.values.rows, currency);
  return (
    <FormDialog
      variant="default"
      wide
      label={t('paste')}
      title={t('paste')}
      submitLabel={t('saveMany', { count: costs.length })}
      done={t('saved')}
      form={form}
      run={async ({ rows }) => {
        const fault = faultsIn(rows);
        if (fault) throw new ProblemError(asProblem({ detail: fault }, 422));
        await ask(api.PUT('/v1/company/costs', { body: { costs: readCostLines(rows, currency).costs } }));
        await queries.invalidateQueries();
      }}
    >
      <Textarea
        label={t('rows')}
        description={t('rowsText', { currency })}
        placeholder={t('rowsExample')}
        autosize
        minRows={6}
        maxRows={14}
        {...form.getInputProps('rows')}
        error={form.values.rows === '' ? undefined : faultsIn(form.values.rows)}
      />
    </FormDialog>
  );
}
