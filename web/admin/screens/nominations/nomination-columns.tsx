import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Blockers } from './blockers.tsx';
import classes from './nominations.module.css';

export type Nomination = Item<'/v1/advocates'>;

export function useColumns(): Column<Nomination>[] {
  const { t } = useTranslation('screens-advocates');
  return [
    {
      key: 'name',
      title: t('list.columns.account'),
      sort: true,
      render: ({ account }) => account.name,
      csv: ({ account }) => account.name,
    },
    usePersonColumn(),
    {
      key: 'reason',
      title: t('list.columns.reason'),
      render: ({ reason }) => <div className={classes.reason}>{reason}</div>,
      csv: ({ reason }) => reason,
    },
    {
      key: 'ask',
      title: t('list.columns.ask'),
      render: ({ ask_kind, held_back }) => (
        <div>
          <div>{t(`ask.${ask_kind}`)}</div>
          {held_back && <div className={classes.reason}>{t('list.held')}</div>}
        </div>
      ),
      csv: ({ ask_kind }) => ask_kind,
    },
    {
      key: 'blockers',
      title: t('list.columns.blockers'),
      render: ({ blockers }) => <Blockers blockers={blockers} short />,
      csv: ({ blockers }) => blockers.map(({ reason }) => reason).join(' '),
    },
    {
      key: 'score',
      title: t('list.columns.score'),
      sort: true,
      end: true,
      render: ({ score, status }) => (
        <div className={classes.score}>
          <strong className="gw-num">{numberText(score)}</strong>
          <StateBadge state={status} />
        </div>
      ),
      csv: ({ score }) => score,
    },
  ];
}

function usePersonColumn(): Column<Nomination> {
  const { t } = useTranslation('screens-advocates');
  return {
    key: 'person',
    title: t('list.columns.person'),
    render: ({ person, open_ask, last_ask }) => (
      <div>
        {open_ask && last_ask ? (
          <>
            <div>{last_ask.person_name}</div>
            <StateBadge state={open_ask.state} />
          </>
        ) : (
          <Person person={person} />
        )}
        {last_ask && <div className={classes.reason}>{last_ask.sentence}</div>}
      </div>
    ),
    csv: ({ person }) => person?.email ?? person?.name,
  };
}

function Person({ person }: Pick<Nomination, 'person'>) {
  const { t } = useTranslation('screens-advocates');
  if (!person) return <span className={classes.quiet}>{t('list.nobody')}</span>;
  return (
    <>
      <div>{person.name ?? person.email}</div>
      <div className={classes.quiet}>{person.title ?? (person.role ? t(`role.${person.role}`) : '')}</div>
    </>
  );
}
