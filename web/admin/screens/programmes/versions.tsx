import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

/** Every version of the terms with the day it took effect. */
export function Versions({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const current = programme.terms?.version ?? 0;
  const standing = (version: number) => (version === current ? 'current' : version > current ? 'coming' : 'past');
  return (
    <Section title={t('programme.versions.title')} note={t('programme.versions.note')} flush>
      <PlainTable
        label={t('programme.versions.title')}
        columns={['version', 'from', 'standing', 'text'].map((key) => ({ title: t(`programme.versions.${key}`) }))}
        rows={programme.terms_versions.map(({ version, effective_at, in_words }) => [
          t('programme.version', { version }),
          <DateOnly key="from" on={effective_at} />,
          <ToneBadge key="standing" tone={standing(version) === 'current' ? 'good' : 'calm'}>
            {t(`programme.versions.${standing(version)}`)}
          </ToneBadge>,
          <Why key="text" label={t('programme.versions.read')} title={t('programme.version', { version })} width={420}>
            <ol className={classes.contract}>
              {in_words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </Why>,
        ])}
      />
    </Section>
  );
}
