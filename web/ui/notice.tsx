import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './kit.module.css';
import type { Tone } from './state-badge.tsx';

const ICON = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconAlertCircle,
  info: IconInfoCircle,
  calm: IconInfoCircle,
};

type Props = { tone: Tone; title?: ReactNode; children?: ReactNode; alert?: boolean };

/** A framed word to the reader; `alert` has it read out at once. */
export function Notice({ tone, title, children, alert }: Props) {
  const Icon = ICON[tone];
  return (
    <div
      className={classes.notice}
      role={alert ? 'alert' : undefined}
      style={{ borderColor: `color-mix(in srgb, var(--gw-${tone}) 40%, transparent)` }}
    >
      <Icon className={classes.noticeIcon} size={18} style={{ color: `var(--gw-${tone})` }} aria-hidden />
      <div className={classes.noticeText}>
        {title && <strong style={{ color: `var(--gw-${tone})` }}>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
