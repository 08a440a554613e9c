import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import { Facts, Section } from '../../../ui/section.tsx';
import classes from './playbooks.module.css';

type Results = Got<'/v1/playbooks/{id}/results'>;

function useResults(id: string) {
  return useQuery({
    queryKey: ['playbooks', id, 'results'],
    queryFn: () => ask(api.GET('/v1/playbooks/{id}/results', { params: { path: { id } } })),
  });
}

export function ResultLine({ id }: { id: string }) {
  const { data } = useResults(id);
  return <span className={classes.quiet}>{data?.sentence ?? '…'}</span>;
}

/** Whether accounts stayed, in a sentence; the numbers behind it one click away. */
export function ResultsSection({ id }: { id: string }) {
  const { t } = useTranslation('screens-playbooks');
  const { data } = useResults(id);
  if (!data) return null;
  return (
    <Section title={t('results.title')}>
      <p>{data.sentence}</p>
      {data.status !== 'too_early' && <p className={classes.quiet}>{data.caution}</p>}
      <details>
        <summary>{t('results.how')}</summary>
        <Numbers data={data} />
      </details>
    </Section>
  );
}

function Numbers({ data }: { data: Results }) {
  const { t } = useTranslation('screens-playbooks');
  const { stayed_share: share, expected_share, left_out } = data;
  const percent = (value: number) => percentText(value, 0);
  const items: [string, string | null][] = [
    [t('results.accounts'), numberText(data.accounts)],
    [
      t('results.share'),
      share && t('results.range', { value: percent(share.value), low: percent(share.low), high: percent(share.high) }),
    ],
    [t('results.expected'), expected_share === null ? null : percent(expected_share)],
    [t('results.tooYoung'), numberText(left_out.too_young)],
    [t('results.withoutRisk'), numberText(left_out.without_risk)],
    [t('results.notCustomers'), numberText(left_out.not_customers)],
  ];
  return <Facts items={items} />;
}
