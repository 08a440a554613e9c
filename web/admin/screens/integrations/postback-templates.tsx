import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ProgrammeChoice } from './programme-choice.tsx';

type Template = Item<'/v1/postback-templates'>;

const STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'] as const;
type State = (typeof STATES)[number];

/** Where networks are told what became of their referrals. */
export function PostbackTemplates() {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('programmes:write');
  const templates = useQuery({
    queryKey: ['postback-templates'],
    queryFn: () => ask(api.GET('/v1/postback-templates')),
  });
  return (
    <Section title={t('templates.title')} note={t('templates.text')} actions={mayWrite && <NewTemplate />} flush>
      <QueryView query={templates}>
        {({ items }) =>
          items.length === 0 ? <p style={{ padding: '0 1rem' }}>{t('templates.empty')}</p> : <Templates items={items} />
        }
      </QueryView>
    </Section>
  );
}

function Templates({ items }: { items: Template[] }) {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('programmes:write');
  return (
    <PlainTable
      label={t('templates.title')}
      columns={['name', 'url', 'states', 'actions'].map((key) => ({ title: t(`templates.columns.${key}`) }))}
      rows={items.map((template) => [
        <strong key="name">{template.name}</strong>,
        <span key="url" style={{ overflowWrap: 'anywhere' }}>
          {template.method} {template.url}
        </span>,
        template.states.map((state) => t(`common:states.${state}`)).join(', '),
        template.ended_at ? t('templates.ended') : mayWrite ? <EndTemplate key="end" template={template} /> : '',
      ])}
    />
  );
}

function EndTemplate({ template }: { template: Template }) {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      color="red"
      label={t('templates.end')}
      title={t('templates.endTitle', { name: template.name })}
      confirmLabel={t('templates.endConfirm', { name: template.name })}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/postback-templates/{id}', { params: { path: { id: template.id } } }));
        await queries.invalidateQueries({ queryKey: ['postback-templates'] });
      }}
    >
      {t('templates.endText')}
    </ConfirmAction>
  );
}

function NewTemplate() {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      name: '',
      programme_id: '',
      method: 'GET' as 'GET' | 'POST',
      url: '',
      states: ['pending'] as State[],
    },
  });
  return (
    <FormDialog
      size="compact-sm"
      variant="default"
      label={t('templates.add')}
      title={t('templates.addTitle')}
      submitLabel={t('templates.add')}
      form={form}
      run={async (body) => {
        await ask(api.POST('/v1/postback-templates', { body }));
        await queries.invalidateQueries({ queryKey: ['postback-templates'] });
      }}
      wide
    >
      <TextInput label={t('templates.columns.name')} required data-autofocus {...form.getInputProps('name')} />
      <ProgrammeChoice {...form.getInputProps('programme_id')} />
      <TextInput
        label={t('templates.columns.url')}
        description={t('templates.urlText')}
        placeholder={t('templates.urlExample')}
        required
        {...form.getInputProps('url')}
      />
      <Select
        label={t('templates.method')}
        allowDeselect={false}
        data={['GET', 'POST']}
        {...form.getInputProps('method')}
      />
      <Checkbox.Group
        label={t('templates.columns.states')}
        description={t('templates.statesText')}
        {...form.getInputProps('states')}
      >
        <Group mt="xs" gap="md">
          {STATES.map((state) => (
            <Checkbox key={state} value={state} label={t(`common:states.${state}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </FormDialog>
  );
}
