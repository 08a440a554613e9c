import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percentText } from '../lib/format.ts';

/** An empty bar looks as if nothing happened. */
const LEAST_SHOWN = 3;

type Props = { label: string; done: number; total: number | undefined; note?: string };

/** Work that takes a while: how far it is, and that one may leave. */
export function LongWork({ label, done, total, note }: Props) {
  const { t } = useTranslation();
  const percent = total ? Math.min(100, (done / total) * 100) : 100;
  return (
    <div role="status">
      <Text fw={550}>
        {label} {total !== undefined && <span className="gw-num">{percentText(Math.floor(percent) / 100, 0)}</span>}
      </Text>
      <Progress.Root size="md" my={8}>
        <Progress.Section
          value={Math.max(LEAST_SHOWN, percent)}
          animated={percent < 100 || !total}
          striped={!total}
          aria-label={label}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed">
        {note ?? t('kit.mayLeave')}
      </Text>
    </div>
  );
}
