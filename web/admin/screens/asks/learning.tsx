import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../reports/reports.module.css';
import { HoldShare } from './hold-share.tsx';

type Learning = Got<'/v1/asks/learning'>;
const FEW = 8;

/** Under the asks: what asking brings, and who of those ready refers most likely, beside the stated score. */
export function AskLearning() {
  const { t } = useTranslation('screens-ask-learning');
  const { data } = useQuery({
    queryKey: ['asks', 'learning'],
    queryFn: () => ask(api.GET('/v1/asks/learning')),
  });
  if (!data) return null;
  return (
    <Section title={t('title')} actions={<HoldShare bps={data.hold_bps} />}>
      <p>{data.sentence}</p>
      {data.outcome === 'tells' && <Chances learning={data} />}
      <p>{data.comparison.sentence}</p>
      <p className={classes.note}>{t('held', { share: percentText(data.hold_bps / 10_000) })}</p>
      <Statistics learning={data} />
    </Section>
  );
}

function Chances({ learning }: { learning: Learning }) {
  const { t } = useTranslation('screens-ask-learning');
  return (
    <PlainTable
      label={t('chances')}
      columns={[
        { title: t('account') },
        { title: t('person') },
        { title: t('chance'), end: true },
        { title: t('score'), end: true },
      ]}
      rows={learning.people.slice(0, FEW).map((one) => [
        <Link key="account" to={`/nominations/${one.account_id}` as never} className="gw-link">
          {one.account_name}
        </Link>,
        one.held ? `${one.person_name ?? ''} (${t('isHeld')})` : one.person_name,
        one.chance === null ? null : percentText(one.chance, 0),
        numberText(one.score, 0),
      ])}
    />
  );
}

/** Complete, one click away. */
function Statistics({ learning: { quality, comparison, asks, referred } }: { learning: Learning }) {
  const { t } = useTranslation('screens-ask-learning');
  const range = (of: { value: number; low: number; high: number } | null, write: (share: number) => string) =>
    of ? `${write(of.value)} (${write(of.low)} – ${write(of.high)})` : t('unknown');
  const two = (value: number) => numberText(value, 2);
  const percent = (value: number) => percentText(value, 0);
  const rows: [string, string][] = [
    [t('asks'), `${asks} / ${referred}`],
    ...(quality
      ? ([
          [t('auc'), range(quality.auc, two)],
          [t('scoreAuc'), range(quality.score_auc, two)],
          [t('lift'), quality.lift === null ? t('unknown') : `${numberText(quality.lift, 1)}×`],
          [t('brier'), `${numberText(quality.brier, 3)} / ${numberText(quality.brier_of_mean, 3)}`],
          ...quality.calibration.map((bin): [string, string] => [
            t('bin', { expected: percent(bin.expected) }),
            `${range({ value: bin.rate, low: bin.low, high: bin.high }, percent)}, n = ${bin.n}`,
          ]),
        ] as [string, string][])
      : []),
    [t('askedRate', { n: comparison.asked.watched }), range(comparison.asked.rate, percent)],
    [t('heldRate', { n: comparison.held.watched }), range(comparison.held.rate, percent)],
    [t('difference'), range(comparison.difference, percent)],
  ];
  return (
    <details>
      <summary>{t('statistics')}</summary>
      <PlainTable label={t('statistics')} columns={[{ title: t('measure') }, { title: t('value') }]} rows={rows} />
    </details>
  );
}
