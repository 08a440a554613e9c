import { Autocomplete, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder, Entity, FileEvidence, Mapping } from '../../../../src/customers/imports/model.ts';
import { bytesText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { changeColumn, findColumn } from './change-mapping.ts';
import classes from './imports.module.css';

type FileProps = {
  evidence: Omit<FileEvidence, 'entity'> & { entity: Entity | null };
  mapping: Mapping;
  questions: string[];
  onChange: (mapping: Mapping) => void;
};

const ORDERS: DateOrder[] = ['iso', 'dmy', 'mdy', 'unix_s', 'unix_ms'];

/** One file: what it is and why, and what each column becomes and why. */
export function PlanFile({ evidence, mapping, questions, onChange }: FileProps) {
  const { t } = useTranslation('screens-imports');
  const { file, entity, why, size_bytes, columns } = evidence;
  return (
    <Section title={file} note={bytesText(size_bytes)} flush={entity !== null}>
      <p style={{ margin: entity ? '4px 20px 8px' : 0 }}>
        {entity ? <strong>{t(`entities.${entity}`)}</strong> : <strong>{t('plan.leftOut')}</strong>}{' '}
        <span className={classes.quiet}>{t('plan.because', { why })}</span>
      </p>
      {entity && (
        <PlainTable
          label={t('plan.columnsOf', { file })}
          columns={[
            { title: t('plan.column') },
            { title: t('plan.samples') },
            { title: t('plan.becomes') },
            { title: t('plan.why') },
          ]}
          rows={columns.map((column) => [
            <span key="name">{column.column}</span>,
            <span key="samples" className={classes.samples}>
              {column.samples.slice(0, 3).join(' · ')}
            </span>,
            <Target
              key={`${column.column}-to`}
              place={{
                file,
                entity: findColumn(mapping, file, column.column)?.entity ?? entity,
                column: column.column,
              }}
              mapping={mapping}
              asked={questions.includes(column.column)}
              onChange={onChange}
            />,
            <span key="why" className={classes.quiet}>
              {column.why}
            </span>,
          ])}
        />
      )}
    </Section>
  );
}

type TargetProps = {
  place: { file: string; entity: Entity; column: string };
  mapping: Mapping;
  asked: boolean;
  onChange: (mapping: Mapping) => void;
};

function Target({ place, mapping, asked, onChange }: TargetProps) {
  const { t } = useTranslation('screens-imports');
  const found = findColumn(mapping, place.file, place.column);
  const [text, setText] = useState(found?.how.to ?? '');
  const dated = found?.how.type === 'date' || found?.how.type === 'instant';
  const keep = (to: string) => {
    if (to.trim() !== (found?.how.to ?? '')) onChange(changeColumn(mapping, place, { to: to.trim() }));
  };
  return (
    <span className={classes.selects}>
      <Autocomplete
        size="xs"
        w={190}
        aria-label={t('plan.becomesOf', { column: place.column })}
        placeholder={t('plan.ignored')}
        data={suggestions(mapping, place)}
        value={text}
        onChange={setText}
        onOptionSubmit={keep}
        onBlur={() => keep(text)}
      />
      {(dated || asked) && (
        <Select
          size="xs"
          w={130}
          aria-label={t('plan.orderOf', { column: place.column })}
          placeholder={t('plan.order')}
          error={asked}
          data={ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
          value={found?.how.order ?? null}
          allowDeselect={false}
          onChange={(order) => onChange(changeColumn(mapping, place, { order: order as DateOrder }))}
        />
      )}
    </span>
  );
}

/** Fields seen in this mapping, and the column's own name as an attribute. */
function suggestions(mapping: Mapping, { entity, column }: TargetProps['place']): string[] {
  const used = Object.values(mapping.files).flatMap((file) => Object.values(file.entities[entity]?.columns ?? {}));
  return [
    ...new Set([...used.map(({ to }) => to), `attributes.${column.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`]),
  ].sort();
}
