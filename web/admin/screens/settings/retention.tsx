import { Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';

type Kept = Item<'/v1/retention'>;
const KEY = ['retention'];
const CHOICES = [2, 3, 6, 13, 18, 25, 37, 61];
const ALL = 'all';

/** How long are single events and clicks kept? */
export default function Retention() {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const kept = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/v1/retention')) });
  return (
    <>
      <PageHeader title={t('retention.title')} answer={t('retention.answer')} />
      <Section flush>
        <QueryView query={kept}>
          {({ items }) => (
            <PlainTable
              label={t('retention.title')}
              columns={['what', 'kept', 'since', 'size', 'change'].map((key) => ({ title: t(`retention.${key}`) }))}
              rows={items.map((one) => [
                t(`retention.${one.firehose}`),
                monthsInWords(t, one.months_kept),
                one.closed_before ?? t('retention.first'),
                t('retention.megabytes', { count: Math.ceil(one.bytes / 1e6) }),
                mayWrite ? <Change key="change" kept={one} /> : null,
              ])}
            />
          )}
        </QueryView>
      </Section>
      <Text size="sm" c="dimmed" mt="md">
        {t('retention.note')}
      </Text>
    </>
  );
}

function monthsInWords(t: TFunction, months: number | null): string {
  return months === null ? t('retention.all') : t('retention.months', { count: months });
}

function Change({ kept }: { kept: Kept }) {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { months: String(kept.months_kept ?? ALL) } });
  const choices = new Set([...CHOICES.filter((months) => months >= kept.least_months), kept.months_kept ?? 0]);
  const months = [...choices].filter((one) => one > 0).sort((a, b) => a - b);
  const run = async (values: { months: string }) => {
    const chosen = values.months === ALL ? null : Number(values.months);
    await ask(api.PATCH('/v1/retention', { body: { [`${kept.firehose}_months`]: chosen } }));
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <FormDialog
      variant="default"
      size="compact-sm"
      label={t('retention.change')}
      title={t('retention.changeTitle', { what: t(`retention.${kept.firehose}`) })}
      submitLabel={t('retention.save')}
      form={form}
      run={run}
    >
      <Select
        label={t('retention.kept')}
        description={t('retention.hint')}
        allowDeselect={false}
        data={[
          ...months.map((one) => ({ value: String(one), label: monthsInWords(t, one) })),
          { value: ALL, label: t('retention.all') },
        ]}
        {...form.getInputProps('months')}
      />
    </FormDialog>
  );
}
