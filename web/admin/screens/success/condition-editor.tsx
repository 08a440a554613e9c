import { NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WHEN_MISSING, type WhenMissing } from '../../../../src/success/outcome/model.ts';
import { type DraftCondition, MOST } from './rule-draft.ts';
import classes from './success.module.css';

type Props = { row: DraftCondition; error?: string; onChange: (row: DraftCondition) => void };

/** One condition: asked or not, from which value on, and what an account counts as of which it is not known. */
export function ConditionEditor({ row, error, onChange }: Props) {
  const { t } = useTranslation('screens-success');
  const { condition, isOn, at_least, missing } = row;
  const name = t(`conditions.${condition}.name`);
  return (
    <li className={classes.condition} data-off={!isOn || undefined}>
      <Switch
        label={name}
        description={t(`conditions.${condition}.text`)}
        checked={isOn}
        onChange={(event) => onChange({ ...row, isOn: event.currentTarget.checked })}
      />
      {isOn && (
        <div className={classes.inputs}>
          {at_least !== null && (
            <NumberInput
              label={t('rule.atLeast')}
              suffix={condition === 'usage' ? '%' : undefined}
              min={0}
              max={MOST[condition]}
              decimalScale={1}
              value={at_least}
              error={error}
              onChange={(value) => typeof value === 'number' && onChange({ ...row, at_least: value })}
            />
          )}
          <Select
            label={t('rule.missing')}
            data={WHEN_MISSING.map((one) => ({ value: one, label: t(`missing.${one}`) }))}
            value={missing}
            allowDeselect={false}
            onChange={(value) => value && onChange({ ...row, missing: value as WhenMissing })}
          />
        </div>
      )}
    </li>
  );
}
