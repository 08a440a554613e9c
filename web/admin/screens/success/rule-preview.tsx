import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutcomeRule } from '../../../../src/success/outcome/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { dateText, numberText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './success.module.css';

const PAUSE_MS = 400;
const PARTS = ['succeeded', 'failed', 'cannot_tell', 'too_young'] as const;

/** One's own accounts under the draft, asked again whenever the writing pauses. */
export function useRulePreview(rule: OutcomeRule) {
  const [text] = useDebouncedValue(JSON.stringify(rule), PAUSE_MS);
  return useQuery({
    queryKey: ['success-preview', text],
    queryFn: () => ask(api.POST('/v1/success/preview', { body: { rule: JSON.parse(text) as OutcomeRule } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
export type RulePreviewData = NonNullable<ReturnType<typeof useRulePreview>['data']>;

type Props = { preview: RulePreviewData | undefined; wrong: boolean; changed: boolean };

/** How many would count as successful, how many not and why, before anything is saved. */
export function RulePreview({ preview, wrong, changed }: Props) {
  const { t } = useTranslation('screens-success');
  if (wrong) return <Section title={t('preview.title')}>{t('preview.wrong')}</Section>;
  if (!preview) return <Section title={t('preview.title')}>{t('preview.working')}</Section>;
  const { gained, lost } = preview.changed;
  return (
    <>
      <Section title={t('preview.title')} note={t('preview.note', { day: dateText(preview.on) })}>
        <p className={classes.sentence}>{preview.sentence}</p>
        <div className={classes.bar} aria-hidden>
          {PARTS.map((part) => (
            <span key={part} data-part={part} style={{ flexGrow: preview[part] }} />
          ))}
        </div>
        <ul className={classes.parts}>
          {PARTS.map((part) => (
            <li key={part}>
              <span className={classes.dot} data-part={part} aria-hidden />
              {t(`parts.${part}`)} <strong className="gw-num">{numberText(preview[part])}</strong>
            </li>
          ))}
        </ul>
        {preview.no_start > 0 && <p className={classes.quiet}>{t('preview.noStart', { count: preview.no_start })}</p>}
        {changed && <p className={classes.quiet}>{t('preview.changed', { gained, lost })}</p>}
      </Section>
      {preview.reasons.length > 0 && (
        <Section title={t('preview.why')} note={t('preview.whyNote')} flush>
          <PlainTable
            label={t('preview.why')}
            columns={[
              { title: t('preview.reason') },
              { title: t('preview.accounts'), end: true },
              { title: t('preview.alone'), end: true },
            ]}
            rows={preview.reasons.map(({ reason, accounts, alone }) => [
              reason,
              numberText(accounts),
              numberText(alone),
            ])}
          />
        </Section>
      )}
      <Examples preview={preview} />
    </>
  );
}

function Examples({ preview }: { preview: RulePreviewData }) {
  const { t } = useTranslation('screens-success');
  const { succeeded, failed } = preview.examples;
  if (succeeded.length + failed.length === 0) return null;
  return (
    <Section title={t('preview.examples')}>
      {(['succeeded', 'failed'] as const).map((part) => (
        <div key={part}>
          <strong>{t(`parts.${part}`)}</strong>
          <ul className={classes.examples}>
            {preview.examples[part].map((one) => (
              <li key={one.account_id}>
                <Link to="/accounts/$id" params={{ id: one.account_id }} className="gw-link" target="_blank">
                  {one.account_name}
                </Link>{' '}
                <span className={classes.quiet}>
                  {[t('preview.since', { day: dateText(one.started_on) }), ...one.reasons].join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
