import { useTranslation } from 'react-i18next';
import type { ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { Section } from '../../../ui/section.tsx';
import { Term } from '../../../ui/term.tsx';
import { NumberSlider } from './number-slider.tsx';
import { type Change, kept, shown } from './scales.ts';
import classes from './scenarios.module.css';

type Props = { input: ScenarioInput; onChange: Change; problem: { field: string; text: string } | undefined };

const PERCENT = { factor: 100, least: 50, most: 99, step: 1, suffix: '%' };

/** What has to hold, and how surely, for a reward to be affordable. */
export function Guarded({ input, onChange, problem }: Props) {
  const { t } = useTranslation('screens-scenarios');
  const wrong = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <Section title={t('guarded.title')} note={t('guarded.note')}>
      <div className={classes.row}>
        <div className={classes.label}>
          <strong>
            <Term of="ltv-cac">{t('guarded.guard')}</Term>
          </strong>
        </div>
        <NumberSlider
          label={t('guarded.guard')}
          value={input.guard}
          onChange={(guard) => onChange({ guard })}
          least={1}
          most={10}
          step={0.5}
          error={wrong('guard')}
        />
      </div>
      <div className={classes.row}>
        <div className={classes.label}>
          <strong>{t('guarded.confidence')}</strong>
        </div>
        <NumberSlider
          label={t('guarded.confidence')}
          value={shown(input.confidence, PERCENT)}
          onChange={(value) => onChange({ confidence: kept(value, PERCENT) })}
          {...PERCENT}
          error={wrong('confidence')}
        />
      </div>
    </Section>
  );
}
