import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import type { QualityRow } from './quality.tsx';

const LOOKS = {
  keep: { tone: 'good', icon: IconCircleCheck },
  watch: { tone: 'warn', icon: IconAlertTriangle },
  drop: { tone: 'bad', icon: IconCircleX },
  too_early: { tone: 'calm', icon: IconClock },
} as const;

/** Keep, watch, drop or too early, as icon and word. */
export function Advice({ of }: { of: QualityRow['recommendation'] }) {
  const { t } = useTranslation('screens-partner-quality');
  return <ToneBadge {...LOOKS[of]}>{t(`recommendation.${of}`)}</ToneBadge>;
}
