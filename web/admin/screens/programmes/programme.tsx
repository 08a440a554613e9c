import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Asked } from './asked.tsx';
import { CloseProgramme } from './close-programme.tsx';
import { Drafted } from './drafted.tsx';
import { EditProgramme } from './edit-programme.tsx';
import { Enrolled } from './enrolled.tsx';
import { Forecast } from './forecast.tsx';
import { Gates } from './gates.tsx';
import { Guard } from './guard.tsx';
import { Launch } from './launch.tsx';
import { Leaderboard } from './leaderboard.tsx';
import { NewTerms } from './new-terms.tsx';
import { NoteReview } from './note-review.tsx';
import { Pages } from './pages.tsx';
import classes from './programmes.module.css';
import { PublishOrPause } from './publish-or-pause.tsx';
import { Spend } from './spend.tsx';
import { Versions } from './versions.tsx';

export type ProgrammePage = Got<'/v1/programmes/{id}'>;

/** One programme, to be read like a contract. */
export default function Programme() {
  const { id } = useParams({ strict: false }) as { id: string };
  const programme = useQuery({
    queryKey: ['programmes', id],
    queryFn: () => ask(api.GET('/v1/programmes/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={programme}>{(data) => <Contract programme={data} />}</QueryView>;
}

function Contract({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('programmes:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/programmes" className="gw-link">
            {t('programmes.plain')}
          </Link>
        }
        title={programme.name}
        badge={<StateBadge state={programme.state} />}
        answer={t(`programme.answer.${programme.state}`, { count: programme.enrolled })}
        actions={
          mayWrite && (
            <>
              <EditProgramme programme={programme} />
              <NewTerms programme={programme} />
              <NoteReview programme={programme} />
              <CloseProgramme programme={programme} />
              <PublishOrPause programme={programme} />
            </>
          )
        }
      />
      {mayWrite && programme.state !== 'live' && programme.state !== 'closed' && <Launch programme={programme} />}
      <TwoColumns>
        <div>
          {mayWrite && programme.state !== 'closed' && <Drafted programme={programme} />}
          <ForWhom programme={programme} />
          <Gates programme={programme} mayWrite={mayWrite} />
          <Promised programme={programme} />
          <Section title={t('programme.attribution')} note={t('programme.attributionNote')}>
            <Sentences items={programme.attribution_in_words} />
          </Section>
          <Forecast programme={programme} />
          <Leaderboard programme={programme} />
          <Pages programme={programme} mayWrite={mayWrite} />
          <Versions programme={programme} />
        </div>
        <div>
          {mayWrite && <Guard />}
          <Spend programme={programme} />
          <Enrolled programme={programme} />
          {mayWrite && <Asked programme={programme} />}
          <Section title={t('programme.about')}>
            <About programme={programme} />
          </Section>
        </div>
      </TwoColumns>
    </>
  );
}

function ForWhom({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <Section title={t('audience')} note={t(`visibility.${programme.visibility}`)}>
      {programme.audience || t('noAudience')}
    </Section>
  );
}

function Promised({ programme: { terms } }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  if (!terms) return <Section title={t('programme.promise')}>{t('programmes.noTerms')}</Section>;
  return (
    <Section title={t('programme.promise')} note={t('programme.version', { version: terms.version })}>
      <Sentences items={terms.in_words} />
    </Section>
  );
}

function Sentences({ items }: { items: string[] }) {
  return (
    <ol className={classes.contract}>
      {items.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}

function About({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const { t: own } = useTranslation('screens-programmes');
  return (
    <Facts
      items={[
        [t('programme.facts.template'), own(`templates.${programme.template}`)],
        [t('programme.facts.currency'), programme.currency],
        [t('programme.facts.zone'), programme.zone],
        [t('programme.facts.slug'), programme.slug],
        [t('programme.facts.created'), <DateOnly key="created" on={programme.created_at} />],
      ]}
    />
  );
}
