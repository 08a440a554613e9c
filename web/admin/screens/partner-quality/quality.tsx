import { Button } from '@mantine/core';
import { IconDownload, IconUserStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { stringifySearch, useListState } from '../../../lib/list-state.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { NobodyInSegment, SegmentNotice, SegmentPicker } from '../segments/segment-picker.tsx';
import { League } from './league.tsx';
import { Numbers } from './numbers.tsx';
import { Pareto } from './pareto.tsx';
import { Programmes } from './programmes.tsx';
import { Ratios } from './ratios.tsx';

export type QualityReport = Got<'/v1/reports/partner-quality'>;
export type QualityRow = QualityReport['items'][number];

/** Which partners to keep, watch or drop, and why; the statistics below. */
export default function PartnerQuality() {
  const { t } = useTranslation('screens-partner-quality');
  const { segment } = useListState().search;
  const report = useQuery({
    queryKey: ['partner-quality', { segment }],
    queryFn: () => ask(api.GET('/v1/reports/partner-quality', { params: { query: { segment } } })),
    placeholderData: (before) => before,
  });
  const isAny = (report.data?.items.length ?? 0) > 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={(isAny || segment !== undefined) && report.data?.answer}
        actions={
          <>
            {(isAny || segment !== undefined) && <SegmentPicker />}
            {isAny && <Export segment={segment} />}
          </>
        }
      />
      <QueryView query={report}>
        {(data) => {
          if (data.items.length === 0) return data.segment ? <NobodyInSegment /> : <Nothing />;
          return (
            <>
              <SegmentNotice segment={data.segment} />
              <Whole data={data} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

function Export({ segment }: { segment: string | undefined }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <Button
      component="a"
      href={`/v1/reports/partner-quality.csv${stringifySearch({ segment })}`}
      variant="default"
      leftSection={<IconDownload size={16} />}
    >
      {t('export')}
    </Button>
  );
}

/** Of the others it is too early to say anything. */
const isJudged = ({ net_minor, unknowns }: QualityRow) => net_minor !== null && unknowns.length > 0;

function UnknownOf({ row }: { row: QualityRow }) {
  return (
    <li>
      {row.partner}
      <ul>
        {row.unknowns.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </li>
  );
}

function Nothing() {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <Section>
      <EmptyState
        icon={IconUserStar}
        title={t('empty')}
        text={t('emptyText')}
        action={
          <Button component={Link} to="/partners">
            {t('toPartners')}
          </Button>
        }
      />
    </Section>
  );
}

function Whole({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  return (
    <>
      <League data={data} />
      <Ratios data={data} />
      <Pareto data={data} />
      <Programmes data={data} />
      <Section title={t('unknown')}>
        <ul>
          {data.unknowns.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {data.items.filter(isJudged).map((row) => (
            <UnknownOf key={row.partner_id} row={row} />
          ))}
        </ul>
      </Section>
      <Numbers data={data} />
    </>
  );
}
