import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../programmes.module.css';
import type { TermsForm } from './inputs.tsx';

type Props = {
  form: TermsForm;
  title: string;
  about?: string;
  /** The fields inside, by the start of their paths: it opens when one of them is refused. */
  names: readonly string[];
  /** Whether the programme promises something of it. */
  used: boolean;
  children: ReactNode;
};

/** A part of the terms that only some programmes need: closed until somebody looks for it. */
export function Section({ form, title, about, names, used, children }: Props) {
  const { t } = useTranslation('screens-programmes');
  const [open, setOpen] = useState(false);
  const refused = names.flatMap((name) => Object.keys(form.errors).filter((at) => at === name || isIn(at, name)));
  const ofAll = names.map((name) => form.errors[name]).filter((text) => typeof text === 'string');
  return (
    <details
      className={classes.part}
      open={open || refused.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onInvalidCapture={(event) => {
        event.currentTarget.open = true;
      }}
    >
      <summary>
        <strong>{title}</strong>
        {used && <span className={classes.quiet}> · {t('terms.used')}</span>}
      </summary>
      <div className={classes.inside}>
        {about && <div className={classes.quiet}>{about}</div>}
        {children}
        {ofAll.length > 0 && (
          <div role="alert" className={classes.refused}>
            {ofAll.join(' ')}
          </div>
        )}
      </div>
    </details>
  );
}

const isIn = (at: string, name: string) => at.startsWith(`${name}.`);
