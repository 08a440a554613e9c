import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { Section } from '../../../ui/section.tsx';
import { FollowButton } from './follow-button.tsx';
import { Numbers } from './numbers.tsx';
import classes from './paths.module.css';
import type { Best, Outlook } from './paths-query.ts';

/** Step by step: how many went on, and how many of them succeeded, against those who stopped. */
export function Flow({ best, outlook }: { best: Best; outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const { path, flow } = best;
  const all = outlook.basis?.accounts ?? path.n_with + path.n_without;
  return (
    <Section
      title={t('flow.title')}
      note={t('flow.note', { count: all, day: outlook.basis?.landmark_day })}
      actions={<FollowButton best={best} outlook={outlook} />}
    >
      <p className={classes.sentence}>{path.sentence}</p>
      <ol className={classes.flow}>
        <Stage name={t('flow.everybody')} reached={all} succeeded={outlook.basis?.succeeded ?? 0} all={all} />
        {flow.map((stage, at) => (
          <Stage
            key={stage.action}
            name={t('flow.step', { number: at + 1, name: stage.name })}
            reached={stage.reached}
            succeeded={stage.succeeded}
            all={all}
            note={`${stage.sentence} ${t('flow.due', { day: stage.due_day })}`}
          />
        ))}
      </ol>
      <p className={classes.quiet}>{t('associated')}</p>
      <Numbers path={path} />
    </Section>
  );
}

type StageProps = { name: string; reached: number; succeeded: number; all: number; note?: string };

function Stage({ name, reached, succeeded, all, note }: StageProps) {
  const { t } = useTranslation('screens-paths');
  const rate = reached === 0 ? '—' : percentText(succeeded / reached, 0);
  const width = (part: number) => ({ inlineSize: `${all === 0 ? 0 : (100 * part) / all}%` });
  return (
    <li className={classes.stage}>
      <div className={classes.stageHead}>
        <strong>{name}</strong>
        <span className="gw-num">{t('flow.reached', { count: reached, shown: numberText(reached), rate })}</span>
      </div>
      <div className={classes.bar} aria-hidden>
        <span data-part="succeeded" style={width(succeeded)} />
        <span data-part="others" style={width(reached - succeeded)} />
      </div>
      {note && <span className={classes.quiet}>{note}</span>}
    </li>
  );
}
