import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percentText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Numbers } from './numbers.tsx';
import classes from './paths.module.css';
import type { FoundPath } from './paths-query.ts';

const FIRST = 10;

/** What stands for itself, the surest first; what another path says as well stands behind a click. */
export function FoundPaths({ paths }: { paths: FoundPath[] }) {
  const { t } = useTranslation('screens-paths');
  const [all, setAll] = useState(false);
  const telling = paths.filter(({ redundant }) => !redundant);
  const shown = all ? paths : telling.slice(0, FIRST);
  return (
    <Section title={t('found.title')} note={t('found.note')} flush>
      <PlainTable
        label={t('found.title')}
        columns={[
          { title: t('found.path') },
          { title: t('found.with'), end: true },
          { title: t('found.without'), end: true },
          { title: t('found.sure') },
        ]}
        rows={shown.map((path) => [
          <div key="path">
            {path.steps.map(({ name }) => name).join(' → ')}
            <Numbers path={path} />
          </div>,
          <Share key="with" part={path.succeeded_with} of={path.n_with} />,
          <Share key="without" part={path.succeeded_without} of={path.n_without} />,
          <Sure key="sure" path={path} />,
        ])}
      />
      {!all && shown.length < paths.length && (
        <Button m="sm" variant="default" size="compact-sm" onClick={() => setAll(true)}>
          {t('found.all', { count: paths.length })}
        </Button>
      )}
    </Section>
  );
}

function Share({ part, of }: { part: number; of: number }) {
  const { t } = useTranslation('screens-paths');
  return (
    <span className="gw-num">
      {of === 0 ? '—' : percentText(part / of, 0)} <span className={classes.quiet}>{t('found.of', { count: of })}</span>
    </span>
  );
}

function Sure({ path }: { path: FoundPath }) {
  const { t } = useTranslation('screens-paths');
  const key = verdictOf(path);
  const state = { same: 'unknown', open: 'unknown', activity: 'almost', less: 'red', more: 'green' }[key];
  return <StateBadge state={state} label={t(`found.verdicts.${key}`)} />;
}

function verdictOf({ redundant, confirmed, beyond_activity, difference }: FoundPath) {
  if (redundant) return 'same';
  if (!confirmed) return 'open';
  if (!beyond_activity) return 'activity';
  return difference.value < 0 ? 'less' : 'more';
}
