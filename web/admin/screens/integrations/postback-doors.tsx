import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { CopyField } from '../../../ui/copy-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ProgrammeChoice } from './programme-choice.tsx';

type Door = Item<'/v1/postback-doors'>;

const PARAMETERS = ['click_id', 'event_id', 'status', 'amount', 'currency', 'account_id', 'email'] as const;

/** Doors through which networks and trackers tell of conversions. */
export function PostbackDoors() {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('programmes:write');
  const doors = useQuery({ queryKey: ['postback-doors'], queryFn: () => ask(api.GET('/v1/postback-doors')) });
  return (
    <Section title={t('doors.title')} note={t('doors.text')} actions={mayWrite && <NewDoor />} flush>
      <QueryView query={doors}>
        {({ items }) =>
          items.length === 0 ? <p style={{ padding: '0 1rem' }}>{t('doors.empty')}</p> : <Doors items={items} />
        }
      </QueryView>
    </Section>
  );
}

function Doors({ items }: { items: Door[] }) {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('programmes:write');
  return (
    <PlainTable
      label={t('doors.title')}
      columns={['name', 'key', 'parameters', 'actions'].map((key) => ({ title: t(`doors.columns.${key}`) }))}
      rows={items.map((door) => [
        <strong key="name">{door.name}</strong>,
        <code key="key">{door.key_prefix}…</code>,
        Object.values(door.parameters).join(', '),
        door.ended_at ? t('doors.closed') : mayWrite ? <CloseDoor key="close" door={door} /> : '',
      ])}
    />
  );
}

function CloseDoor({ door }: { door: Door }) {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      color="red"
      label={t('doors.close')}
      title={t('doors.closeTitle', { name: door.name })}
      confirmLabel={t('doors.closeConfirm', { name: door.name })}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/postback-doors/{id}', { params: { path: { id: door.id } } }));
        await queries.invalidateQueries({ queryKey: ['postback-doors'] });
      }}
    >
      {t('doors.closeText')}
    </ConfirmAction>
  );
}

function NewDoor() {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  const [url, setUrl] = useState<string>();
  const names = Object.fromEntries(PARAMETERS.map((name) => [name, name])) as Record<
    (typeof PARAMETERS)[number],
    string
  >;
  const form = useForm({ initialValues: { name: '', programme_id: '', default_currency: '', ...names } });
  const open = async ({ name, programme_id, default_currency, ...parameters }: typeof form.values) => {
    const currency = default_currency.trim().toUpperCase() || null;
    const made = await ask(api.POST('/v1/postback-doors', { body: { name, programme_id, currency, parameters } }));
    await queries.invalidateQueries({ queryKey: ['postback-doors'] });
    setUrl(made.url);
  };
  return (
    <>
      <FormDialog
        size="compact-sm"
        variant="default"
        label={t('doors.open')}
        title={t('doors.openTitle')}
        submitLabel={t('doors.open')}
        form={form}
        run={open}
        wide
      >
        <TextInput label={t('doors.columns.name')} required data-autofocus {...form.getInputProps('name')} />
        <ProgrammeChoice {...form.getInputProps('programme_id')} />
        <TextInput
          label={t('doors.currency')}
          description={t('doors.currencyText')}
          maxLength={3}
          {...form.getInputProps('default_currency')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {PARAMETERS.map((name) => (
            <TextInput key={name} label={t(`doors.parameters.${name}`)} required {...form.getInputProps(name)} />
          ))}
        </SimpleGrid>
      </FormDialog>
      <AddressDialog url={url} onClose={() => setUrl(undefined)} />
    </>
  );
}

/** The door's address, this once. */
function AddressDialog({ url, onClose }: { url: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('screens-doors');
  return (
    <Modal
      opened={url !== undefined}
      onClose={onClose}
      title={t('doors.address')}
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack>
        <Notice tone="warn">{t('doors.once')}</Notice>
        <CopyField value={url ?? ''} label={t('doors.address')} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('doors.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
