import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconHelp,
  IconLock,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';
type Look = { tone: Tone; icon: typeof IconCheck };

const look = (tone: Tone, icon: typeof IconCheck): Look => ({ tone, icon });

const LOOKS: Record<string, Look> = {
  green: look('good', IconCircleCheck),
  amber: look('warn', IconAlertTriangle),
  red: look('bad', IconCircleX),
  unknown: look('calm', IconHelp),
  ready: look('good', IconCircleCheck),
  almost: look('warn', IconClock),
  not_now: look('bad', IconBan),
  draft: look('calm', IconPencil),
  live: look('good', IconPlayerPlay),
  active: look('good', IconPlayerPlay),
  approved: look('good', IconCircleCheck),
  paused: look('warn', IconPlayerPause),
  closed: look('calm', IconX),
  ended: look('calm', IconX),
  invited: look('info', IconSend),
  suspended: look('bad', IconBan),
  promised: look('calm', IconCircleDashed),
  earned: look('info', IconClock),
  delivered: look('good', IconCheck),
  revoked: look('bad', IconX),
  pending: look('info', IconClock),
  held: look('warn', IconLock),
  available: look('good', IconCircleCheck),
  paid: look('good', IconCheck),
  reversed: look('bad', IconX),
  refused: look('bad', IconBan),
  claimed: look('info', IconClock),
  sending: look('info', IconSend),
  sent: look('info', IconSend),
  failed: look('bad', IconCircleX),
  returned: look('bad', IconCircleX),
  cancelled: look('calm', IconX),
  applied: look('good', IconCheck),
  ignored: look('calm', IconX),
  queued: look('info', IconClock),
  kept: look('calm', IconCircleDashed),
  accepted: look('good', IconCircleCheck),
  declined: look('bad', IconX),
  expired: look('calm', IconClock),
  planned: look('calm', IconCircleDashed),
  waiting: look('calm', IconCircleDashed),
  running: look('info', IconPlayerPlay),
  done: look('good', IconCheck),
  skipped: look('calm', IconX),
  dropped: look('calm', IconX),
  finished: look('good', IconCheck),
  stopped: look('calm', IconX),
  overdue: look('bad', IconAlertTriangle),
  credited: look('good', IconCircleCheck),
  unattributed: look('calm', IconHelp),
  parked: look('warn', IconClock),
  decided: look('good', IconCheck),
  open: look('warn', IconClock),
  solved: look('good', IconCheck),
  paying: look('good', IconCheck),
  prospect: look('calm', IconCircleDashed),
  uncollectible: look('bad', IconX),
  void: look('calm', IconX),
  trial: look('info', IconClock),
  churned: look('bad', IconX),
};

type Props = { state: string; label?: string };

/** A state as icon and word: never colour alone. */
export function StateBadge({ state, label }: Props) {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[state] ?? look('calm', IconCircleDashed);
  return (
    <ToneBadge tone={tone} icon={icon}>
      {label ?? t(`states.${state}`, { defaultValue: state.replaceAll('_', ' ') })}
    </ToneBadge>
  );
}

type ToneProps = { tone: Tone; icon?: typeof IconCheck; children: string };

export function ToneBadge({ tone, icon: Icon, children }: ToneProps) {
  return (
    <span className={classes.badge} style={{ color: `var(--gw-${tone})`, background: `var(--gw-${tone}-bg)` }}>
      {Icon && <Icon size={13} stroke={2.2} aria-hidden />}
      {children}
    </span>
  );
}
