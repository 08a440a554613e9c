import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../../src/customers/imports/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import { companyQuery } from '../../company.ts';
import type { ImportDetail } from './import.tsx';
import { Missing } from './import-result.tsx';
import { PlanFile } from './plan-file.tsx';

/** Changing how the files are read, and running the import. */
function usePlan(data: ImportDetail, replaceDemo: boolean) {
  const queries = useQueryClient();
  const path = { id: data.id };
  const show = (next: ImportDetail) => queries.setQueryData(['imports', data.id], next);
  const change = useMutation({
    mutationFn: (mapping: Mapping) =>
      ask(api.PUT('/v1/imports/{id}/mapping', { params: { path }, body: mapping as never })) as Promise<ImportDetail>,
    onSuccess: show,
  });
  const run = useMutation({
    mutationFn: () => {
      const body = { replace_demo: replaceDemo };
      return ask(api.POST('/v1/imports/{id}/run', { params: { path }, body })) as Promise<ImportDetail>;
    },
    onSuccess: (next) => {
      show(next);
      queries.invalidateQueries({ queryKey: ['imports', data.id] });
      queries.invalidateQueries({ queryKey: ['company'] });
    },
  });
  return { change, run };
}

/** How the files would be read, with the evidence; every guess can be changed before anything is stored. */
export function ImportPlan({ data }: { data: ImportDetail }) {
  const { t } = useTranslation('screens-imports');
  const company = useQuery(companyQuery);
  const simulated = Boolean(company.data?.simulated);
  const [replaceDemo, setReplaceDemo] = useState(true);
  const { change, run } = usePlan(data, simulated && replaceDemo);
  const mapping = (change.isPending ? change.variables : data.plan.mapping) as Mapping;
  const { evidence, questions, missing } = data.plan;
  return (
    <>
      {questions.length > 0 && <Questions questions={questions} />}
      <Section title={t('plan.all')}>
        <Select
          label={t('plan.currency')}
          description={t('plan.currencyText')}
          data={Intl.supportedValuesOf('currency')}
          searchable
          clearable
          maw={320}
          value={mapping.currency ?? null}
          onChange={(currency) => change.mutate({ ...mapping, currency: currency ?? undefined })}
        />
      </Section>
      {evidence.map((file) => (
        <PlanFile
          key={file.file}
          evidence={file}
          mapping={mapping}
          questions={questions.filter((one) => one.file === file.file).map(({ column }) => column)}
          onChange={change.mutate}
        />
      ))}
      {missing.length > 0 && <Missing sentences={missing} />}
      {(change.error ?? run.error) && <ProblemAlert error={change.error ?? run.error} />}
      <Group justify="flex-end" mt="md">
        {simulated && (
          <Checkbox
            label={t('plan.replaceDemo')}
            checked={replaceDemo}
            onChange={(event) => setReplaceDemo(event.currentTarget.checked)}
          />
        )}
        <Button
          disabled={questions.length > 0}
          loading={run.isPending || change.isPending}
          onClick={() => run.mutate()}
        >
          {t('plan.run', { count: evidence.filter(({ entity }) => entity !== null).length })}
        </Button>
      </Group>
    </>
  );
}

function Questions({ questions }: { questions: ImportDetail['plan']['questions'] }) {
  const { t } = useTranslation('screens-imports');
  return (
    <Notice tone="warn" title={t('plan.questions')}>
      <ul>
        {questions.map((one) => (
          <li key={one.file + one.column}>
            {one.file}, {one.column}: {one.question} <code>{one.line}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
