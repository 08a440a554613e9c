import type { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './kit.module.css';

type Props = { icon?: typeof IconInbox; title: string; text?: ReactNode; action?: ReactNode };

/** Says what will be here and offers the first step. */
export function EmptyState({ icon: Icon, title, text, action }: Props) {
  return (
    <div className={classes.empty}>
      {Icon && <Icon className={classes.emptyIcon} size={32} stroke={1.4} aria-hidden />}
      <div className={classes.emptyTitle}>{title}</div>
      {text && <div className={classes.emptyText}>{text}</div>}
      {action}
    </div>
  );
}
