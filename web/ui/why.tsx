import { Popover, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

type Props = { label?: string; title?: string; width?: number; children: ReactNode };

/** A small "why" that opens the reasons in place. */
export function Why({ label, title, width = 340, children }: Props) {
  const { t } = useTranslation();
  return (
    <Popover width={width} shadow="md" withArrow trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={classes.why} onClick={(event) => event.stopPropagation()}>
          {label ?? t('kit.why')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        onClick={(event) => event.stopPropagation()}
        aria-label={title ?? t('kit.why')}
        tabIndex={-1}
        data-autofocus
      >
        {title && (
          <Text fw={600} mb={8}>
            {title}
          </Text>
        )}
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

export type Contribution = {
  key: string;
  label: string;
  /** 0 to 1: how long the bar is. */
  share: number;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'good' | 'warn' | 'bad' | 'calm';
};

/** What a score is made of, as bars with words. */
export function Contributions({ items }: { items: Contribution[] }) {
  return (
    <ul className={classes.bars}>
      {items.map((item) => (
        <li key={item.key}>
          <div className={classes.barHead}>
            <span>{item.label}</span>
            <span className="gw-num">{item.value}</span>
          </div>
          <div className={classes.barTrack}>
            <div
              className={classes.barFill}
              data-tone={item.tone}
              style={{ inlineSize: `${Math.max(0, Math.min(1, item.share)) * 100}%` }}
            />
          </div>
          {item.note && <div className={classes.barNote}>{item.note}</div>}
        </li>
      ))}
    </ul>
  );
}
