import { ActionIcon, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../../src/success/segments/model.ts';
import { type DraftCondition, type FieldInfo, type Fields, newCondition, withOperator } from './draft.ts';
import classes from './segments.module.css';
import { ValueInput } from './value-input.tsx';

type Props = {
  row: DraftCondition;
  fields: Fields;
  error?: string;
  /** Just added: the writer goes on here. */
  fresh: boolean;
  onChange: (row: DraftCondition) => void;
  onRemove: () => void;
};

/** One question about one field: field, operator, value. */
export function ConditionRow({ row, fields, error, fresh, onChange, onRemove }: Props) {
  const { t } = useTranslation('screens-segments');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fresh) input.current?.focus();
  }, [fresh]);
  const field = fields.fields.find(({ key }) => key === row.field);
  const ops = field?.ops ?? [row.op];
  const changeField = (key: string | null) => {
    const next = fields.fields.find((one) => one.key === key);
    if (next && key !== row.field) onChange({ ...newCondition(next), id: row.id });
  };
  return (
    <li className={classes.row} data-invalid={error ? true : undefined}>
      <div className={classes.field}>
        <Select
          ref={input}
          aria-label={t('builder.field')}
          data={grouped(fields.fields)}
          value={row.field}
          onChange={changeField}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('builder.noField')}
          maxDropdownHeight={320}
        />
      </div>
      <div className={classes.op}>
        <Select
          aria-label={t('builder.op')}
          data={ops.map((op) => ({ value: op, label: t(`ops.${field?.kind === 'date' ? `date_${op}` : op}`) }))}
          value={row.op}
          onChange={(op) => op && onChange(withOperator(row, op as Condition['op']))}
          allowDeselect={false}
        />
      </div>
      <div className={classes.value}>
        <ValueInput row={row} field={field} currency={fields.currency} onChange={onChange} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.remove}
        aria-label={t('builder.remove', { name: field?.name ?? row.field })}
        onClick={onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

function grouped(fields: FieldInfo[]) {
  const groups = Map.groupBy(fields, ({ group_name }) => group_name);
  return [...groups].map(([group, items]) => ({
    group,
    items: items.map(({ key, name }) => ({ value: key, label: name })),
  }));
}
