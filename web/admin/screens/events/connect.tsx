import { Button, Code, CopyButton, Stack, Tabs, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { CLIENTS, setUpOf } from './set-up.ts';

/** The newest site key and, for each client, what to paste. */
export function Connect() {
  const { t } = useTranslation('screens-events');
  const mayWrite = useMay('settings:write');
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => ask(api.GET('/v1/keys')) });
  return (
    <Section title={t('connect.title')} note={t('connect.note')} actions={mayWrite && <NewSiteKey />}>
      <QueryView query={keys}>
        {({ items }) => {
          const key = items.find(({ public_key, revoked_at }) => public_key && !revoked_at)?.public_key;
          return key ? <SetUp siteKey={key} /> : <Notice tone="calm">{t('connect.none')}</Notice>;
        }}
      </QueryView>
    </Section>
  );
}

function SetUp({ siteKey }: { siteKey: string }) {
  const { t } = useTranslation('screens-events');
  return (
    <Stack>
      <CopyField value={siteKey} label={t('connect.key')} />
      <Tabs defaultValue="script">
        <Tabs.List>
          {CLIENTS.map((client) => (
            <Tabs.Tab key={client} value={client}>
              {t(`connect.clients.${client}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {CLIENTS.map((client) => (
          <Tabs.Panel key={client} value={client} pt="md">
            <Paste text={setUpOf(client, window.location.origin, siteKey)} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Paste({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" gap="xs">
      <Code block w="100%" dir="ltr" tabIndex={0}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'kit.copied' : 'kit.copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}

function NewSiteKey() {
  const { t } = useTranslation('screens-events');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: '' } });
  const run = async ({ name }: { name: string }) => {
    await ask(api.POST('/v1/keys', { body: { name, scopes: ['events:write'], is_public: true } }));
    await queries.invalidateQueries({ queryKey: ['keys'] });
  };
  return (
    <FormDialog
      label={t('connect.create')}
      title={t('connect.createTitle')}
      submitLabel={t('connect.createSubmit')}
      form={form}
      run={run}
    >
      <TextInput label={t('connect.name')} required data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}
