import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';

export const guardQuery = {
  queryKey: ['programme-guard'],
  queryFn: () => ask(api.GET('/v1/programmes/guard')),
};

const TONE = { above_guard: 'good', unknown: 'calm', overridden: 'warn', below_guard: 'warn' } as const;

/** Whether a customer is worth enough to pay for winning one. */
export function Guard() {
  const { t } = useTranslation('screens-partners');
  const guard = useQuery(guardQuery);
  return (
    <Section title={t('programme.guard.title')}>
      <QueryView query={guard}>
        {({ why, in_words }) => (
          <>
            <ToneBadge tone={TONE[why]}>{t(`programme.guard.${why}`)}</ToneBadge>
            <p style={{ marginBlockEnd: 0 }}>{in_words}</p>
          </>
        )}
      </QueryView>
    </Section>
  );
}
