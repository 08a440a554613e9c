import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './kit.module.css';

type Props = {
  title?: string;
  note?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
  id?: string;
};

/** A quiet framed part of a page; `flush` lets tables reach the edges. */
export function Section({ title, note, actions, flush, children, id }: Props) {
  return (
    <section className={classes.section} id={id} aria-label={title}>
      {(title || actions) && (
        <div className={classes.sectionHead}>
          {title && <Title order={2}>{title}</Title>}
          {note && <div className={classes.sectionNote}>{note}</div>}
          {actions}
        </div>
      )}
      <div className={flush ? classes.sectionFlush : classes.sectionBody}>{children}</div>
    </section>
  );
}

export function TwoColumns({ children }: { children: ReactNode }) {
  return <div className={classes.twoColumns}>{children}</div>;
}

/** Label and value pairs; pairs without a value are left out. */
export function Facts({ items }: { items: [label: string, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <FactPair key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function FactPair({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
