import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { Contributions } from '../../../ui/why.tsx';
import type { Advocate } from './nomination.tsx';
import classes from './nominations.module.css';

/** The score as its sum: terms, damper, and what is missing to 90. */
export function Explanation({ explanation }: { explanation: Advocate['explanation'] }) {
  const { t } = useTranslation('screens-advocates');
  const { base, damper, score, friction, coverage, terms, gaps } = explanation;
  return (
    <>
      <div className={classes.sum}>
        <span className={classes.sumValue}>{numberText(score, 1)}</span>
        <span className={classes.quiet}>
          {damper < 1
            ? t('explain.damped', { base: numberText(base, 1), damper: numberText(damper, 2) })
            : t('explain.undamped', { base: numberText(base, 1) })}{' '}
          {coverage < 1 && t('explain.coverage', { share: percentText(coverage, 0) })}
        </span>
      </div>
      {friction && <p>{friction}</p>}
      <Contributions
        items={terms.map((term) => ({
          key: term.code,
          label: term.label,
          share: (term.value ?? 0) / 100,
          tone: term.value === null ? 'calm' : undefined,
          value: t('explain.points', { points: numberText(term.points, 1), of: numberText(term.weight * 100, 1) }),
          note: term.reason,
        }))}
      />
      {gaps.length > 0 && (
        <>
          <h3>{t('explain.gaps')}</h3>
          <ul className={classes.list}>
            {gaps.map((gap) => (
              <li key={gap.code}>{gap.advice}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
