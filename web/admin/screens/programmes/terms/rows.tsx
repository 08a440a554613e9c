import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../programmes.module.css';
import type { TermsForm } from './inputs.tsx';

type Props = {
  form: TermsForm;
  /** The path of the list. */
  at: string;
  count: number;
  /** What a new row starts with. */
  blank: object;
  nameOf: (number: number) => string;
  add: string;
  /** The fields of one row, at its path. */
  children: (at: string, index: number) => ReactNode;
};

/** A list of the terms, row by row, with rows to add and to remove. */
export function Rows({ form, at, count, blank, nameOf, add, children }: Props) {
  const { t } = useTranslation('screens-programmes');
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are their order
        <fieldset key={index} className={classes.box}>
          <legend>{nameOf(index + 1)}</legend>
          {children(`${at}.${index}`, index)}
          <div>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => form.removeListItem(at, index)}>
              {t('terms.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => form.insertListItem(at, blank)}>
          {add}
        </Button>
      </div>
    </>
  );
}
