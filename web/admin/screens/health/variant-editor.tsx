import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Variant } from '../../../../src/success/health/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './health.module.css';
import type { ModelDraft } from './model-draft.ts';

type Props = { draft: ModelDraft; error?: string; onChange: (variants: Variant[]) => void };

/** Other weights and bands for some accounts: newcomers, or a segment of lasting facts. */
export function Variants({ draft, error, onChange }: Props) {
  const { t } = useTranslation('screens-health');
  const { variants } = draft;
  const add = () => {
    const applies_to = { kind: 'tenure', from_months: 0, below_months: 6 } as const;
    onChange([...variants, { name: t('editor.newVariant'), applies_to, weights: {}, bands: null }]);
  };
  return (
    <Section title={t('editor.variants')} note={t('editor.variantsNote')}>
      {error && (
        <p role="alert" style={{ color: 'var(--gw-bad)', margin: '0 0 8px' }}>
          {error}
        </p>
      )}
      {variants.map((variant, at) => (
        <VariantFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the first that fits counts, so their place is who they are
          key={at}
          draft={draft}
          variant={variant}
          onChange={(next) => onChange(variants.flatMap((one, index) => (index === at ? (next ?? []) : one)))}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={variants.length >= 10}
        onClick={add}
      >
        {t('editor.addVariant')}
      </Button>
    </Section>
  );
}

type FieldsProps = { draft: ModelDraft; variant: Variant; onChange: (variant: Variant | null) => void };

function VariantFields({ draft, variant, onChange }: FieldsProps) {
  const { t } = useTranslation('screens-health');
  const setWeight = (key: string, value: string | number) => {
    const { [key as 'tenure']: _gone, ...rest } = variant.weights;
    onChange({ ...variant, weights: typeof value === 'number' ? { ...rest, [key]: Math.round(value) } : rest });
  };
  return (
    <fieldset className={classes.part}>
      <div className={classes.fields}>
        <TextInput
          label={t('editor.variantName')}
          value={variant.name}
          maxLength={60}
          onChange={(event) => onChange({ ...variant, name: event.currentTarget.value })}
        />
        <AppliesTo variant={variant} onChange={onChange} />
      </div>
      <p className={classes.quiet} style={{ marginBlockStart: 8 }}>
        {t('editor.variantWeights')}
      </p>
      <div className={classes.weights}>
        {draft.parts
          .filter(({ on }) => on)
          .map(({ key, weight }) => (
            <NumberInput
              key={key}
              label={t(`model.components.${key}.name`)}
              placeholder={String(weight)}
              min={0}
              max={1000}
              allowDecimal={false}
              value={variant.weights[key] ?? ''}
              onChange={(value) => setWeight(key, value)}
            />
          ))}
      </div>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(null)}>
        {t('editor.removeVariant', { name: variant.name })}
      </Button>
    </fieldset>
  );
}

function AppliesTo({ variant, onChange }: Pick<FieldsProps, 'variant' | 'onChange'>) {
  const { t } = useTranslation('screens-health');
  const segments = useQuery({
    queryKey: ['segments', { archived: false }],
    queryFn: () => ask(api.GET('/v1/segments', { params: { query: { archived: 'false' } } })),
  });
  const to = variant.applies_to;
  const set = (applies_to: Variant['applies_to']) => onChange({ ...variant, applies_to });
  const choices = (segments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label={t('editor.appliesTo')}
        allowDeselect={false}
        data={[
          { value: 'tenure', label: t('editor.byTenure') },
          { value: 'segment', label: t('editor.bySegment'), disabled: choices.length === 0 },
        ]}
        value={to.kind}
        onChange={(kind) =>
          set(
            kind === 'segment'
              ? { kind, segment_id: choices[0]?.value ?? '' }
              : { kind: 'tenure', from_months: 0, below_months: 6 },
          )
        }
      />
      {to.kind === 'segment' ? (
        <Select
          label={t('editor.segment')}
          allowDeselect={false}
          data={choices}
          value={to.segment_id}
          onChange={(segment_id) => segment_id && set({ kind: 'segment', segment_id })}
        />
      ) : (
        <>
          <NumberInput
            label={t('editor.fromMonths')}
            min={0}
            max={600}
            allowDecimal={false}
            value={to.from_months}
            onChange={(value) => set({ ...to, from_months: typeof value === 'number' ? value : 0 })}
          />
          <NumberInput
            label={t('editor.belowMonths')}
            placeholder={t('editor.open')}
            min={1}
            max={600}
            allowDecimal={false}
            value={to.below_months ?? ''}
            onChange={(value) => set({ ...to, below_months: typeof value === 'number' ? value : null })}
          />
        </>
      )}
    </>
  );
}
