import { Button, NumberInput, Switch, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthDefinition } from '../../../../src/success/health/model.ts';
import { api, ask, type Got, ProblemError } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import classes from './health.module.css';
import { LearnWeights } from './learn-weights.tsx';
import { changePart, type ModelDraft, shareOf, toDefinition, toDraft } from './model-draft.ts';
import { ModelPreview, useModelPreview } from './model-preview.tsx';
import { PartEditor } from './part-editor.tsx';
import { Variants } from './variant-editor.tsx';

type Model = Got<'/v1/health/model'>;

/** Change what health is made of, and see at once what that does to one's own accounts. */
export default function EditModel() {
  const model = useQuery({
    queryKey: ['health-model'],
    queryFn: () => ask(api.GET('/v1/health/model')) as unknown as Promise<Model>,
  });
  return <QueryView query={model}>{(data) => <Editor key={data.id} model={data} />}</QueryView>;
}

function Editor({ model }: { model: Model }) {
  const { t } = useTranslation('screens-health');
  const mayWrite = useMay('success:write');
  const [draft, setDraft] = useState(() => toDraft(model.definition as HealthDefinition));
  const [{ reason, activate }, setSaving] = useState<Saving>({ reason: '', activate: true });
  const definition = useMemo(() => toDefinition(draft), [draft]);
  const preview = useModelPreview(definition);
  const save = useSave(activate);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: model.name, definition, reason, activate });
  };
  const refusal = (save.error ?? preview.error) as Error | null;
  const { text, wrongPart, inVariants } = whereIsIt(refusal, definition);
  return (
    <form onSubmit={submit}>
      <PageHeader
        back={
          <Link to="/health" className="gw-link">
            {t('back')}
          </Link>
        }
        title={t('editor.title')}
        answer={
          preview.data
            ? t('editor.answer', { count: preview.data.moved, accounts: preview.data.accounts })
            : t('preview.working')
        }
      />
      <TwoColumns>
        <div>
          {refusal && !wrongPart && <ProblemAlert error={refusal} />}
          <Parts draft={draft} wrong={wrongPart} error={text} onChange={setDraft} />
          <Bands draft={draft} onChange={setDraft} />
          <Variants
            draft={draft}
            error={inVariants ? text : undefined}
            onChange={(variants) => setDraft({ ...draft, variants })}
          />
          {mayWrite && (
            <SaveVersion
              next={model.version + 1}
              draft={{ reason, activate }}
              onChange={setSaving}
              saving={save.isPending}
              disabled={preview.isError}
            />
          )}
        </div>
        <div className={classes.aside}>
          <ModelPreview preview={preview.data} wrong={preview.isError} />
          <LearnWeights onTake={(learned) => setDraft(toDraft(learned))} />
        </div>
      </TwoColumns>
    </form>
  );
}

type PartsProps = {
  draft: ModelDraft;
  wrong: string | undefined;
  error: string | undefined;
  onChange: (draft: ModelDraft) => void;
};

function Parts({ draft, wrong, error, onChange }: PartsProps) {
  const { t } = useTranslation('screens-health');
  return (
    <Section title={t('editor.parts')} note={t('editor.partsNote')}>
      {draft.parts.map((part) => (
        <PartEditor
          key={part.key}
          part={part}
          share={shareOf(draft, part)}
          error={part.key === wrong ? error : undefined}
          onChange={(change) => onChange(changePart(draft, part.key, change))}
        />
      ))}
    </Section>
  );
}

type Saving = { reason: string; activate: boolean };
type SaveProps = {
  next: number;
  draft: Saving;
  saving: boolean;
  disabled: boolean;
  onChange: (draft: Saving) => void;
};

function SaveVersion({ next, draft, saving, disabled, onChange }: SaveProps) {
  const { t } = useTranslation('screens-health');
  return (
    <Section title={t('editor.save')}>
      <Textarea
        label={t('editor.reason')}
        description={t('editor.reasonText')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
      />
      <Switch
        my="md"
        label={t('editor.activate')}
        description={t('editor.activateText')}
        checked={draft.activate}
        onChange={(event) => onChange({ ...draft, activate: event.currentTarget.checked })}
      />
      <Button type="submit" loading={saving} disabled={disabled}>
        {t(draft.activate ? 'editor.saveActive' : 'editor.saveDraft', { version: next })}
      </Button>
    </Section>
  );
}

/** What the server refused, at the part or the variants it names. */
function whereIsIt(refusal: Error | null, { components }: HealthDefinition) {
  if (!(refusal instanceof ProblemError)) return { inVariants: false };
  const { field = '', detail } = refusal.problem;
  const at = Number(/definition\.components\[(\d+)\]/.exec(field)?.[1] ?? -1);
  return { text: detail, wrongPart: components[at]?.key, inVariants: field.startsWith('definition.variants') };
}

function Bands({ draft, onChange }: { draft: ModelDraft; onChange: (draft: ModelDraft) => void }) {
  const { t } = useTranslation('screens-health');
  const set = (band: 'green' | 'amber', value: string | number) => {
    if (typeof value === 'number') onChange({ ...draft, bands: { ...draft.bands, [band]: value } });
  };
  return (
    <Section title={t('editor.bands')}>
      <div className={classes.fields}>
        <NumberInput
          label={t('editor.green')}
          min={0}
          max={100}
          value={draft.bands.green}
          onChange={(value) => set('green', value)}
        />
        <NumberInput
          label={t('editor.amber')}
          min={0}
          max={100}
          value={draft.bands.amber}
          onChange={(value) => set('amber', value)}
        />
        <NumberInput
          label={t('editor.coverage')}
          suffix="%"
          min={0}
          max={100}
          value={Math.round(draft.min_coverage * 100)}
          onChange={(value) => typeof value === 'number' && onChange({ ...draft, min_coverage: value / 100 })}
        />
      </div>
    </Section>
  );
}

type Body = { name: string; definition: HealthDefinition; reason: string; activate: boolean };

function useSave(activate: boolean) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (body: Body) => {
      await ask(api.POST('/v1/health/model', { body: body as never }));
      if (activate) await ask(api.POST('/v1/health/score'));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      navigate({ to: '/health' });
    },
  });
}
