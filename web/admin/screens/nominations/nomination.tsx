import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import { Blockers } from './blockers.tsx';
import { Explanation } from './explanation.tsx';
import classes from './nominations.module.css';
import { PrepareAsk } from './prepare-ask.tsx';

export type Advocate = Got<'/v1/advocates/{account_id}'>;

/** One customer as an advocate: why this score, what blocks, whom to ask, and the prepared invitation. */
export default function Nomination() {
  const { id } = useParams({ strict: false }) as { id: string };
  const advocate = useQuery({
    queryKey: ['nominations', id],
    queryFn: () => ask(api.GET('/v1/advocates/{account_id}', { params: { path: { account_id: id } } })),
  });
  return <QueryView query={advocate}>{(data) => <Detail advocate={data} />}</QueryView>;
}

function Detail({ advocate }: { advocate: Advocate }) {
  const { t } = useTranslation('screens-advocates');
  const mayWrite = useMay('advocates:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/nominations" className="gw-link">
            {t('list.title')}
          </Link>
        }
        title={t('detail.title', { name: advocate.account.name })}
        badge={<StateBadge state={advocate.status} />}
        answer={advocate.reason}
        actions={mayWrite && <PrepareAsk advocate={advocate} />}
      />
      <TwoColumns>
        <div>
          <Section title={t('detail.why', { score: Math.round(advocate.score) })}>
            <Explanation explanation={advocate.explanation} />
          </Section>
          <Section title={t('detail.invitation')} note={t('detail.invitationNote')}>
            <div className={classes.letter}>
              <div className={classes.letterSubject}>{advocate.invitation.subject}</div>
              {advocate.invitation.body_text}
            </div>
          </Section>
        </div>
        <Side advocate={advocate} />
      </TwoColumns>
    </>
  );
}

function Side({ advocate }: { advocate: Advocate }) {
  const { t } = useTranslation('screens-advocates');
  return (
    <div>
      <Section title={t('detail.blocks')}>
        {advocate.held_back && <p>{t('list.held')}</p>}
        <Blockers blockers={advocate.blockers} />
      </Section>
      <Section title={t('detail.people')}>
        <People advocate={advocate} />
      </Section>
      <Section title={t('detail.moments')}>
        <Sentences
          items={advocate.moments.map(({ code, at, reason }) => ({
            key: code,
            text: reason,
            note: <RelativeTime at={at} />,
          }))}
          none={t('detail.noMoments')}
        />
      </Section>
      <Section title={t('detail.evidence')} note={t('detail.evidenceNote')}>
        <Sentences
          items={advocate.evidence.map(({ code, sentence, source }) => ({
            key: code,
            text: sentence,
            note: source,
          }))}
          none={t('detail.noEvidence')}
        />
      </Section>
      <Section title={t('detail.account')}>
        <About advocate={advocate} />
      </Section>
    </div>
  );
}

function About({ advocate }: { advocate: Advocate }) {
  const { t } = useTranslation('screens-advocates');
  return (
    <Facts
      items={[
        [
          t('list.columns.account'),
          <Link key="account" to="/accounts/$id" params={{ id: advocate.account.id }} className="gw-link">
            {advocate.account.name}
          </Link>,
        ],
        [t('detail.mrr'), <Money key="mrr" minor={advocate.account.mrr_minor} currency={advocate.account.currency} />],
        [t('detail.plan'), advocate.account.plan],
        [t('detail.industry'), advocate.account.industry],
        [
          t('detail.channel'),
          advocate.channel && `${advocate.channel.name} (${t(`channel.${advocate.channel.evidence}`)})`,
        ],
        [t('detail.dataAt'), <DateOnly key="data" on={lastDayOf(advocate.data_at)} />],
      ]}
    />
  );
}

function People({ advocate }: { advocate: Advocate }) {
  const { t } = useTranslation('screens-advocates');
  if (advocate.people.length === 0) return <p className={classes.quiet}>{t('detail.nobody')}</p>;
  return (
    <>
      {advocate.last_ask && <p>{advocate.last_ask.sentence}</p>}
      <PeopleList people={advocate.people} />
    </>
  );
}

function PeopleList({ people }: Pick<Advocate, 'people'>) {
  const { t } = useTranslation('screens-advocates');
  return (
    <ul className={classes.people}>
      {people.map(({ person, ...explanation }) => (
        <li key={person.id}>
          <div>
            <strong>{person.name ?? person.email}</strong>
            <div className={classes.quiet}>
              {[person.title, person.role && t(`role.${person.role}`)].filter(Boolean).join(' · ')}
            </div>
            <Why title={t('detail.why', { score: Math.round(explanation.score) })} width={380}>
              <Explanation explanation={explanation} />
              <Blockers blockers={explanation.blockers} />
            </Why>
          </div>
          <StateBadge state={explanation.status} />
        </li>
      ))}
    </ul>
  );
}

type Sentence = { key: string; text: string; note: React.ReactNode };

function Sentences({ items, none }: { items: Sentence[]; none: string }) {
  if (items.length === 0) return <p className={classes.quiet}>{none}</p>;
  return (
    <ul className={classes.list}>
      {items.map(({ key, text, note }) => (
        <li key={key + text}>
          <div>{text}</div>
          <div className={classes.quiet}>{note}</div>
        </li>
      ))}
    </ul>
  );
}

/** Facts are known up to the end of a day, which is the first instant of the next. */
function lastDayOf(instant: string): string {
  return new Date(new Date(instant).getTime() - 1).toISOString().slice(0, 10);
}
