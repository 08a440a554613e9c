import { Button, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioInput, ScenarioResult } from '../../../../src/advocacy/scenarios/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { download } from '../../../lib/csv.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { scenarioCsv } from './export.ts';
import type { Scenario } from './lab.tsx';

type Props = {
  scenario: Scenario | undefined;
  input: ScenarioInput;
  result: ScenarioResult | undefined;
  isChanged: boolean;
  draft: ReactNode;
};

/** Take it along, keep it, copy it, make terms of it. */
export function LabActions({ scenario, input, result, isChanged, draft }: Props) {
  const mayWrite = useMay('programmes:write');
  return (
    <>
      <Export name={scenario?.name} input={input} result={result} />
      {mayWrite && scenario && <Remove scenario={scenario} />}
      {mayWrite && scenario && <Duplicate id={scenario.id} />}
      {mayWrite && draft}
      {mayWrite && scenario && isChanged && <SaveChange id={scenario.id} input={input} />}
      {mayWrite && (!scenario || isChanged) && <SaveAs input={input} isNew={!scenario} />}
    </>
  );
}

function Export({ name, input, result }: { name: string | undefined } & Pick<Props, 'input' | 'result'>) {
  const { t } = useTranslation('screens-scenarios');
  const file = name ?? t('new');
  if (result?.outcome !== 'played') return null;
  const json = () => download(`${file}.json`, JSON.stringify({ input, result }, null, 2), 'application/json');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => download(`${file}.csv`, scenarioCsv(input, result))}>{t('export.csv')}</Menu.Item>
        <Menu.Item onClick={json}>{t('export.json')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SaveAs({ input, isNew }: { input: ScenarioInput; isNew: boolean }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '' } });
  const run = async ({ name }: { name: string }) => {
    const { id } = await ask(api.POST('/v1/scenarios', { body: { name, input } }));
    await queries.invalidateQueries({ queryKey: ['scenarios'] });
    navigate({ to: '/scenarios/$id', params: { id } } as never);
  };
  return (
    <FormDialog
      variant={isNew ? 'filled' : 'default'}
      label={t(isNew ? 'save.label' : 'save.as')}
      title={t('save.title')}
      submitLabel={t('save.submit')}
      done={t('save.done')}
      form={form}
      run={run}
    >
      <TextInput label={t('save.name')} required maxLength={80} data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}

function SaveChange({ id, input }: { id: string; input: ScenarioInput }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => ask(api.PATCH('/v1/scenarios/{id}', { params: { path: { id } }, body: { input } })),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: ['scenarios', id] });
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      notifications.show({ message: t('save.done') });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button loading={save.isPending} onClick={() => save.mutate()}>
      {t('save.change')}
    </Button>
  );
}

function Duplicate({ id }: { id: string }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const copy = useMutation({
    mutationFn: () => ask(api.POST('/v1/scenarios/{id}/duplicate', { params: { path: { id } } })),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      navigate({ to: '/scenarios/$id', params: { id: made.id } } as never);
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} />}
      loading={copy.isPending}
      onClick={() => copy.mutate()}
    >
      {t('duplicate')}
    </Button>
  );
}

function Remove({ scenario: { id, name } }: { scenario: Scenario }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const run = async () => {
    await ask(api.DELETE('/v1/scenarios/{id}', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: ['scenarios'] });
    navigate({ to: '/scenarios' } as never);
  };
  return (
    <ConfirmAction
      variant="default"
      danger
      label={t('delete.label')}
      title={t('delete.title', { name })}
      confirmLabel={t('delete.confirm', { name })}
      run={run}
      done={t('delete.done')}
    >
      {t('delete.text')}
    </ConfirmAction>
  );
}
