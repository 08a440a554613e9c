import { Popover, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

/** A word not everybody knows; a click says what it means, and where it is defined in full. `of`: the slug of the definition. */
export function Term({ of, children }: { of: string; children: ReactNode }) {
  const { t } = useTranslation(['common', 'metrics']);
  return (
    <Popover width={320} shadow="md" withArrow returnFocus position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={classes.term} onClick={(event) => event.stopPropagation()}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        {t(`metrics:definitions.${of}.words`)}{' '}
        <Link to={'/definitions' as never} hash={of} className="gw-link">
          {t('kit.definition')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}
