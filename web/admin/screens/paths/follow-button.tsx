import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFlag } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import classes from './paths.module.css';
import type { Best, Outlook } from './paths-query.ts';

/** Saves what was found as the path customers are measured against. */
export function FollowButton({ best, outlook }: { best: Best; outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: t('follow.defaultName'), note: '' } });
  const landmark_day = outlook.basis?.landmark_day ?? 30;
  if (!mayWrite) return null;
  const due = best.flow.map((_, at) => Math.max(...best.flow.slice(0, at + 1).map(({ due_day }) => due_day)));
  const steps = best.flow.map(({ action }, at) => ({ action, due_day: Math.min(landmark_day, due[at] ?? 0) }));
  return (
    <FormDialog
      label={t('follow.button')}
      title={t('follow.title')}
      submitLabel={t('follow.save')}
      leftSection={<IconFlag size={16} />}
      variant="default"
      size="compact-sm"
      form={form}
      done={t('follow.done')}
      run={async ({ name, note }) => {
        const search_id = outlook.basis?.search_id ?? null;
        await ask(api.PUT('/v1/paths/followed', { body: { name, note, steps, landmark_day, search_id } }));
        await queries.invalidateQueries({ queryKey: ['paths'] });
      }}
    >
      <p className={classes.quiet}>{t('follow.text')}</p>
      <ol className={classes.list}>
        {best.flow.map(({ action, name }, at) => (
          <li key={action}>{t('follow.step', { name, day: steps[at]?.due_day })}</li>
        ))}
      </ol>
      <TextInput label={t('follow.name')} required maxLength={80} {...form.getInputProps('name')} />
      <Textarea label={t('follow.note')} autosize maxLength={500} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
