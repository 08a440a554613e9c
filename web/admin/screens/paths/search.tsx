import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { LongWork } from '../../../ui/long-work.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { CancelWork, useRefreshWhenDone } from '../../../ui/work-under-way.tsx';
import { isSearching, type Outlook } from './paths-query.ts';

export function SearchButton({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  const { landmark_day = 30, gap_days = 30 } = outlook.basis ?? {};
  const form = useForm({ initialValues: { landmark_day, gap_days } });
  if (!mayWrite) return null;
  return (
    <FormDialog
      label={t(outlook.status === 'unsearched' ? 'search.first' : 'search.again')}
      title={t('search.title')}
      submitLabel={t('search.start')}
      leftSection={<IconSearch size={16} />}
      disabled={isSearching(outlook)}
      form={form}
      done={t('search.started')}
      run={async (body) => {
        await ask(api.POST('/v1/paths/searches', { body }));
        await queries.invalidateQueries({ queryKey: ['paths'] });
      }}
    >
      <NumberInput
        label={t('search.landmark')}
        description={t('search.landmarkText')}
        min={7}
        max={180}
        {...form.getInputProps('landmark_day')}
      />
      <NumberInput
        label={t('search.gap')}
        description={t('search.gapText')}
        min={1}
        max={180}
        {...form.getInputProps('gap_days')}
      />
    </FormDialog>
  );
}

/** A search under way with how far it is, or how the last one failed. */
export function SearchState({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const { search } = outlook;
  const mayWrite = useMay('success:write');
  useRefreshWhenDone(isSearching(outlook), ['paths']);
  if (!search) return null;
  if (search.state === 'failed') return <Notice tone="bad">{t('search.failed', { error: search.error })}</Notice>;
  if (!isSearching(outlook)) return null;
  return (
    <Section>
      <LongWork
        label={t('search.running')}
        done={Math.round(search.progress * 100)}
        total={100}
        note={t('search.mayLeave')}
      />
      {mayWrite && (
        <CancelWork
          label={t('search.cancel')}
          done={t('search.cancelled')}
          queryKey={['paths']}
          run={() => ask(api.POST('/v1/paths/searches/{id}/cancel', { params: { path: { id: search.id } } }))}
        />
      )}
    </Section>
  );
}
