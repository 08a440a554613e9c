import { Button, Code, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconWorld } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

type Domain = Item<'/v1/link-domains'>;
const KEY = ['link-domains'];

/** Where may partners' links lead, beside the product? */
export default function LinkDomains() {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const domains = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/v1/link-domains')) });
  return (
    <>
      <PageHeader title={t('domains.title')} answer={t('domains.answer')} actions={mayWrite && <AddDomain />} />
      <Section flush>
        <QueryView query={domains}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconWorld} title={t('domains.empty')} text={t('domains.emptyText')} />
            ) : (
              <PlainTable
                label={t('domains.title')}
                columns={['domain', 'record', 'state'].map((key) => ({ title: t(`domains.${key}`) }))}
                rows={items.map((domain) => [
                  domain.domain,
                  <RecordOf key="record" domain={domain} />,
                  <State key="state" domain={domain} mayWrite={mayWrite} />,
                ])}
              />
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function RecordOf({ domain }: { domain: Domain }) {
  return (
    <Stack gap={2}>
      <Code>{domain.record_name}</Code>
      <Code>{domain.record_value}</Code>
    </Stack>
  );
}

/** Verified since, or the button that looks again; what the look found stands under it. */
function State({ domain, mayWrite }: { domain: Domain; mayWrite: boolean }) {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const path = { domain: domain.domain };
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });
  const verify = useMutation({
    mutationFn: () => ask(api.POST('/v1/link-domains/{domain}/verify', { params: { path } })),
    onSuccess: () => {
      notifications.show({ message: t('domains.verified', path) });
      return refresh();
    },
  });
  const remove = async () => {
    await ask(api.DELETE('/v1/link-domains/{domain}', { params: { path } }));
    await refresh();
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="xs">
        {domain.verified_at ? (
          <span>
            {t('domains.since')} <RelativeTime at={domain.verified_at} />
          </span>
        ) : (
          mayWrite && (
            <Button size="compact-sm" loading={verify.isPending} onClick={() => verify.mutate()}>
              {t('domains.check')}
            </Button>
          )
        )}
        {mayWrite && (
          <ConfirmAction
            size="compact-sm"
            variant="default"
            danger
            label={t('domains.remove')}
            title={t('domains.removeTitle', path)}
            confirmLabel={t('domains.removeConfirm', path)}
            run={remove}
          >
            {t('domains.removeText')}
          </ConfirmAction>
        )}
      </Group>
      {verify.isError && <ProblemAlert error={verify.error} />}
    </Stack>
  );
}

function AddDomain() {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { domain: '' } });
  const run = async (body: { domain: string }) => {
    await ask(api.POST('/v1/link-domains', { body }));
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('domains.add')}
      title={t('domains.addTitle')}
      submitLabel={t('domains.addSubmit')}
      form={form}
      run={run}
    >
      <TextInput
        label={t('domains.domain')}
        description={t('domains.domainHint')}
        required
        data-autofocus
        {...form.getInputProps('domain')}
      />
    </FormDialog>
  );
}
