import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../lib/api.ts';
import { ToneBadge } from '../../../../ui/state-badge.tsx';

type Webhook = Pick<Item<'/v1/webhooks'>, 'state' | 'failing_since'>;

const LOOKS = {
  on: ['good', IconCircleCheck],
  struggling: ['warn', IconAlertTriangle],
  off: ['calm', IconPlayerPause],
  failing: ['bad', IconCircleX],
  gone: ['bad', IconCircleX],
} as const;

/** On, off and by whom; a receiver that is on but fails says so. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('screens-settings');
  const state = webhook.state === 'on' && webhook.failing_since ? 'struggling' : webhook.state;
  const [tone, icon] = LOOKS[state];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {t(`webhooks.states.${state}`)}
    </ToneBadge>
  );
}
