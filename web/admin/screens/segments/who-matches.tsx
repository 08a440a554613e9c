import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../src/success/segments/model.ts';
import { api, ask, type ProblemError } from '../../../lib/api.ts';
import { dateText, numberText, percentText, shortMoneyText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './segments.module.css';

const PAUSE_MS = 300;

/** Who a rule matches, asked again whenever it changes and the typing pauses. */
export function usePreview(rule: Rule | null) {
  const [text] = useDebouncedValue(JSON.stringify(rule), PAUSE_MS);
  return useQuery({
    queryKey: ['segments', 'preview', text],
    queryFn: () => ask(api.POST('/v1/segments/preview', { body: { rule: JSON.parse(text) } })) as Promise<Preview>,
    enabled: text !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export type Preview = {
  sentence: string;
  total: number;
  of: number;
  mrr_minor: number;
  currency: string;
  on: string;
  examples: { id: string; name: string; plan: string | null; mrr_minor: number }[];
};

type Props = { preview: Preview | undefined; error: ProblemError | Error | null; empty: boolean };

/** How many match, what they pay, and the largest of them by name. */
export function WhoMatches({ preview, error, empty }: Props) {
  const { t } = useTranslation('screens-segments');
  if (empty) return <Section title={t('preview.title')}>{t('preview.nothing')}</Section>;
  if (error) return <Section title={t('preview.title')}>{t('preview.wrong')}</Section>;
  if (!preview) return <Section title={t('preview.title')}>{t('preview.counting')}</Section>;
  return (
    <Section title={t('preview.title')} note={t('preview.on', { day: dateText(preview.on) })}>
      <div className={classes.count}>
        {t('preview.total', { count: preview.total, total: numberText(preview.total) })}
      </div>
      <div className={classes.quiet}>
        {t('preview.share', {
          share: percentText(preview.of === 0 ? 0 : preview.total / preview.of),
          of: numberText(preview.of),
          mrr: shortMoneyText(preview.mrr_minor, preview.currency),
        })}
      </div>
      {preview.total === 0 ? (
        <p className={classes.quiet}>{t('preview.nobody')}</p>
      ) : (
        <ul className={classes.examples} aria-label={t('preview.examples')}>
          {preview.examples.map((one) => (
            <li key={one.id} className={classes.example}>
              <Link to="/accounts/$id" params={{ id: one.id }} className="gw-link" target="_blank">
                {one.name}
              </Link>
              <Money minor={one.mrr_minor} currency={preview.currency} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
