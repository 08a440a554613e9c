import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

type Version = ProgrammePage['terms_versions'][number];

/** Every version of the terms with the day it took effect and what it changed. */
export function Versions({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const { t: own } = useTranslation('screens-programmes');
  const current = programme.terms?.version ?? 0;
  const standing = (version: number) => (version === current ? 'current' : version > current ? 'coming' : 'past');
  const titles = [
    ...['version', 'from', 'standing'].map((key) => t(`programme.versions.${key}`)),
    own('versions.changed'),
    t('programme.versions.text'),
  ];
  return (
    <Section title={t('programme.versions.title')} note={t('programme.versions.note')} flush>
      <PlainTable
        label={t('programme.versions.title')}
        columns={titles.map((title) => ({ title }))}
        rows={programme.terms_versions.map((one) => [
          t('programme.version', { version: one.version }),
          <DateOnly key="from" on={one.effective_at} />,
          <ToneBadge key="standing" tone={standing(one.version) === 'current' ? 'good' : 'calm'}>
            {t(`programme.versions.${standing(one.version)}`)}
          </ToneBadge>,
          <Changes key="changes" version={one} />,
          <Why key="text" label={t('programme.versions.read')} title={t('programme.version', one)} width={420}>
            <ol className={classes.contract}>
              {one.in_words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </Why>,
        ])}
      />
    </Section>
  );
}

function Changes({ version }: { version: Version }) {
  const { t } = useTranslation('screens-programmes');
  if (version.version === 1) return t('versions.first');
  return (
    <>
      {version.changes.length === 0 && t('versions.nothing')}
      <ul className={classes.sentences}>
        {version.changes.map(({ before, after }) => (
          <li key={`${before}${after}`}>
            {before && <div className={classes.before}>{before}</div>}
            {after && <div>{after}</div>}
          </li>
        ))}
      </ul>
      {version.needs_acceptance && <div className={classes.quiet}>{t('versions.needsAcceptance')}</div>}
    </>
  );
}
