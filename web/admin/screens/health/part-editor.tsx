import { ActionIcon, Button, Collapse, NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { percentText } from '../../../lib/format.ts';
import classes from './health.module.css';
import { type PartDraft, turned } from './model-draft.ts';

type Props = { part: PartDraft; share: number; error?: string; onChange: (change: Partial<PartDraft>) => void };

const whole = (value: string | number) => (typeof value === 'number' ? Math.round(value) : undefined);

/** One part of the model: whether it counts, how much, over which time, and how its facts become a score. */
export function PartEditor({ part, share, error, onChange }: Props) {
  const { t } = useTranslation('screens-health');
  const [opened, { toggle }] = useDisclosure(false);
  const name = t(`model.components.${part.key}.name`);
  return (
    <section className={classes.part} data-off={part.on ? undefined : true} aria-label={name}>
      <div className={classes.partHead}>
        <Switch
          label={<strong>{name}</strong>}
          checked={part.on}
          onChange={(event) => onChange({ on: event.currentTarget.checked })}
        />
        <span className={classes.total}>{t('editor.share', { share: percentText(share, 0) })}</span>
      </div>
      <p className={classes.quiet}>{t(`model.components.${part.key}.means`)}</p>
      {error && (
        <p role="alert" style={{ color: 'var(--gw-bad)', margin: '4px 0 0' }}>
          {error}
        </p>
      )}
      {part.on && (
        <>
          <div className={classes.partFields}>
            <NumberInput
              label={t('editor.weight')}
              min={0}
              max={1000}
              allowDecimal={false}
              value={part.weight}
              onChange={(value) => onChange({ weight: whole(value) ?? part.weight })}
            />
            <NumberInput
              label={t('editor.window')}
              suffix={t('editor.days')}
              min={1}
              max={730}
              allowDecimal={false}
              value={part.window_days}
              onChange={(value) => onChange({ window_days: Math.max(1, whole(value) ?? part.window_days) })}
            />
            <Missing part={part} onChange={onChange} />
          </div>
          <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={opened}>
            {t(opened ? 'editor.hidePoints' : 'editor.showPoints')}
          </Button>
          <Collapse expanded={opened}>
            <Stale part={part} onChange={onChange} />
            <Points part={part} onChange={onChange} />
          </Collapse>
        </>
      )}
    </section>
  );
}

type FieldProps = Pick<Props, 'part' | 'onChange'>;

function Missing({ part, onChange }: FieldProps) {
  const { t } = useTranslation('screens-health');
  const skips = part.missing === 'skip';
  return (
    <>
      <Select
        label={t('editor.missing')}
        allowDeselect={false}
        data={[
          { value: 'skip', label: t('editor.missingSkip') },
          { value: 'score', label: t('editor.missingScore') },
        ]}
        value={skips ? 'skip' : 'score'}
        onChange={(value) => onChange({ missing: value === 'skip' ? 'skip' : { score: 50 } })}
      />
      {part.missing !== 'skip' && (
        <NumberInput
          label={t('editor.missingValue')}
          min={0}
          max={100}
          value={part.missing.score}
          onChange={(value) => onChange({ missing: { score: Math.min(100, Math.max(0, whole(value) ?? 0)) } })}
        />
      )}
    </>
  );
}

function Stale({ part, onChange }: FieldProps) {
  const { t } = useTranslation('screens-health');
  return (
    <div className={classes.partFields}>
      <NumberInput
        label={t('editor.stale')}
        description={t('editor.staleText')}
        suffix={t('editor.days')}
        placeholder={t('model.never')}
        min={1}
        max={3650}
        allowDecimal={false}
        value={part.stale_after_days ?? ''}
        onChange={(value) => onChange({ stale_after_days: whole(value) || null })}
      />
    </div>
  );
}

function Points({ part, onChange }: FieldProps) {
  const { t } = useTranslation('screens-health');
  const set = (at: number, place: 0 | 1, value: string | number) => {
    if (typeof value !== 'number') return;
    const points = part.points.map((point, index): [number, number] =>
      index === at ? (place === 0 ? [value, point[1]] : [point[0], value]) : point,
    );
    onChange({ points });
  };
  const last = part.points.at(-1) ?? [0, 0];
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('editor.direction')}
        value={part.direction}
        onChange={(direction) => direction !== part.direction && onChange(turned(part))}
        data={[
          { value: 'up', label: t('editor.up') },
          { value: 'down', label: t('editor.down') },
        ]}
      />
      <p className={classes.quiet} style={{ marginBlockStart: 8 }}>
        {t('editor.pointsText', { unit: t(`editor.raw.${part.key}`) })}
      </p>
      <ul className={classes.points}>
        {part.points.map(([raw, score], at) => (
          <PointFields
            // biome-ignore lint/suspicious/noArrayIndexKey: points are told apart by their place alone
            key={at}
            at={at + 1}
            raw={raw}
            score={score}
            only={part.points.length === 1}
            onChange={(place, value) => set(at, place, value)}
            onRemove={() => onChange({ points: part.points.filter((_, index) => index !== at) })}
          />
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={12} />}
        disabled={part.points.length >= 20}
        onClick={() => onChange({ points: [...part.points, [last[0] + 1, last[1]]] })}
      >
        {t('editor.addPoint')}
      </Button>
    </>
  );
}

type PointProps = {
  at: number;
  raw: number;
  score: number;
  only: boolean;
  onChange: (place: 0 | 1, value: string | number) => void;
  onRemove: () => void;
};

function PointFields({ at, raw, score, only, onChange, onRemove }: PointProps) {
  const { t } = useTranslation('screens-health');
  return (
    <li className={classes.point}>
      <NumberInput
        aria-label={t('editor.rawAt', { at })}
        value={raw}
        decimalScale={4}
        onChange={(value) => onChange(0, value)}
      />
      <NumberInput
        aria-label={t('editor.scoreAt', { at })}
        min={0}
        max={100}
        suffix={t('editor.ofHundred')}
        value={score}
        onChange={(value) => onChange(1, value)}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={only}
        aria-label={t('editor.removePoint', { at })}
        onClick={onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}
