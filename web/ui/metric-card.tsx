import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

type Props = {
  label: string;
  value: ReactNode;
  unit?: string;
  /** When this was true: "at 30 June", "last 12 months". */
  period?: ReactNode;
  /** Against what: "+4.2 % v. May". */
  comparison?: ReactNode;
  tone?: 'good' | 'warn' | 'bad';
  /** Key of the metric on the definitions page. */
  definition?: string;
};

export function MetricCard({ label, value, unit, period, comparison, tone, definition }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.card}>
      <div className={classes.cardLabel}>
        <span>{label}</span>
        {definition && (
          <ActionIcon
            component={Link}
            {...({ to: '/definitions', hash: definition } as object)}
            variant="subtle"
            color="gray"
            size={20}
            aria-label={t('kit.definitionOf', { name: label })}
          >
            <IconInfoCircle size={14} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.cardValue}>
        {value} {unit && <span className={classes.cardUnit}>{unit}</span>}
      </div>
      {comparison && <div className={tone ? classes[tone] : undefined}>{comparison}</div>}
      {period && <div className={classes.cardNote}>{period}</div>}
    </div>
  );
}

export function MetricCards({ children }: { children: ReactNode }) {
  return <div className={classes.cards}>{children}</div>;
}
