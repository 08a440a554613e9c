import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { type Tone, ToneBadge } from '../../../ui/state-badge.tsx';

export type Drift = Got<'/v1/health/drift'>;
const TONE: Record<Drift['state'], Tone> = { too_early: 'calm', steady: 'good', moved: 'warn', alarm: 'bad' };

/** Have the scores moved since a month ago? The sentence first, then part by part. */
export function DriftView({ drift }: { drift: Drift }) {
  const { t } = useTranslation('screens-health');
  const share = (value: number) => percentText(value, 0);
  const score = (value: number | null) => (value === null ? '—' : numberText(value, 1));
  return (
    <Section
      title={t('drift.title')}
      note={t('drift.note', { from: dateText(drift.before_on), to: dateText(drift.on) })}
      flush
    >
      <div style={{ padding: '0 20px 12px' }}>
        <ToneBadge tone={TONE[drift.state]}>{t(`drift.states.${drift.state}`)}</ToneBadge> {drift.sentence}{' '}
        {drift.advice}
      </div>
      {drift.components.length > 0 && (
        <PlainTable
          label={t('drift.title')}
          columns={[
            { title: t('model.component') },
            { title: t('drift.knownThen'), end: true },
            { title: t('drift.knownNow'), end: true },
            { title: t('drift.meanThen'), end: true },
            { title: t('drift.meanNow'), end: true },
          ]}
          rows={drift.components.map((one) => [
            t(`model.components.${one.component}.name`),
            share(one.present_before),
            share(one.present_now),
            score(one.mean_before),
            score(one.mean_now),
          ])}
        />
      )}
    </Section>
  );
}
