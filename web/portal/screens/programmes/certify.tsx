import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import type { PortalProgramme } from './programme.tsx';
import classes from './programmes.module.css';
import { SendProof } from './send-proof.tsx';

type Certification = NonNullable<PortalProgramme['certification']>;
type Props = { programme: PortalProgramme; certification: Certification };

/** How one becomes certified here, what came of the last try, and another try where there may be one. */
export function Certify({ programme, certification }: Props) {
  const { t } = useTranslation('screens-portal-programmes');
  const { newest, may_try, from, kind } = certification;
  const isValid = programme.gates.some(({ gate, open }) => gate === 'certification' && open);
  const [again, setAgain] = useState(false);
  return (
    <Section title={certification.name} note={t(`certify.${kind}`, { mark: certification.pass_percent })}>
      <p>{certification.instructions}</p>
      {newest && <Newest newest={newest} />}
      {!may_try && from && <p className={classes.quiet}>{t('certify.from', { on: dateText(from) })}</p>}
      {may_try && isValid && !again && (
        <Button variant="default" onClick={() => setAgain(true)}>
          {t('certify.renew')}
        </Button>
      )}
      {may_try && (!isValid || again) && kind === 'quiz' && (
        <Quiz programme={programme} certification={certification} onDone={() => setAgain(false)} />
      )}
      {may_try && (!isValid || again) && kind === 'proof' && <SendProof programme={programme} />}
    </Section>
  );
}

function Newest({ newest }: { newest: NonNullable<Certification['newest']> }) {
  const { t } = useTranslation('screens-portal-programmes');
  const tone = { passed: 'good', failed: 'warn', waiting: 'info' } as const;
  return (
    <Notice
      tone={tone[newest.state]}
      title={t(`certify.${newest.state}`, { score: newest.score_percent ?? '', name: newest.proof_name ?? '' })}
    >
      {newest.reason}
    </Notice>
  );
}

function Quiz({ programme, certification, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('screens-portal-programmes');
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Record<string, number[]>>({});
  const send = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/portal/programmes/{id}/quiz', { params: { path: { id: programme.id } }, body: { answers } })),
    onSuccess: async () => {
      setAnswers({});
      onDone();
      await queries.invalidateQueries({ queryKey: ['portal'] });
    },
  });
  const choose = (key: string, index: number, several: boolean) => {
    const before = answers[key] ?? [];
    const toggled = before.includes(index) ? before.filter((one) => one !== index) : [...before, index];
    setAnswers({ ...answers, [key]: several ? toggled : [index] });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack gap="lg">
        {certification.questions.map(({ key, text, choices, several }) => (
          <fieldset key={key} className={classes.quiz}>
            <legend>{text}</legend>
            {choices.map((choice, index) => (
              <label key={choice}>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={key}
                  checked={answers[key]?.includes(index) ?? false}
                  onChange={() => choose(key, index, several)}
                />{' '}
                {choice}
              </label>
            ))}
          </fieldset>
        ))}
        {send.isError && <ProblemAlert error={send.error} />}
        <div>
          <Button type="submit" loading={send.isPending}>
            {t('certify.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
