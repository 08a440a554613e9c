import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import classes from './nominations.module.css';

type Props = { blockers: Item<'/v1/advocates'>['blockers']; short?: boolean };

/** What stands against asking now, and when it lifts. */
export function Blockers({ blockers, short }: Props) {
  const { t } = useTranslation('screens-advocates');
  const first = blockers[0];
  if (!first) return <span className={classes.quiet}>{t('nothingBlocks')}</span>;
  if (short)
    return (
      <div className={classes.reason}>
        {first.reason}
        {blockers.length > 1 && <span className={classes.quiet}> {t('andMore', { count: blockers.length - 1 })}</span>}
      </div>
    );
  return (
    <ul className={classes.list}>
      {blockers.map((blocker) => (
        <li key={blocker.code + blocker.of}>
          <div>{blocker.reason}</div>
          <div className={classes.quiet}>
            {blocker.lifts_at ? t('liftsOn', { lifts: blocker.lifts, day: dateText(blocker.lifts_at) }) : blocker.lifts}
          </div>
        </li>
      ))}
    </ul>
  );
}
