import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionRow } from './condition-row.tsx';
import {
  type Draft,
  type DraftGroup,
  type FieldInfo,
  type Fields,
  isGroup,
  type Join,
  newCondition,
  newGroup,
  replace,
} from './draft.ts';
import classes from './segments.module.css';

type Props = {
  group: DraftGroup;
  fields: Fields;
  errors: Map<number, string>;
  depth?: number;
  onChange: (group: DraftGroup) => void;
  onRemove?: () => void;
};

const JOINS: Join[] = ['all', 'any', 'none'];
const DEEPEST_GROUP = 3;

/** Several questions together: all must hold, any of them, or none. */
export function RuleGroup({ group, fields, errors, depth = 1, onChange, onRemove }: Props) {
  const { t } = useTranslation('screens-segments');
  const [added, setAdded] = useState<number>();
  const add = (child: Draft) => {
    setAdded(child.id);
    onChange({ ...group, children: [...group.children, child] });
  };
  const first = fields.fields.find(({ key }) => key === 'plan') ?? fields.fields[0];
  const setChild = (id: number, next: Draft | null) => onChange(replace(group, id, () => next));
  return (
    <fieldset className={classes.group} data-depth={depth}>
      <legend className={classes.legend}>{t(depth === 1 ? 'builder.legend' : 'builder.groupLegend')}</legend>
      <SegmentedControl
        size="xs"
        aria-label={t('builder.join')}
        value={group.join}
        onChange={(join) => onChange({ ...group, join: join as Join })}
        data={JOINS.map((join) => ({ value: join, label: t(`builder.joins.${join}`) }))}
      />
      <ul className={classes.rows}>
        {group.children.map((child) =>
          isGroup(child) ? (
            <li key={child.id}>
              <RuleGroup
                group={child}
                fields={fields}
                errors={errors}
                depth={depth + 1}
                onChange={(next) => setChild(child.id, next)}
                onRemove={() => setChild(child.id, null)}
              />
            </li>
          ) : (
            <ConditionRow
              key={child.id}
              row={child}
              fields={fields}
              error={errors.get(child.id)}
              fresh={child.id === added}
              onChange={(next) => setChild(child.id, next)}
              onRemove={() => setChild(child.id, null)}
            />
          ),
        )}
      </ul>
      <Adding depth={depth} first={first} onAdd={add} onRemove={onRemove} />
    </fieldset>
  );
}

type AddingProps = {
  depth: number;
  first: FieldInfo | undefined;
  onAdd: (child: Draft) => void;
  onRemove?: () => void;
};

function Adding({ depth, first, onAdd, onRemove }: AddingProps) {
  const { t } = useTranslation('screens-segments');
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onAdd(newCondition(first))}
      >
        {t('builder.add')}
      </Button>
      {depth < DEEPEST_GROUP && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFolderPlus size={14} />}
          onClick={() => onAdd(newGroup([newCondition(first)], 'any'))}
        >
          {t('builder.addGroup')}
        </Button>
      )}
      {onRemove && (
        <Button size="xs" variant="subtle" color="gray" onClick={onRemove}>
          {t('builder.removeGroup')}
        </Button>
      )}
    </Group>
  );
}
