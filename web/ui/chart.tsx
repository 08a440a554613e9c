import { Button, Skeleton, useComputedColorScheme } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartOption } from './chart-engine.tsx';
import classes from './kit.module.css';
import { PlainTable } from './plain-table.tsx';

const Engine = lazy(() => import('./chart-engine.tsx'));

type Props = {
  /** What the picture says, for those who do not see it. */
  summary: string;
  option: (colours: ChartColours) => ChartOption;
  height?: number;
  /** The same data, readable without the picture. */
  columns: { title: string; end?: boolean }[];
  rows: ReactNode[][];
};

export type ChartColours = {
  accent: string;
  accentSoft: string;
  good: string;
  warn: string;
  bad: string;
  calm: string;
  text: string;
  quiet: string;
  line: string;
};

const COLOURS: Record<'light' | 'dark', ChartColours> = {
  light: {
    accent: '#3b4cca',
    accentSoft: '#dcdffa',
    good: '#2c8a57',
    warn: '#c47a12',
    bad: '#c43a30',
    calm: '#9aa3b2',
    text: '#161a22',
    quiet: '#4f5765',
    line: '#e7eaef',
  },
  dark: {
    accent: '#8d99f2',
    accentSoft: '#2b3266',
    good: '#5cc48d',
    warn: '#e0a54a',
    bad: '#f07f76',
    calm: '#6f7683',
    text: '#d9dce3',
    quiet: '#b3b8c2',
    line: '#272c35',
  },
};

/** A chart with its table behind it. */
export function Chart({ summary, option, height = 260, columns, rows }: Props) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {asTable ? (
        <PlainTable label={summary} columns={columns} rows={rows} />
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>
          <div role="img" aria-label={summary} className={classes.chartBox}>
            <Engine option={option(COLOURS[scheme])} height={height} />
          </div>
        </Suspense>
      )}
      <div className={classes.chartFoot}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={asTable ? <IconChartLine size={14} /> : <IconTable size={14} />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t('kit.showChart') : t('kit.showTable')}
        </Button>
      </div>
    </div>
  );
}
