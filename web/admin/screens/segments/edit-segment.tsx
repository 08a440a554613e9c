import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../src/success/segments/model.ts';
import { api, ask, type Got, ProblemError } from '../../../lib/api.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import { countOpen, type Fields, fromRule, newCondition, newGroup, toRule } from './draft.ts';
import { EXAMPLES } from './examples.ts';
import { RuleGroup } from './rule-group.tsx';
import classes from './segments.module.css';
import { usePreview, WhoMatches } from './who-matches.tsx';

type Segment = Got<'/v1/segments/{id}'>;
type Start = Pick<Segment, 'name' | 'description'> & { id?: string; rule: Rule | null };

/** A new segment, or a saved one to be changed. */
export default function EditSegment() {
  const { id } = useParams({ strict: false }) as { id?: string };
  const { example } = useSearch({ strict: false }) as { example?: string };
  const { t } = useTranslation('screens-segments');
  const fields = useQuery({ queryKey: ['segments', 'fields'], queryFn: () => ask(api.GET('/v1/segments/fields')) });
  const saved = useQuery({
    queryKey: ['segments', id],
    queryFn: () => ask(api.GET('/v1/segments/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
  const from = EXAMPLES.find(({ key }) => key === example);
  const start = from
    ? { name: t(`examples.${from.key}.name`), description: t(`examples.${from.key}.text`), rule: from.rule }
    : { name: '', description: '', rule: null };
  return (
    <QueryView query={fields}>
      {(known) =>
        id === undefined ? (
          <Editor key={example ?? ''} fields={known} start={start} />
        ) : (
          <QueryView query={saved}>
            {(segment) => <Editor fields={known} start={{ ...segment, rule: segment.rule as Rule }} />}
          </QueryView>
        )
      }
    </QueryView>
  );
}

function Editor({ fields, start }: { fields: Fields; start: Start }) {
  const { t } = useTranslation('screens-segments');
  const first = fields.fields.find(({ key }) => key === 'plan') ?? fields.fields[0];
  const [draft, setDraft] = useState(() => (start.rule ? fromRule(start.rule) : newGroup([newCondition(first)])));
  const [named, setNamed] = useState<Named>({ name: start.name, description: start.description });
  const { rule, paths } = useMemo(() => toRule(draft), [draft]);
  const preview = usePreview(rule);
  const save = useSave(start.id);
  const refusal = save.error ?? preview.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule) save.mutate({ ...named, rule: rule as Record<string, unknown> });
  };
  const open = countOpen(draft);
  return (
    <form onSubmit={submit}>
      <PageHeader
        back={
          <Link to="/segments" className="gw-link">
            {t('back')}
          </Link>
        }
        title={t(start.id ? 'edit.title' : 'edit.newTitle')}
        answer={<span aria-live="polite">{rule && preview.data ? preview.data.sentence : t('edit.answer')}</span>}
        actions={
          <Button type="submit" loading={save.isPending} disabled={!rule || open > 0}>
            {t(start.id ? 'edit.save' : 'edit.create')}
          </Button>
        }
      />
      <TwoColumns>
        <div>
          <Section title={t('edit.rule')} note={open > 0 && t('edit.open', { count: open })}>
            {save.isError && <ProblemAlert error={save.error} />}
            <Naming draft={named} error={save.isError ? fieldErrors(save.error).name : undefined} onChange={setNamed} />
            <RuleGroup group={draft} fields={fields} errors={rowErrors(refusal, paths)} onChange={setDraft} />
          </Section>
        </div>
        <div>
          <WhoMatches preview={preview.data} error={preview.error} empty={rule === null} />
        </div>
      </TwoColumns>
    </form>
  );
}

type Named = { name: string; description: string };
type NamingProps = { draft: Named; error?: string; onChange: (draft: Named) => void };

function Naming({ draft, error, onChange }: NamingProps) {
  const { t } = useTranslation('screens-segments');
  return (
    <div className={classes.formFields}>
      <TextInput
        label={t('edit.name')}
        required
        maxLength={80}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        error={error}
      />
      <Textarea
        label={t('edit.description')}
        autosize
        maxLength={500}
        value={draft.description}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
    </div>
  );
}

/** What the server refused, at the row it names. */
function rowErrors(error: unknown, paths: Map<string, number>): Map<number, string> {
  if (!(error instanceof ProblemError)) return new Map();
  const at = error.problem.field ?? '';
  const row = [...paths].find(([path]) => at === path || at.startsWith(`${path}.`));
  return row ? new Map([[row[1], error.problem.detail]]) : new Map();
}

function useSave(id: string | undefined) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  type Body = { name: string; description: string; rule: Record<string, unknown> };
  return useMutation({
    mutationFn: async (body: Body) => {
      const made = id
        ? await ask(api.PATCH('/v1/segments/{id}', { params: { path: { id } }, body }))
        : await ask(api.POST('/v1/segments', { body }));
      return made as { id: string };
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['segments'] });
      navigate({ to: '/segments/$id', params: { id: saved.id } } as never);
    },
  });
}
