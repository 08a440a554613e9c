import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HealthDefinition } from '../../../../src/success/health/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './health.module.css';

/** Asks the past for weights; what it suggests is taken into the draft, never into force. */
export function LearnWeights({ onTake }: { onTake: (definition: HealthDefinition) => void }) {
  const { t } = useTranslation('screens-health');
  const learn = useMutation({ mutationFn: () => ask(api.GET('/v1/health/learned-weights')) });
  const { definition, sentence, weights } = learn.data ?? {};
  return (
    <Section title={t('learn.title')} note={t('learn.note')}>
      {learn.isError && <ProblemAlert error={learn.error} />}
      {sentence && <p style={{ margin: '0 0 12px' }}>{sentence}</p>}
      {definition && weights && (
        <PlainTable
          label={t('learn.title')}
          columns={[
            { title: t('model.component') },
            { title: t('learn.before'), end: true },
            { title: t('learn.after'), end: true },
          ]}
          rows={weights.map((one) => [t(`model.components.${one.component}.name`), `${one.before}%`, `${one.after}%`])}
        />
      )}
      <div className={classes.choices} style={{ marginBlock: '12px 0' }}>
        {definition ? (
          <Button size="xs" variant="default" onClick={() => onTake(definition as HealthDefinition)}>
            {t('learn.take')}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSchool size={14} />}
            loading={learn.isPending}
            onClick={() => learn.mutate()}
          >
            {t('learn.ask')}
          </Button>
        )}
      </div>
    </Section>
  );
}
