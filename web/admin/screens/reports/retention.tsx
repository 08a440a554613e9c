import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, monthText, percentText } from '../../../lib/format.ts';
import { useListState } from '../../../lib/list-state.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { NobodyInSegment, SegmentNotice, SegmentPicker } from '../segments/segment-picker.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { HeatTable } from './heat-table.tsx';
import { NothingYet } from './nothing-yet.tsx';
import type { Say } from './say.ts';

export type Cohorts = Got<'/v1/reports/retention-cohorts'>;
type Cohort = Cohorts['cohorts'][number];

const HORIZONS = [12, 6, 3, 1];

/** Do newer customers stay better than older ones did? */
export default function Retention() {
  const { t } = useTranslation('screens-reports');
  const { segment } = useListState().search;
  const cohorts = useQuery({
    queryKey: ['retention-cohorts', { segment }],
    queryFn: () => ask(api.GET('/v1/reports/retention-cohorts', { params: { query: { segment } } })),
    placeholderData: (before) => before,
  });
  const found = cohorts.data?.cohorts ?? [];
  const isNarrowed = segment !== undefined;
  return (
    <>
      <PageHeader
        title={t('retention.title')}
        answer={answerOf(found, t)}
        actions={(found.length > 0 || isNarrowed) && <SegmentPicker />}
      />
      <QueryView query={cohorts}>
        {(data) => {
          if (data.cohorts.length === 0) return data.segment ? <NobodyInSegment /> : <NothingYet of="retention" />;
          return (
            <>
              <SegmentNotice segment={data.segment} />
              <Answer data={data} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

/** The older half of the cohorts against the newer, at the longest age that both have reached. */
function answerOf(cohorts: Cohort[], t: Say): string | undefined {
  for (const months of HORIZONS) {
    const old = cohorts.filter(({ cells }) => cells.some((cell) => cell.months === months));
    if (old.length < 4) continue;
    const half = Math.floor(old.length / 2);
    const [earlier, later] = [old.slice(0, half), old.slice(half)].map((some) => stillHere(some, months));
    const params = { count: months, earlier: percentText(earlier ?? 0, 0), later: percentText(later ?? 0, 0) };
    return t('retention.answer', { ...params, from: monthText(old[half]?.month ?? '') });
  }
  return cohorts.length > 0 ? t('retention.tooEarly') : undefined;
}

function stillHere(cohorts: Cohort[], months: number): number {
  const active = cohorts.reduce((sum, { cells }) => sum + (cells.find((one) => one.months === months)?.active ?? 0), 0);
  return (
    active /
    Math.max(
      1,
      cohorts.reduce((sum, { accounts }) => sum + accounts, 0),
    )
  );
}

function Answer({ data }: { data: Cohorts }) {
  const { t } = useTranslation('screens-reports');
  const [of, setOf] = useState<'logo_retention' | 'revenue_retention'>('logo_retention');
  return (
    <Section
      title={t(`retention.${of}`)}
      note={t('retention.note', { day: dateText(data.through) })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('retention.what')}
          data={[
            { value: 'logo_retention', label: t('retention.logos') },
            { value: 'revenue_retention', label: t('retention.revenue') },
          ]}
          value={of}
          onChange={(value) => setOf(value as typeof of)}
        />
      }
    >
      <HeatTable cohorts={data.cohorts} of={of} />
      <p style={{ margin: '12px 0 0' }}>
        <DefinitionLink slug="retention-cohorts" />
      </p>
    </Section>
  );
}
