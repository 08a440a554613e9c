import { Select } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './health.module.css';
import { Activate, useVersions, type Version } from './versions.tsx';

type Compared = Got<'/v1/health/compare'>;

/** Two versions beside each other: the sentence first, then what each says and would have told. */
export default function Compare() {
  const { t } = useTranslation('screens-health');
  const { first = '', second = '' } = useSearch({ strict: false }) as { first?: string; second?: string };
  const versions = useVersions().data?.items ?? [];
  const isChosen = first !== '' && second !== '';
  const compared = useQuery({
    queryKey: ['health-compare', first, second],
    queryFn: () =>
      ask(api.GET('/v1/health/compare', { params: { query: { first, second } } })) as unknown as Promise<Compared>,
    enabled: isChosen,
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/health" className="gw-link">
            {t('back')}
          </Link>
        }
        title={t('compare.title')}
        answer={compared.data?.sentence ?? (isChosen && t('compare.working'))}
      />
      <div className={classes.choices}>
        <Choose label={t('compare.first')} which="first" value={first} versions={versions} />
        <Choose label={t('compare.second')} which="second" value={second} versions={versions} />
      </div>
      {isChosen ? (
        <QueryView query={compared}>{(data) => <Sides data={data} />}</QueryView>
      ) : (
        <Section>
          <EmptyState icon={IconScale} title={t('compare.choose')} text={t('compare.chooseText')} />
        </Section>
      )}
    </>
  );
}

type ChooseProps = { label: string; which: 'first' | 'second'; value: string; versions: Version[] };

function Choose({ label, which, value, versions }: ChooseProps) {
  const { t } = useTranslation('screens-health');
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const data = versions.map((one) => ({
    value: one.id,
    label: `${one.name} ${one.version}${one.is_active ? ` (${t('versions.inForce')})` : ''}`,
  }));
  const choose = (id: string | null) =>
    id && navigate({ to: '.', search: { ...search, [which]: id }, replace: true } as never);
  return <Select label={label} data={data} value={value || null} onChange={choose} allowDeselect={false} />;
}

function Sides({ data }: { data: Compared }) {
  const { t } = useTranslation('screens-health');
  const mayWrite = useMay('success:write');
  const sides = [data.first, data.second];
  const tone = data.verdict === 'too_early' ? 'warn' : 'info';
  return (
    <>
      <Notice tone={tone} title={t(`compare.verdicts.${data.verdict}`)}>
        {data.difference &&
          t('compare.interval', {
            value: numberText(data.difference.value, 3),
            low: numberText(data.difference.low, 3),
            high: numberText(data.difference.high, 3),
          })}
      </Notice>
      <Section title={t('compare.told')} note={t('compare.toldNote')} flush>
        <Told sides={sides} />
      </Section>
      <Section title={t('compare.made')} flush>
        <Made sides={sides.map(({ version }) => version)} />
      </Section>
      {mayWrite && (
        <div className={classes.choices}>
          {sides
            .filter(({ version }) => !version.is_active)
            .map(({ version }) => (
              <Activate key={version.id} version={version} size="sm" />
            ))}
        </div>
      )}
    </>
  );
}

function columnsOf(t: (key: string) => string, versions: Version[]) {
  return [{ title: t('compare.what') }, ...versions.map((one) => ({ title: `${one.name} ${one.version}`, end: true }))];
}

function Told({ sides }: { sides: Compared['first'][] }) {
  const { t } = useTranslation('screens-health');
  const results = sides.map(({ backtest }) => backtest.results[backtest.judged_by]);
  const band = (name: string) => results.map((one) => one.bands.find(({ band }) => band === name));
  const rows = [
    [
      t('backtest.auc'),
      ...results.map(({ auc }) =>
        auc ? `${numberText(auc.value, 3)} (${numberText(auc.low, 2)} – ${numberText(auc.high, 2)})` : '—',
      ),
    ],
    [t('backtest.aucLater'), ...results.map(({ auc_later_half: auc }) => (auc ? numberText(auc.value, 3) : '—'))],
    [
      t('backtest.lift'),
      ...results.map(({ lift_top_decile: lift }) => (lift === null ? '—' : `${numberText(lift, 2)}×`)),
    ],
    ...['green', 'amber', 'red'].map((name) => [
      t('compare.left', { band: t(`common:states.${name}`) }),
      ...band(name).map((one) =>
        one?.rate === null || one === undefined
          ? '—'
          : `${percentText(one.rate)} (${percentText(one.low ?? 0, 0)} – ${percentText(one.high ?? 0, 0)}, n ${numberText(one.n)})`,
      ),
    ]),
  ];
  return (
    <PlainTable
      label={t('compare.told')}
      columns={columnsOf(
        t,
        sides.map(({ version }) => version),
      )}
      rows={rows}
    />
  );
}

function Made({ sides }: { sides: Version[] }) {
  const { t } = useTranslation('screens-health');
  const keys = [...new Set(sides.flatMap(({ definition }) => definition.components.map(({ key }) => key)))];
  const share = ({ definition }: Version, key: string) => {
    const all = definition.components.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return percentText((definition.components.find((one) => one.key === key)?.weight ?? 0) / all, 0);
  };
  const rows = [
    [t('versions.why'), ...sides.map(({ reason }) => reason ?? '—')],
    ...keys.map((key) => [
      t('compare.weight', { component: t(`model.components.${key}.name`) }),
      ...sides.map((one) => share(one, key)),
    ]),
    [t('editor.bands'), ...sides.map(({ definition: { bands } }) => `${bands.green} / ${bands.amber}`)],
    [
      t('editor.variants'),
      ...sides.map(({ definition }) => definition.variants?.map(({ name }) => name).join(', ') || '—'),
    ],
  ];
  return <PlainTable label={t('compare.made')} columns={columnsOf(t, sides)} rows={rows} />;
}
