import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './kit.module.css';

type Props = {
  /** The question the screen answers, or the thing it is about. */
  title: string;
  /** The answer, in one sentence. */
  answer?: ReactNode;
  /** Where this page hangs: a link back to its list. */
  back?: ReactNode;
  /** Beside the title: a state badge. */
  badge?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, answer, back, badge, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Goodword`;
  }, [title]);
  return (
    <header className={classes.pageHeader}>
      <div className={classes.pageHeading}>
        {back && <div className={classes.pageBack}>{back}</div>}
        <div className={classes.pageTitle}>
          <Title order={1}>{title}</Title>
          {badge}
        </div>
        {answer && <div className={classes.pageAnswer}>{answer}</div>}
      </div>
      {actions && <div className={classes.pageActions}>{actions}</div>}
    </header>
  );
}
