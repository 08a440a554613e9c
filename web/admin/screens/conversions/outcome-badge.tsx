import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../ui/state-badge.tsx';

type Props = { conversion: { kind: string; state: string; outcome: string | null } };

/** What became of it: waiting, credited, refused, nobody's; a refund is only worked off. */
export function OutcomeBadge({ conversion: { kind, state, outcome } }: Props) {
  const { t } = useTranslation('screens-partners');
  if (state === 'parked') return <StateBadge state="parked" label={t('conversions.states.parked')} />;
  if (kind === 'refund' || kind === 'dispute') return <StateBadge state="decided" label={t('conversions.worked')} />;
  return <StateBadge state={outcome ?? state} />;
}
