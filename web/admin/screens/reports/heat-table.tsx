import { useTranslation } from 'react-i18next';
import { monthText, numberText, percentText } from '../../../lib/format.ts';
import classes from './reports.module.css';
import type { Cohorts } from './retention.tsx';

type Props = { cohorts: Cohorts['cohorts']; of: 'logo_retention' | 'revenue_retention' };

/** The picture and the table behind it in one: darker is more; the newest cohort first. */
export function HeatTable({ cohorts, of }: Props) {
  const { t } = useTranslation('screens-reports');
  const longest = Math.max(...cohorts.map(({ cells }) => cells.length));
  const months = Array.from({ length: longest }, (_, at) => at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t(`retention.${of}`)}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <th scope="col">{t('retention.cohort')}</th>
            <th scope="col">{t('retention.accounts')}</th>
            {months.map((month) => (
              <th key={month} scope="col" title={t('retention.monthsLater', { count: month })}>
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...cohorts].reverse().map(({ month, accounts, cells }) => (
            <tr key={month}>
              <th scope="row">{monthText(month)}</th>
              <td data-size>{numberText(accounts)}</td>
              {cells.map((cell) => (
                <td key={cell.months} style={{ '--heat': `${heat(cell[of])}%` } as React.CSSProperties}>
                  {cell[of] === null ? '—' : percentText(cell[of], 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** From nothing at half to full at all and more, never so dark that the figure is hard to read. */
function heat(share: number | null): number {
  return share === null ? 0 : Math.round(Math.min(1, Math.max(0, (share - 0.4) / 0.6)) * 40);
}
