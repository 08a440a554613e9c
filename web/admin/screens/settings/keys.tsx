import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { CopyField } from '../../../ui/copy-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

type Key = Item<'/v1/keys'>;

export default function Keys() {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => ask(api.GET('/v1/keys')) });
  return (
    <>
      <PageHeader
        title={t('keys.title')}
        answer={
          <>
            {t('keys.answer')}{' '}
            <a className="gw-link" href="/docs" target="_blank" rel="noreferrer">
              {t('keys.docs')}
            </a>
          </>
        }
        actions={mayWrite && <NewKey />}
      />
      <Section flush>
        <QueryView query={keys} skeleton={<RowsSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconKey} title={t('keys.empty')} text={t('keys.emptyText')} />
            ) : (
              <KeyTable items={items} mayWrite={mayWrite} />
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function KeyTable({ items, mayWrite }: { items: Key[]; mayWrite: boolean }) {
  const { t } = useTranslation('screens-settings');
  return (
    <PlainTable
      label={t('keys.title')}
      columns={['name', 'key', 'scopes', 'used', 'actions'].map((key) => ({ title: t(`keys.columns.${key}`) }))}
      rows={items.map((key) => [
        <strong key="name">{key.name}</strong>,
        <code key="prefix">{key.prefix}…</code>,
        key.scopes.join(', '),
        key.last_used_at ? <RelativeTime key="used" at={key.last_used_at} /> : t('keys.neverUsed'),
        key.revoked_at ? t('keys.revoked') : mayWrite ? <Revoke key="revoke" apiKey={key} /> : '',
      ])}
    />
  );
}

function Revoke({ apiKey }: { apiKey: Key }) {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      color="red"
      label={t('keys.revoke')}
      title={t('keys.revokeTitle', { name: apiKey.name })}
      confirmLabel={t('keys.revokeConfirm', { name: apiKey.name })}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/keys/{id}', { params: { path: { id: apiKey.id } } }));
        await queries.invalidateQueries({ queryKey: ['keys'] });
      }}
    >
      {t('keys.revokeText')}
    </ConfirmAction>
  );
}

function NewKey() {
  const { t } = useTranslation('screens-settings');
  const [opened, { open, close }] = useDisclosure(false);
  const [secret, setSecret] = useState<string>();
  const shut = () => {
    close();
    setSecret(undefined);
  };
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t('keys.create')}
      </Button>
      <Modal opened={opened} onClose={shut} title={t('keys.createTitle')} size="lg" closeOnClickOutside={!secret}>
        {secret ? (
          <Stack>
            <Notice tone="warn">{t('keys.once')}</Notice>
            <CopyField value={secret} label={t('keys.secret')} />
            <Group justify="flex-end">
              <Button onClick={shut}>{t('keys.kept')}</Button>
            </Group>
          </Stack>
        ) : (
          <KeyForm onMade={setSecret} />
        )}
      </Modal>
    </>
  );
}

function KeyForm({ onMade }: { onMade: (secret: string) => void }) {
  const { t } = useTranslation('screens-settings');
  const { scopes: mine } = useMe();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: '', scopes: ['track:write'] as Key['scopes'] } });
  const make = useMutation({
    mutationFn: (body: typeof form.values) =>
      ask(api.POST('/v1/keys', { body: body as never })) as Promise<{ secret: string }>,
    onSuccess: ({ secret }) => {
      queries.invalidateQueries({ queryKey: ['keys'] });
      onMade(secret);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <Stack>
        <TextInput
          label={t('keys.columns.name')}
          description={t('keys.nameText')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group
          label={t('keys.columns.scopes')}
          description={t('keys.scopesText')}
          {...form.getInputProps('scopes')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing={8}>
            {mine
              .filter((scope) => !scope.startsWith('portal:'))
              .map((scope) => (
                <Checkbox key={scope} value={scope} label={scope} />
              ))}
          </SimpleGrid>
        </Checkbox.Group>
        {make.isError && <ProblemAlert error={make.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t('keys.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
