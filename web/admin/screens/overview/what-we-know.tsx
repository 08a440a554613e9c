import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../../src/kernel/scopes.ts';
import { useMe } from '../../../lib/session.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './overview.module.css';
import { type Line, QUESTIONS, type Question } from './questions.ts';

const KEPT_MS = 300_000;

/** The questions everybody has, each with its answer as far as there is one; asked one after the other, the screen first. */
export function WhatWeKnow() {
  const { t } = useTranslation('screens-overview');
  const { scopes } = useMe();
  const [answered, setAnswered] = useState(0);
  const asked = QUESTIONS.filter(({ scope }) => scopes.includes(scope));
  if (asked.length === 0) return null;
  return (
    <Section title={t('questions.title')} note={t('questions.note')}>
      <dl className={classes.questions}>
        {asked.map((question, index) => (
          <Answered
            key={question.key}
            question={question}
            mayAsk={index <= answered}
            onSettled={() => setAnswered((now) => Math.max(now, index + 1))}
          />
        ))}
      </dl>
    </Section>
  );
}

type Props = { question: Question; mayAsk: boolean; onSettled: () => void };

function Answered({ question, mayAsk, onSettled }: Props) {
  const { t } = useTranslation('screens-overview');
  const { scopes } = useMe();
  const may = (scope: Scope) => scopes.includes(scope);
  const found = useQuery({
    queryKey: ['overview', 'question', question.key],
    queryFn: () => question.answer(t, may).finally(onSettled),
    enabled: mayAsk,
    staleTime: KEPT_MS,
  });
  return (
    <div>
      <dt>
        <Link to={question.to as never} className="gw-link">
          {t(`questions.${question.key}.question`)}
        </Link>
      </dt>
      <dd>
        {found.isError && t('questions.failed')}
        {found.isPending && <Skeleton height={16} width="60%" aria-hidden />}
        {found.data && <Lines lines={found.data} />}
      </dd>
    </div>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('screens-overview');
  const [first, ...rest] = lines;
  if (!first) return t('questions.nothing');
  return (
    <>
      <Said line={first} />
      {rest.length > 0 && (
        <ul>
          {rest.map((line) => (
            <li key={line.text}>
              <Said line={line} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Said({ line: { text, to, screen } }: { line: Line }) {
  return (
    <>
      {text}
      {to && (
        <>
          {' '}
          <Link to={to as never} className="gw-link">
            {screen}
          </Link>
        </>
      )}
    </>
  );
}
