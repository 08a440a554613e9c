import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import classes from './imports.module.css';

type Finding = Got<'/v1/reports/data-quality'>['findings'][number];

const LOOK = {
  serious: { tone: 'bad', icon: IconCircleX },
  notable: { tone: 'warn', icon: IconAlertTriangle },
  note: { tone: 'info', icon: IconInfoCircle },
} as const;

/** What the data contradict, lack or repeat, and what that does to the numbers. */
export function DataQuality() {
  const { t } = useTranslation('screens-imports');
  const report = useQuery({ queryKey: ['data-quality'], queryFn: () => ask(api.GET('/v1/reports/data-quality')) });
  return (
    <Section
      id="quality"
      title={t('quality.title')}
      note={
        report.data && t('quality.note', { count: report.data.findings.length, day: dateText(report.data.data_until) })
      }
    >
      <QueryView query={report} skeleton={<RowsSkeleton rows={4} />}>
        {({ findings }) =>
          findings.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('quality.none')} text={t('quality.noneText')} />
          ) : (
            <ul className={classes.findings}>
              {findings.map((finding) => (
                <Row key={finding.code} finding={finding} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Row({ finding }: { finding: Finding }) {
  const { t } = useTranslation('screens-imports');
  const look = LOOK[finding.severity as keyof typeof LOOK] ?? LOOK.note;
  return (
    <li>
      <ToneBadge tone={look.tone} icon={look.icon}>
        {t(`quality.severity.${finding.severity}`)}
      </ToneBadge>
      <div>
        <div>{finding.sentence}</div>
        {finding.effect && <div className={classes.quiet}>{finding.effect}</div>}
        {finding.examples.length > 0 && (
          <Why label={t('quality.examples')}>
            <ul className={classes.examples}>
              {finding.examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          </Why>
        )}
      </div>
    </li>
  );
}
