import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

const OUTCOMES = ['counted', 'learned', 'ignored', 'waiting', 'refused'] as const;

/** What each key sent lately, and what became of it. */
export function Sources() {
  const { t } = useTranslation('screens-events');
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => ask(api.GET('/v1/keys')) });
  const sources = useQuery({ queryKey: ['events', 'sources'], queryFn: () => ask(api.GET('/v1/event-sources')) });
  const nameOf = (id: string) => keys.data?.items.find((key) => key.id === id)?.name ?? id;
  return (
    <Section title={t('sources.title')} flush>
      <QueryView query={sources}>
        {({ items }) =>
          items.length === 0 ? (
            <p style={{ paddingInline: 'var(--mantine-spacing-md)' }}>{t('sources.none')}</p>
          ) : (
            <PlainTable
              label={t('sources.title')}
              columns={['key', ...OUTCOMES, 'last'].map((key) => ({ title: t(`sources.columns.${key}`) }))}
              rows={items.map(({ key_id, events, last_at }) => [
                nameOf(key_id),
                ...OUTCOMES.map((outcome) => events[outcome] ?? 0),
                <RelativeTime key="last" at={last_at} />,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
