import { Button, FileButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './payouts.module.css';

type Answer = Got<'/v1/payout-answers'>['items'][number];

/** The bank's files: what each confirmed, took back, or could not be matched. */
export function BankAnswers() {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('payouts:write');
  const queries = useQueryClient();
  const files = useQuery({ queryKey: ['payout-answers'], queryFn: () => ask(api.GET('/v1/payout-answers')) });
  const reading = useMutation({
    mutationFn: async (file: File) =>
      ask(api.POST('/v1/payout-answers', { body: { name: file.name, content: await file.text() } })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['payout-answers'] });
      queries.invalidateQueries({ queryKey: ['payout-batches'] });
    },
  });
  const button = mayWrite && (
    <FileButton accept=".xml,.csv,.txt" onChange={(file) => file && reading.mutate(file)}>
      {(props) => (
        <Button {...props} variant="default" loading={reading.isPending}>
          {t('answers.upload')}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Section title={t('answers.title')} note={t('answers.note')} actions={button} flush>
      {reading.isError && <ProblemAlert error={reading.error} />}
      <QueryView query={files}>
        {({ items }) =>
          items.length === 0 ? <p className={classes.inset}>{t('answers.none')}</p> : <Files items={items} />
        }
      </QueryView>
    </Section>
  );
}

function Files({ items }: { items: Answer[] }) {
  const { t } = useTranslation('screens-money');
  return (
    <PlainTable
      label={t('answers.title')}
      columns={[{ title: t('answers.file') }, { title: t('answers.read') }, { title: t('answers.result') }]}
      rows={items.map((file) => [
        file.name,
        <RelativeTime key="at" at={file.read_at} />,
        <div key="result">
          <div>{t('answers.counts', { paid: file.paid, failed: file.failed, returned: file.returned })}</div>
          {file.unmatched.map(({ reference, reason_code, outcome }) => (
            <div key={`${reference}${reason_code}${outcome}`}>
              <bdi dir="ltr">{reference || t('answers.noReference')}</bdi>: {t(`answers.unmatched.${reason_code}`)}
            </div>
          ))}
        </div>,
      ])}
    />
  );
}
