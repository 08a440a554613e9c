import { NumberInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assumption, AssumptionKey, ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { numberText } from '../../../lib/format.ts';
import { Section } from '../../../ui/section.tsx';
import { Term } from '../../../ui/term.tsx';
import { NumberSlider } from './number-slider.tsx';
import { type Change, GROUPS, kept, moneyScale, type Scale, scaleOf, shown } from './scales.ts';
import classes from './scenarios.module.css';

type Props = { input: ScenarioInput; onChange: Change; problem: { field: string; text: string } | undefined };

/** What is assumed, each with how unsure it is and where it comes from. */
export function Assumptions({ input, onChange, problem }: Props) {
  const { t } = useTranslation('screens-scenarios');
  const start = useRef(input).current;
  const set = (key: AssumptionKey, change: Partial<Assumption>) => {
    const assumption = { ...input.assumptions[key], ...change, source: 'typed' as const, n: null };
    onChange({ assumptions: { ...input.assumptions, [key]: assumption } });
  };
  return (
    <Section title={t('assumptions.title')} note={t('assumptions.note')}>
      {GROUPS.map((group) => (
        <fieldset key={group.key} className={classes.group}>
          <legend>{t(`groups.${group.key}`)}</legend>
          {group.key === 'funnel' && <Frame input={input} onChange={onChange} start={start} problem={problem} />}
          {group.assumptions.map((key) => (
            <Row
              key={key}
              name={key}
              assumption={input.assumptions[key]}
              scale={scaleOf(key, input.currency, start.assumptions[key].value)}
              onChange={(change) => set(key, change)}
              problem={problem}
            />
          ))}
        </fieldset>
      ))}
    </Section>
  );
}

/** Words of the trade, with where they are defined. */
const DEFINED: Partial<Record<AssumptionKey, string>> = {
  ltv: 'ltv-projected',
  acv: 'acv',
  cac: 'cac',
  care: 'crc',
};

type RowProps = {
  name: AssumptionKey;
  assumption: Assumption;
  scale: Scale;
  onChange: (change: Partial<Assumption>) => void;
  problem: Props['problem'];
};

function Row({ name, assumption, scale, onChange, problem }: RowProps) {
  const { t } = useTranslation('screens-scenarios');
  const label = t(`fields.${name}.name`);
  const wrong = (part: 'value' | 'sd') => (problem?.field === `assumptions.${name}.${part}` ? problem.text : undefined);
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        <strong>{DEFINED[name] ? <Term of={DEFINED[name]}>{label}</Term> : label}</strong>
        <span>
          {t(`fields.${name}.hint`)} · <Source assumption={assumption} />
        </span>
      </div>
      <NumberSlider
        label={label}
        value={shown(assumption.value, scale)}
        onChange={(value) => onChange({ value: kept(value, scale) })}
        {...scale}
        error={wrong('value')}
      />
      <NumberInput
        aria-label={t('assumptions.unsure', { name: label })}
        size="xs"
        leftSection="±"
        value={shown(assumption.sd, scale)}
        onChange={(sd) => typeof sd === 'number' && onChange({ sd: kept(sd, scale) })}
        decimalScale={2}
        thousandSeparator=","
        hideControls
        error={wrong('sd')}
        className={classes.unsure}
      />
    </div>
  );
}

function Source({ assumption: { source, n } }: { assumption: Assumption }) {
  const { t } = useTranslation('screens-scenarios');
  const known = source === 'own' && n ? 'own_n' : source;
  return <em data-source={source}>{t(`sources.${known}`, { n: numberText(n ?? 0) })}</em>;
}

type FrameProps = Props & { start: ScenarioInput };
type FrameKey = 'customers' | 'seats' | 'fixed_cost_minor' | 'usual_reward_minor';

/** Numbers that are decided rather than guessed. */
function Frame({ input, onChange, start, problem }: FrameProps) {
  const { t } = useTranslation('screens-scenarios');
  const plain = (value: number, step: number): Scale => ({ factor: 1, least: 0, most: Math.max(10, value * 4), step });
  const scales: [FrameKey, Scale][] = [
    ['customers', plain(start.customers, 1)],
    ['seats', plain(start.seats, 1)],
    ['fixed_cost_minor', moneyScale(input.currency, start.fixed_cost_minor)],
    ['usual_reward_minor', moneyScale(input.currency, start.usual_reward_minor)],
  ];
  return scales.map(([key, scale]) => (
    <div key={key} className={classes.row}>
      <div className={classes.label}>
        <strong>{t(`frame.${key}.name`)}</strong>
        <span>{t(`frame.${key}.hint`)}</span>
      </div>
      <NumberSlider
        label={t(`frame.${key}.name`)}
        value={shown(input[key], scale)}
        onChange={(value) => onChange({ [key]: kept(value, scale) })}
        {...scale}
        error={problem?.field === key ? problem.text : undefined}
      />
    </div>
  ));
}
