import { Autocomplete, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../../../src/kernel/money.ts';
import type { Value } from '../../../../src/success/segments/model.ts';
import { type DraftCondition, type FieldInfo, shapeOf } from './draft.ts';
import classes from './segments.module.css';

type Props = {
  row: DraftCondition;
  field: FieldInfo | undefined;
  currency: string;
  onChange: (row: DraftCondition) => void;
};

/** What the field is compared with, in the form the operator takes. */
export function ValueInput({ row, field, currency, onChange }: Props) {
  const { t } = useTranslation('screens-segments');
  if (!field) return null;
  const shape = shapeOf(row.op);
  const set = (value: DraftCondition['value']) => onChange({ ...row, value });
  if (shape === 'none') return null;
  if (shape === 'days') return <Days value={row.value} onChange={set} />;
  if (shape === 'many') return <Many field={field} value={row.value} onChange={set} />;
  if (shape === 'one') {
    return <One label={t('builder.value')} field={field} currency={currency} value={asOne(row.value)} onChange={set} />;
  }
  const pair = Array.isArray(row.value) ? row.value : [];
  const setAt = (at: 0 | 1, value: Value | null) => {
    const next: Value[] = [pair[0] ?? '', pair[1] ?? ''];
    next[at] = value ?? '';
    set(next);
  };
  return (
    <div className={classes.pair}>
      <One
        label={t('builder.from')}
        field={field}
        currency={currency}
        value={filled(pair[0])}
        onChange={(value) => setAt(0, value)}
      />
      <One
        label={t('builder.until')}
        field={field}
        currency={currency}
        value={filled(pair[1])}
        onChange={(value) => setAt(1, value)}
      />
    </div>
  );
}

const filled = (value: Value | undefined): Value | null => (value === undefined || value === '' ? null : value);
const asOne = (value: DraftCondition['value']): Value | null => (Array.isArray(value) ? null : (value ?? null));

function Days({ value, onChange }: { value: DraftCondition['value']; onChange: (value: number | null) => void }) {
  const { t } = useTranslation('screens-segments');
  return (
    <NumberInput
      aria-label={t('builder.days')}
      suffix={t('builder.daysSuffix')}
      placeholder="30"
      min={1}
      max={3650}
      allowDecimal={false}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

function Many({
  field,
  value,
  onChange,
}: {
  field: FieldInfo;
  value: DraftCondition['value'];
  onChange: (value: Value[]) => void;
}) {
  const { t } = useTranslation('screens-segments');
  const data = field.options.map(({ value, name }) => ({ value, label: name }));
  const chosen = (Array.isArray(value) ? value : []).map(String);
  const read = (texts: string[]) => onChange(field.kind === 'text' ? texts : texts.map(Number));
  const common = { 'aria-label': t('builder.values'), value: chosen, onChange: read, maxDropdownHeight: 280 };
  if (field.closed) return <MultiSelect {...common} data={data} />;
  return <TagsInput {...common} data={data.map((one) => one.value)} placeholder={t('builder.typeOrChoose')} />;
}

type OneProps = {
  label: string;
  field: FieldInfo;
  currency: string;
  value: Value | null;
  onChange: (value: Value | null) => void;
};

function One({ label, field, currency, value, onChange }: OneProps) {
  const { t } = useTranslation('screens-segments');
  if (field.kind === 'date') {
    return (
      <TextInput
        type="date"
        aria-label={label}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  }
  if (field.kind !== 'text')
    return <Amount label={label} field={field} currency={currency} value={value} onChange={onChange} />;
  if (field.closed) {
    const data = field.options.map(({ value, name }) => ({ value, label: name }));
    return (
      <Select
        aria-label={label}
        data={data}
        value={value === null ? null : String(value)}
        onChange={onChange}
        allowDeselect={false}
      />
    );
  }
  return (
    <Autocomplete
      aria-label={label}
      data={[...new Set(field.options.map((option) => option.value))]}
      value={String(value ?? '')}
      onChange={(text) => onChange(text === '' ? null : text)}
      placeholder={field.options.length > 0 ? t('builder.typeOrChoose') : undefined}
      maxDropdownHeight={280}
    />
  );
}

/** Amounts are typed in major units, shares in percent, and kept in minor units and as fractions. */
function Amount({ label, field, currency, value, onChange }: OneProps) {
  const scale = field.kind === 'money' ? 10 ** minorDigits(currency) : field.kind === 'share' ? 0.01 : 1;
  const suffix =
    field.kind === 'money' ? ` ${currency}` : field.kind === 'share' ? '%' : field.unit ? ` ${field.unit}` : undefined;
  const shown = typeof value === 'number' ? Number((value / scale).toPrecision(12)) : '';
  const kept = (typed: number) =>
    field.kind === 'money' ? Math.round(typed * scale) : Number((typed * scale).toPrecision(12));
  return (
    <NumberInput
      aria-label={label}
      suffix={suffix}
      thousandSeparator=","
      decimalScale={field.kind === 'money' ? minorDigits(currency) : 4}
      value={shown}
      onChange={(typed) => onChange(typeof typed === 'number' ? kept(typed) : null)}
    />
  );
}
