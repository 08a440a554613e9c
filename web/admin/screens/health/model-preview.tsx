import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HealthDefinition } from '../../../../src/success/health/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { numberText, signedText } from '../../../lib/format.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './health.module.css';

const BANDS = ['green', 'amber', 'red', 'unknown'] as const;
type BandCount = Record<(typeof BANDS)[number], number>;
export type Preview = {
  accounts: number;
  before: BandCount;
  after: BandCount;
  mean_before: number | null;
  mean_after: number | null;
  moved: number;
  movers: {
    account_id: string;
    account_name: string;
    before: number | null;
    after: number | null;
    most: { component: string; points: number } | null;
  }[];
};

const PAUSE_MS = 400;

/** One's own accounts under the draft, asked again whenever the writing pauses. */
export function useModelPreview(definition: HealthDefinition) {
  const [text] = useDebouncedValue(JSON.stringify(definition), PAUSE_MS);
  return useQuery({
    queryKey: ['health-preview', text],
    queryFn: () =>
      ask(api.POST('/v1/health/preview', { body: { definition: JSON.parse(text) } })) as unknown as Promise<Preview>,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The bands before and after, and the ten accounts that move most. */
export function ModelPreview({ preview, wrong }: { preview: Preview | undefined; wrong: boolean }) {
  const { t } = useTranslation('screens-health');
  if (wrong) return <Section title={t('preview.title')}>{t('preview.wrong')}</Section>;
  if (!preview) return <Section title={t('preview.title')}>{t('preview.working')}</Section>;
  const score = (value: number | null) => (value === null ? '—' : numberText(value, 1));
  return (
    <Section title={t('preview.title')} note={t('preview.note', { count: preview.accounts })}>
      <Split label={t('preview.now')} bands={preview.before} mean={score(preview.mean_before)} />
      <Split label={t('preview.then')} bands={preview.after} mean={score(preview.mean_after)} />
      {preview.movers.length === 0 ? (
        <p className={classes.quiet}>{t('preview.nobody')}</p>
      ) : (
        <>
          <strong>{t('preview.movers')}</strong>
          <ul className={classes.movers}>
            {preview.movers.map((one) => (
              <li key={one.account_id} className={classes.mover}>
                <Link to="/accounts/$id" params={{ id: one.account_id }} className="gw-link" target="_blank">
                  {one.account_name}
                </Link>
                <span className="gw-num">
                  {score(one.before)} → {score(one.after)}
                </span>
                {one.most && (
                  <span className={classes.quiet}>
                    {t('preview.most', {
                      component: t(`model.components.${one.most.component}.name`),
                      points: signedText(one.most.points, 1),
                    })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Split({ label, bands, mean }: { label: string; bands: BandCount; mean: string }) {
  const { t } = useTranslation('screens-health');
  return (
    <div>
      <strong>{label}</strong> <span className={classes.quiet}>{t('preview.mean', { mean })}</span>
      <div className={classes.bar} aria-hidden>
        {BANDS.map((band) => (
          <span key={band} data-band={band} style={{ flexGrow: bands[band] }} />
        ))}
      </div>
      <ul className={classes.bands}>
        {BANDS.map((band) => (
          <li key={band}>
            {t(`common:states.${band}`)} <strong className="gw-num">{numberText(bands[band])}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
