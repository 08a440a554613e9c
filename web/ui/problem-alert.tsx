import { Alert, Button, List } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Problem, ProblemError } from '../lib/api.ts';

type Props = { error: unknown; onRetry?: () => void };

/** What happened, what was kept, what to do. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const problem: Partial<Problem> = error instanceof ProblemError ? error.problem : {};
  const unreachable = !(error instanceof ProblemError);
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      icon={<IconAlertCircle size={18} />}
      title={problem.title || t('kit.problem.title')}
    >
      <div>{unreachable ? t('kit.problem.unreachable') : problem.detail || t('kit.problem.unknown')}</div>
      {problem.hint && <div>{problem.hint}</div>}
      {problem.errors && problem.errors.length > 1 && (
        <List size="sm" mt={4}>
          {problem.errors.map(({ field, message }) => (
            <List.Item key={field + message}>
              {field}: {message}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('kit.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** A refusal's field messages for a form (`form.setErrors`): `body.name` and `name` both reach the field `name`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const { errors, field, detail } = error.problem;
  const list = errors?.length ? errors : field ? [{ field, message: detail }] : [];
  return Object.fromEntries(list.map((item) => [item.field.replace(/^body\./, ''), item.message]));
}
