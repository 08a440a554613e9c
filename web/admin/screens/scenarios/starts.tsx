import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.tsx';
import type { Start } from './lab.tsx';
import classes from './scenarios.module.css';

type Props = { items: Start[]; chosen: Start; onChoose: (key: string) => void };

/** One's own numbers or a kind of company; what one's own data does not tell is said. */
export function Starts({ items, chosen, onChoose }: Props) {
  const { t } = useTranslation('screens-scenarios');
  return (
    <Section>
      <div className={classes.starts}>
        <span>{t('starts.from')}</span>
        <SegmentedControl
          aria-label={t('starts.from')}
          value={chosen.key}
          onChange={onChoose}
          data={items.map(({ key }) => ({ value: key, label: t(`starts.${key}`) }))}
        />
      </div>
      <p>{t(`starts.${chosen.key}_text`)}</p>
      {chosen.missing.length > 0 && (
        <details className={classes.details}>
          <summary>{t('starts.missing', { count: chosen.missing.length })}</summary>
          <ul className={classes.missing}>
            {chosen.missing.map(({ assumption, reason }) => (
              <li key={assumption}>
                {t(`fields.${assumption}.name`)}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
