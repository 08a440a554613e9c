import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FEATURES } from '../../../../src/success/churn/model.ts';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import type { Form } from '../../../ui/form-type.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import { type Draft, NEW_STEP, Steps } from './edit-steps.tsx';
import classes from './playbooks.module.css';
import { ResultsSection } from './results.tsx';
import { RunsSection } from './runs.tsx';

type Playbook = Got<'/v1/playbooks/{id}'>;
const EMPTY: Draft = { name: '', when_to_use: '', answers: [], steps: [NEW_STEP] };

/** A new playbook, or one to be read and changed. */
export default function EditPlaybook() {
  const { id } = useParams({ strict: false }) as { id?: string };
  const saved = useQuery({
    queryKey: ['playbooks', id],
    queryFn: () => ask(api.GET('/v1/playbooks/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
  if (id === undefined) return <Editor />;
  return <QueryView query={saved}>{(playbook) => <Editor key={id} playbook={playbook} />}</QueryView>;
}

function Editor({ playbook }: { playbook?: Playbook }) {
  const { t } = useTranslation('screens-playbooks');
  const mayWrite = useMay('success:write');
  const form = useForm<Draft>({ initialValues: playbook ? toDraft(playbook) : EMPTY });
  const save = useSave(playbook?.id, (error) =>
    form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([at, text]) => [pathOf(at), text]))),
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <PageHeader
        back={
          <Link to="/playbooks" className="gw-link">
            {t('back')}
          </Link>
        }
        title={playbook?.name ?? t('edit.newTitle')}
        answer={t('edit.answer')}
        actions={
          mayWrite && (
            <>
              {playbook && <Archive playbook={playbook} />}
              <Button type="submit" loading={save.isPending}>
                {t(playbook ? 'edit.save' : 'edit.create')}
              </Button>
            </>
          )
        }
      />
      {save.isError && <ProblemAlert error={save.error} />}
      <TwoColumns>
        <Section title={t('edit.steps')}>
          <Steps form={form} readOnly={!mayWrite} />
        </Section>
        <div>
          <About form={form} readOnly={!mayWrite} />
          {playbook && <ResultsSection id={playbook.id} />}
          {playbook && <RunsSection playbookId={playbook.id} />}
        </div>
      </TwoColumns>
    </form>
  );
}

function About({ form, readOnly }: { form: Form<Draft>; readOnly: boolean }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <Section title={t('edit.about')}>
      <div className={classes.form}>
        <TextInput label={t('edit.name')} required maxLength={80} readOnly={readOnly} {...form.getInputProps('name')} />
        <Textarea
          label={t('edit.when')}
          autosize
          maxLength={500}
          readOnly={readOnly}
          {...form.getInputProps('when_to_use')}
        />
        <MultiSelect
          label={t('edit.answers')}
          description={t('edit.answersText')}
          data={FEATURES.map((value) => ({ value, label: t(`features.${value}`) }))}
          searchable
          readOnly={readOnly}
          {...form.getInputProps('answers')}
        />
      </div>
    </Section>
  );
}

const toDraft = ({ name, when_to_use, answers, steps }: Playbook): Draft => ({ name, when_to_use, answers, steps });

/** The server's `steps[0].title` is the form's `steps.0.title`. */
const pathOf = (field: string) => field.replaceAll(/\[(\d+)\]/g, '.$1');

function useSave(id: string | undefined, onRefused: (error: unknown) => void) {
  const { t } = useTranslation('screens-playbooks');
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (draft: Draft) => {
      const body = { ...draft, answers: draft.answers as Playbook['answers'] as never };
      return id
        ? ask(api.PUT('/v1/playbooks/{id}', { params: { path: { id } }, body }))
        : ask(api.POST('/v1/playbooks', { body }));
    },
    onSuccess: async (saved) => {
      notifications.show({ message: t('edit.saved') });
      await queries.invalidateQueries({ queryKey: ['playbooks'] });
      if (!id) navigate({ to: '/playbooks/$id', params: { id: saved.id } } as never);
    },
    onError: onRefused,
  });
}

function Archive({ playbook }: { playbook: Playbook }) {
  const { t } = useTranslation('screens-playbooks');
  const queries = useQueryClient();
  const params = { path: { id: playbook.id } };
  const change = useMutation({
    mutationFn: () =>
      playbook.archived_at
        ? ask(api.POST('/v1/playbooks/{id}/restore', { params }))
        : ask(api.POST('/v1/playbooks/{id}/archive', { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['playbooks'] }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button variant="default" loading={change.isPending} onClick={() => change.mutate()}>
      {t(playbook.archived_at ? 'edit.restore' : 'edit.archive')}
    </Button>
  );
}
