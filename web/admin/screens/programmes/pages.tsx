import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { InviteToProgramme } from './invite.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

type Page = ProgrammePage['pages'][number];
type Props = { programme: ProgrammePage; mayWrite: boolean };

/** The public pages of the programme: one audience each, each in its own language and words. */
export function Pages({ programme, mayWrite }: Props) {
  const { t } = useTranslation('screens-programmes');
  return (
    <Section
      title={t('pages.title')}
      note={t(programme.visibility === 'private' ? 'pages.private' : 'pages.note')}
      actions={
        mayWrite && (
          <>
            {programme.state === 'live' && <InviteToProgramme programme={programme} />}
            <EditPage programme={programme} />
          </>
        )
      }
    >
      {programme.pages.length === 0 && <p className={classes.quiet}>{t('pages.none')}</p>}
      <ul className={classes.rows}>
        {programme.pages.map((page) => (
          <li key={page.id}>
            <div className={classes.pair}>
              <strong>{page.headline}</strong>
              <StateBadge state={page.state} label={t(`pages.states.${page.state}`)} />
            </div>
            <div className={classes.quiet}>{t('pages.for', { audience: page.audience, language: page.language })}</div>
            <CopyField value={page.url} label={t('pages.address')} />
            {mayWrite && <EditPage programme={programme} page={page} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NEW = { slug: '', language: 'en', state: 'published' as Page['state'], audience: '', headline: '', offer: '' };

function EditPage({ programme, page }: { programme: ProgrammePage; page?: Page }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const { slug, language, state, audience, headline, offer } = page ?? NEW;
  const form = useForm({ initialValues: { slug, language, state, audience, headline, offer } });
  const run = async (body: typeof form.values) => {
    const path = { id: programme.id };
    await (page
      ? ask(api.PATCH('/v1/programmes/{id}/pages/{page_id}', { params: { path: { ...path, page_id: page.id } }, body }))
      : ask(api.POST('/v1/programmes/{id}/pages', { params: { path }, body })));
    if (page) form.setInitialValues(body);
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t(page ? 'pages.edit' : 'pages.add')}
      title={t(page ? 'pages.edit' : 'pages.add')}
      submitLabel={t('common:kit.save')}
      done={t('common:kit.saved')}
      form={form}
      run={run}
      wide
    >
      <TextInput label={t('pages.headline')} required maxLength={200} {...form.getInputProps('headline')} />
      <TextInput label={t('pages.audience')} required maxLength={500} {...form.getInputProps('audience')} />
      <Textarea
        label={t('pages.offer')}
        description={t('pages.offerHint')}
        autosize
        minRows={4}
        maxRows={14}
        {...form.getInputProps('offer')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput label={t('pages.slug')} description={t('pages.slugHint')} required {...form.getInputProps('slug')} />
        <TextInput
          label={t('pages.language')}
          description={t('pages.languageHint')}
          required
          maxLength={2}
          {...form.getInputProps('language')}
        />
        <Select
          label={t('pages.state')}
          data={(['published', 'hidden'] as const).map((value) => ({ value, label: t(`pages.states.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
