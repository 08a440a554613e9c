import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';

type Rules = Got<'/v1/event-mappings'>;
const KEY = ['events', 'mappings'];

/** What events count as, and what happens to those nobody listed. */
export function Mappings() {
  const { t } = useTranslation('screens-events');
  const mayWrite = useMay('customers:write');
  const rules = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/v1/event-mappings')) });
  return (
    <Section title={t('mappings.title')} note={t('mappings.note')} actions={mayWrite && <AddMapping />}>
      <QueryView query={rules}>
        {(rules) => (
          <Stack>
            <Unlisted rules={rules} mayWrite={mayWrite} />
            {rules.items.length === 0 ? <span>{t('mappings.none')}</span> : <Table rules={rules} mayWrite={mayWrite} />}
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function Table({ rules, mayWrite }: { rules: Rules; mayWrite: boolean }) {
  const { t } = useTranslation('screens-events');
  return (
    <PlainTable
      label={t('mappings.title')}
      columns={['event', 'action', 'feature', 'quantity', 'remove'].map((key) => ({ title: t(`mappings.${key}`) }))}
      rows={rules.items.map((mapping) => [
        mapping.event_name,
        t(`mappings.actions.${mapping.action}`),
        mapping.feature ?? '—',
        mapping.quantity_property ?? '—',
        mayWrite ? <Remove key="remove" name={mapping.event_name} /> : '',
      ])}
    />
  );
}

function Remove({ name }: { name: string }) {
  const { t } = useTranslation('screens-events');
  const queries = useQueryClient();
  const run = async () => {
    await ask(api.DELETE('/v1/event-mappings', { params: { query: { event_name: name } } }));
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      label={t('mappings.remove')}
      title={t('mappings.removeTitle', { name })}
      confirmLabel={t('mappings.remove')}
      run={run}
    >
      {t('mappings.removeText')}
    </ConfirmAction>
  );
}

function Unlisted({ rules, mayWrite }: { rules: Rules; mayWrite: boolean }) {
  const { t } = useTranslation('screens-events');
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (hold: boolean) => ask(api.PUT('/v1/event-settings', { body: { unlisted: hold ? 'hold' : 'count' } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Checkbox
        label={t('mappings.hold')}
        checked={rules.unlisted === 'hold'}
        disabled={!mayWrite || save.isPending}
        onChange={({ currentTarget }) => save.mutate(currentTarget.checked)}
      />
      {save.isError && <ProblemAlert error={save.error} />}
    </>
  );
}

function AddMapping() {
  const { t } = useTranslation('screens-events');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { event_name: '', action: 'count', feature: '', quantity_property: '' } });
  const run = async ({ event_name, action, feature, quantity_property }: typeof form.values) => {
    const body = {
      event_name,
      action: action as 'count',
      feature: feature || null,
      quantity_property: quantity_property || null,
    };
    await ask(api.PUT('/v1/event-mappings', { body }));
    await queries.invalidateQueries();
  };
  return (
    <FormDialog
      label={t('mappings.add')}
      title={t('mappings.addTitle')}
      submitLabel={t('mappings.save')}
      form={form}
      run={run}
    >
      <TextInput
        label={t('mappings.event')}
        description={t('mappings.eventText')}
        required
        data-autofocus
        {...form.getInputProps('event_name')}
      />
      <Select
        label={t('mappings.action')}
        allowDeselect={false}
        data={(['count', 'ignore'] as const).map((value) => ({ value, label: t(`mappings.actions.${value}`) }))}
        {...form.getInputProps('action')}
      />
      <TextInput
        label={t('mappings.feature')}
        description={t('mappings.featureText')}
        {...form.getInputProps('feature')}
      />
      <TextInput
        label={t('mappings.quantity')}
        description={t('mappings.quantityText')}
        {...form.getInputProps('quantity_property')}
      />
    </FormDialog>
  );
}
