import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Problem, ProblemError } from '../lib/api.ts';
import { Notice } from './notice.tsx';

type Props = { error: unknown; onRetry?: () => void };

/** What happened, what was kept, what to do. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const problem: Partial<Problem> = error instanceof ProblemError ? error.problem : {};
  const unreachable = !(error instanceof ProblemError);
  return (
    <Notice tone="bad" alert title={problem.title || t('kit.problem.title')}>
      <div>{unreachable ? t('kit.problem.unreachable') : problem.detail || t('kit.problem.unknown')}</div>
      {problem.hint && <div>{problem.hint}</div>}
      {problem.errors && problem.errors.length > 1 && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={field + message}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Button mt={4} size="xs" variant="default" onClick={onRetry}>
          {t('kit.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** A refusal's field messages for a form (`form.setErrors`): `body.name` and `name` both reach the field `name`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const { errors, field, detail } = error.problem;
  const list = errors?.length ? errors : field ? [{ field, message: detail }] : [];
  return Object.fromEntries(list.map((item) => [item.field.replace(/^body\./, ''), item.message]));
}
