import { Button, Checkbox, NumberInput, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sentences } from './programme.tsx';

type Asked = Got<'/v1/portal/programmes/{id}/form'>;
type Field = Asked['fields'][number];
type Answers = Record<string, string | string[]>;

/** Another programme one could be in: what it promises, what it asks, and the form. */
export default function Join() {
  const { id } = useParams({ strict: false }) as { id: string };
  const asked = useQuery({
    queryKey: ['portal', 'form', id],
    queryFn: () => ask(api.GET('/v1/portal/programmes/{id}/form', { params: { path: { id } } })),
  });
  return <QueryView query={asked}>{(data) => <Whole asked={data} />}</QueryView>;
}

function Whole({ asked }: { asked: Asked }) {
  const { t } = useTranslation('screens-portal-programmes');
  return (
    <>
      <PageHeader
        back={
          <Link to="/" className="gw-link">
            {t('back')}
          </Link>
        }
        title={asked.name}
        answer={asked.audience}
      />
      <Section title={t('promise')} note={t('version', asked)}>
        <Sentences items={asked.in_words} />
      </Section>
      {asked.gates_in_words.length > 0 && (
        <Section title={t('gates')}>
          <Sentences items={asked.gates_in_words} />
        </Section>
      )}
      <Section title={t('counts')}>
        <Sentences items={asked.attribution_in_words} />
      </Section>
      <Apply asked={asked} />
    </>
  );
}

function Apply({ asked }: { asked: Asked }) {
  const { t } = useTranslation('screens-portal-programmes');
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>({});
  const [agreed, setAgreed] = useState(false);
  const send = useMutation({
    mutationFn: () => {
      const body = { terms_version: asked.version, answers };
      return ask(api.POST('/v1/portal/programmes/{id}/applications', { params: { path: { id: asked.id } }, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portal', 'programmes'] }),
  });
  if (send.data) return <Notice tone="good" title={t(`join.${send.data.outcome}`)} />;
  return (
    <Section title={t('join.title')}>
      <Stack gap="sm">
        {asked.fields.map((field) => (
          <Question
            key={field.key}
            field={field}
            value={answers[field.key]}
            onChange={(value) => setAnswers({ ...answers, [field.key]: value })}
          />
        ))}
        <Checkbox
          label={t('join.agree', asked)}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        {send.isError && <ProblemAlert error={send.error} />}
        <div>
          <Button disabled={!agreed} loading={send.isPending} onClick={() => send.mutate()}>
            {t(asked.reviewed ? 'join.apply' : 'join.join')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

type QuestionProps = {
  field: Field;
  value: string | string[] | undefined;
  onChange: (value: string | string[]) => void;
};

function Question({ field, value, onChange }: QuestionProps) {
  const text = typeof value === 'string' ? value : '';
  const common = { label: field.label, description: field.help, required: field.required };
  if (field.kind === 'choices')
    return <TagsInput {...common} data={field.choices ?? []} value={[value ?? []].flat()} onChange={onChange} />;
  if (field.kind === 'choice')
    return (
      <Select {...common} data={field.choices ?? []} value={text || null} onChange={(one) => onChange(one ?? '')} />
    );
  if (field.kind === 'number')
    return <NumberInput {...common} value={text} onChange={(number) => onChange(String(number))} />;
  if (field.kind === 'long_text')
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      type={field.kind === 'url' ? 'url' : 'text'}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
