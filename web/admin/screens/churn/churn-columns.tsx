import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { type Tone, ToneBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import classes from './churn.module.css';

export type RiskRow = Item<'/v1/churn/risks'>;

const TONE: Record<RiskRow['level'], Tone> = { high: 'bad', raised: 'warn', low: 'calm' };
const MOST_REASONS = 2;

export function useChurnColumns(): Column<RiskRow>[] {
  const { t } = useTranslation(['screens-churn', 'screens-playbooks']);
  return [
    { key: 'name', title: t('columns.name'), sort: true, render: ({ name }) => name, csv: ({ name }) => name },
    {
      key: 'risk',
      title: t('columns.risk'),
      sort: true,
      end: true,
      render: ({ risk, level }) => <Risk risk={risk} level={level} />,
      csv: ({ risk }) => risk,
    },
    {
      key: 'mrr',
      title: t('columns.mrr'),
      sort: true,
      end: true,
      render: ({ mrr_minor, currency }) => (mrr_minor === null ? '—' : <Money minor={mrr_minor} currency={currency} />),
      csv: ({ mrr_minor }) => mrr_minor,
    },
    {
      key: 'expected_loss',
      title: t('columns.loss'),
      sort: true,
      end: true,
      wideOnly: true,
      render: ({ expected_loss_minor, currency }) =>
        expected_loss_minor === null ? '—' : <Money minor={expected_loss_minor} currency={currency} />,
      csv: ({ expected_loss_minor }) => expected_loss_minor,
    },
    {
      key: 'reasons',
      title: t('columns.reasons'),
      render: ({ reasons }) => <Reasons reasons={reasons} />,
      csv: ({ reasons }) => reasons.map(({ reason }) => reason).join(' '),
    },
    {
      key: 'care',
      title: t('screens-playbooks:list.column'),
      render: ({ care }) => <Care care={care} />,
      csv: ({ care }) => care?.playbooks.join(', '),
    },
    {
      key: 'plan',
      title: t('columns.plan'),
      render: ({ plan }) => plan ?? '—',
      csv: ({ plan }) => plan,
      wideOnly: true,
    },
  ];
}

/** A share and its level in a word: never colour alone. */
function Risk({ risk, level }: Pick<RiskRow, 'risk' | 'level'>) {
  return (
    <span className={classes.risk}>
      <span className="gw-num">{percentText(risk, risk < 0.1 ? 1 : 0)}</span>
      <LevelBadge level={level} />
    </span>
  );
}

export function LevelBadge({ level }: Pick<RiskRow, 'level'>) {
  const { t } = useTranslation('screens-churn');
  return <ToneBadge tone={TONE[level]}>{t(`levels.${level}`)}</ToneBadge>;
}

function Reasons({ reasons }: Pick<RiskRow, 'reasons'>) {
  const { t } = useTranslation('screens-churn');
  const shown = reasons.filter(({ direction }) => direction === 'raises').slice(0, MOST_REASONS);
  if (shown.length === 0) return <>—</>;
  return (
    <ul className={classes.reasons}>
      {shown.map(({ feature, fact, factor }) => (
        <li key={feature}>
          {fact} <span className={classes.factor}>{t('times', { factor: numberText(factor, 1) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Which playbooks run, and how many of their tasks are late. */
function Care({ care }: Pick<RiskRow, 'care'>) {
  const { t } = useTranslation('screens-playbooks');
  if (!care) return <>—</>;
  return (
    <>
      {care.playbooks.join(', ')}
      {care.overdue > 0 && <div className={classes.late}>{t('list.overdue', { count: care.overdue })}</div>}
    </>
  );
}
