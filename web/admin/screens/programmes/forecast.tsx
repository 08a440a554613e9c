import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText, moneyText, numberText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import type { ProgrammePage } from './programme.tsx';

type Spread = { p10: number; p50: number; p90: number };

/** What a scenario promised of the terms in force, beside what came; nothing where no forecast was kept. */
export function Forecast({ programme: { id } }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-scenarios');
  const report = useQuery({
    queryKey: ['programmes', id, 'forecast'],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/forecast', { params: { path: { id } } })),
  });
  const data = report.data;
  if (!data || data.outcome === 'no_forecast') return null;
  const currency = data.currency ?? 'EUR';
  const money = (value: number) => moneyText(Math.round(value), currency);
  const count = (value: number) => numberText(value, 1);
  const beside = (seen: string, { p10, p90 }: Spread, text: (value: number) => string) =>
    t('actual.beside', { seen, low: text(p10), high: text(p90) });
  return (
    <Section
      title={t('actual.title')}
      note={t('actual.note', {
        name: data.scenario_name,
        version: data.version,
        day: dateText(data.effective_at ?? ''),
      })}
      flush={data.rows.length > 0}
    >
      <p style={data.rows.length > 0 ? { paddingInline: 20 } : undefined}>{data.answer}</p>
      {data.rows.length > 0 && (
        <PlainTable
          label={t('actual.title')}
          columns={[
            { title: t('actual.month') },
            { title: t('answer.customers'), end: true },
            { title: t('actual.spend'), end: true },
            { title: t('actual.net'), end: true },
          ]}
          rows={data.rows.map(({ month, from, forecast, actual }) => [
            t('actual.monthOf', { month, day: dateText(from) }),
            beside(count(actual.customers), forecast.customers, count),
            beside(money(actual.spend), forecast.spend, money),
            beside(money(actual.net), forecast.net, money),
          ])}
        />
      )}
    </Section>
  );
}
