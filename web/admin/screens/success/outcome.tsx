import { Button, NumberInput, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OutcomeRule, STARTS, type Start } from '../../../../src/success/outcome/model.ts';
import { api, ask, type Got, ProblemError } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { type RuleDraft, toDraft, toRule } from './rule-draft.ts';
import { RulePreview, useRulePreview } from './rule-preview.tsx';
import { RuleVersions } from './rule-versions.tsx';
import classes from './success.module.css';
import { SuccessTabs } from './success-tabs.tsx';

type Version = Got<'/v1/success/rule'>;

/** What counts as success here, and how many succeed by it. */
export default function Outcome() {
  const rule = useQuery({ queryKey: ['success-rule'], queryFn: () => ask(api.GET('/v1/success/rule')) });
  return <QueryView query={rule}>{(data) => <Editor key={data.id ?? 'default'} version={data} />}</QueryView>;
}

function Editor({ version }: { version: Version }) {
  const { t } = useTranslation('screens-success');
  const mayWrite = useMay('success:write');
  const [draft, setDraft] = useState(() => toDraft(version.rule));
  const rule = useMemo(() => toRule(draft), [draft]);
  const preview = useRulePreview(rule);
  const save = useSave();
  const changed = JSON.stringify(rule) !== JSON.stringify(toRule(toDraft(version.rule)));
  const refusal = save.error ?? preview.error;
  const wrong = wrongCondition(refusal, rule);
  return (
    <>
      <PageHeader title={t('outcome.title')} answer={preview.data?.sentence ?? t('preview.working')} />
      <SuccessTabs open="outcome" />
      <TwoColumns>
        <form
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
            save.mutate({ rule, reason: reason || undefined });
          }}
        >
          {refusal && !wrong && <ProblemAlert error={refusal} />}
          <When draft={draft} onChange={setDraft} />
          <Section title={t('outcome.conditions')} note={t('outcome.conditionsNote')}>
            <ul className={classes.conditions}>
              {draft.conditions.map((row, at) => (
                <ConditionEditor
                  key={row.condition}
                  row={row}
                  error={
                    wrong === row.condition && refusal instanceof ProblemError ? refusal.problem.detail : undefined
                  }
                  onChange={(next) => setDraft({ ...draft, conditions: draft.conditions.with(at, next) })}
                />
              ))}
            </ul>
          </Section>
          {mayWrite && changed && (
            <Section title={t('outcome.save')}>
              <Textarea name="reason" label={t('outcome.reason')} autosize minRows={2} maxLength={500} mb="md" />
              <Button type="submit" loading={save.isPending} disabled={rule.conditions.length === 0}>
                {t('outcome.saveButton')}
              </Button>{' '}
              <Button variant="default" onClick={() => setDraft(toDraft(version.rule))}>
                {t('outcome.undo')}
              </Button>
            </Section>
          )}
          <RuleVersions />
        </form>
        <div>
          <RulePreview preview={preview.data} wrong={preview.isError} changed={changed} />
        </div>
      </TwoColumns>
    </>
  );
}

function When({ draft, onChange }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const { t } = useTranslation('screens-success');
  return (
    <Section title={t('outcome.when')} note={t('outcome.whenNote')}>
      <div className={classes.inputs}>
        <NumberInput
          label={t('outcome.day')}
          min={7}
          max={730}
          clampBehavior="strict"
          allowDecimal={false}
          value={draft.day}
          onChange={(value) => typeof value === 'number' && value >= 1 && onChange({ ...draft, day: value })}
        />
        <Select
          label={t('outcome.start')}
          data={STARTS.map((one) => ({ value: one, label: t(`starts.${one}`) }))}
          value={draft.start}
          allowDeselect={false}
          onChange={(value) => value && onChange({ ...draft, start: value as Start })}
        />
      </div>
    </Section>
  );
}

/** The condition that the server's answer names. */
function wrongCondition(refusal: Error | null, rule: OutcomeRule) {
  const field = refusal instanceof ProblemError ? refusal.problem.field : undefined;
  return rule.conditions[Number(/conditions\[(\d+)\]/.exec(field ?? '')?.[1] ?? -1)]?.condition;
}

function useSave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { rule: OutcomeRule; reason: string | undefined }) =>
      ask(api.POST('/v1/success/rules', { body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
