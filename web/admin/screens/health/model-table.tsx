import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';

type Part = { key: string; window_days: number; weight: number; stale_after_days: number | null };
type Model = { definition: { components: Part[]; bands: { green: number; amber: number }; min_coverage: number } };

/** The model in force, part by part, in words. */
export function ModelTable({ model }: { model: Model }) {
  const { t } = useTranslation('screens-health');
  const { components, bands, min_coverage } = model.definition;
  const total = components.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return (
    <>
      <PlainTable
        label={t('model.title')}
        columns={[
          { title: t('model.component') },
          { title: t('model.means') },
          { title: t('model.window'), end: true },
          { title: t('model.stale'), end: true },
          { title: t('model.weight'), end: true },
        ]}
        rows={components.map((one) => [
          <strong key="name">{t(`model.components.${one.key}.name`)}</strong>,
          t(`model.components.${one.key}.means`),
          t('model.days', { count: one.window_days }),
          one.stale_after_days === null ? t('model.never') : t('model.days', { count: one.stale_after_days }),
          percentText(one.weight / total, 0),
        ])}
      />
      <p style={{ padding: '0 20px 12px', color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem' }}>
        {t('model.bands', {
          green: numberText(bands.green),
          amber: numberText(bands.amber),
          coverage: percentText(min_coverage, 0),
        })}
      </p>
    </>
  );
}
