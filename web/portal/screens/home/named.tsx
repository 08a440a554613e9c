import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import classes from '../../portal.module.css';
import { useNamed } from '../../portal-queries.ts';
import { NameProspect } from './name-prospect.tsx';

const TONE = {
  submitted: 'info',
  accepted: 'good',
  qualified: 'good',
  meeting: 'good',
  won: 'good',
  lost: 'calm',
} as const;

/** Whom the partner named by hand, and what became of each. */
export function Named() {
  const { t } = useTranslation('screens-portal');
  const named = useNamed();
  return (
    <Section title={t('named.title')} note={t('named.note')} actions={<NameProspect />} flush>
      <QueryView query={named}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('named.empty')} text={t('named.emptyText')} />
          ) : (
            <PlainTable
              label={t('named.title')}
              columns={['prospect', 'stage', 'when', 'why'].map((key) => ({ title: t(`named.${key}`) }))}
              rows={items.map((item) => [
                item.company_name,
                <ToneBadge key="stage" tone={TONE[item.stage]}>
                  {t(`named.stages.${item.stage}`)}
                </ToneBadge>,
                <RelativeTime key="when" at={item.submitted_at} />,
                <div key="why" className={classes.reason}>
                  {item.reason}
                </div>,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
