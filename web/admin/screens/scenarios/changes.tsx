import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import classes from './scenarios.module.css';

type Change = NonNullable<Got<'/v1/programmes/{id}/draft-terms'>['draft']>['changes'][number];

/** What a draft says differently, sentence by sentence. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('screens-scenarios');
  if (changes.length === 0) return <p>{t('draft.same')}</p>;
  return (
    <ul className={classes.changes}>
      {changes.map(({ kind, before, after }) => (
        <li key={`${before} ${after}`}>
          {t(`draft.${kind}`)} {before && <del>{before}</del>} {after && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
