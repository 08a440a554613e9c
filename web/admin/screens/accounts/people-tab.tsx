import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Account360 } from './account.tsx';
import { Scored } from './account-columns.tsx';
import classes from './accounts.module.css';

type Person = Account360['people'][number];

export function PeopleTab({ data: { people } }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  if (people.length === 0)
    return (
      <Section title={t('account.people')}>
        <p className={classes.quiet}>{t('account.noPeople')}</p>
      </Section>
    );
  return (
    <Section title={t('account.people')} note={t('account.total', { count: people.length })} flush>
      <PlainTable
        label={t('account.people')}
        columns={['person', 'role', 'consent', 'lastActive', 'readiness'].map((key) => ({
          title: t(`account.columns.${key}`),
          end: key === 'readiness',
        }))}
        rows={people.map((person) => [
          <PersonName key="name" person={person} />,
          person.role ? t(`account.roles.${person.role}`) : '—',
          <Consent key="consent" person={person} />,
          <RelativeTime key="active" at={person.last_active_at} />,
          <Scored key="score" score={person.readiness_score} state={person.readiness_status} />,
        ])}
      />
    </Section>
  );
}

function PersonName({ person }: { person: Person }) {
  return (
    <div>
      <strong>{person.name ?? person.email}</strong>
      <div className={classes.quiet}>{[person.title, person.name && person.email].filter(Boolean).join(' · ')}</div>
    </div>
  );
}

function Consent({ person }: { person: Person }) {
  const { t } = useTranslation('screens-customers');
  if (person.unsubscribed_at) return <>{t('account.unsubscribed')}</>;
  if (person.consents.length === 0) return <span className={classes.quiet}>{t('account.consentUnknown')}</span>;
  return (
    <>
      {person.consents
        .map(({ purpose, granted }) =>
          t(granted ? 'account.agreed' : 'account.refused', { purpose: t(`account.purposes.${purpose}`) }),
        )
        .join(', ')}
    </>
  );
}
