import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, moneyText } from '../../../lib/format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import { AcceptTerms } from './accept-terms.tsx';
import { Certify } from './certify.tsx';
import { Place } from './place.tsx';
import classes from './programmes.module.css';

export type PortalProgramme = Got<'/v1/portal/programmes/{id}'>;

/** One programme as its partner reads it: what is still to do, what is promised, who is credited. */
export default function Programme() {
  const { id } = useParams({ strict: false }) as { id: string };
  const programme = useQuery({
    queryKey: ['portal', 'programmes', id],
    queryFn: () => ask(api.GET('/v1/portal/programmes/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={programme}>{(data) => <Whole programme={data} />}</QueryView>;
}

function Whole({ programme }: { programme: PortalProgramme }) {
  const { t } = useTranslation('screens-portal-programmes');
  return (
    <>
      <PageHeader
        back={
          <Link to="/" className="gw-link">
            {t('back')}
          </Link>
        }
        title={programme.name}
        answer={t(programme.may_earn ? 'answer.may' : 'answer.mayNot')}
      />
      <Place programmeId={programme.id} />
      <AcceptTerms programme={programme} />
      <Gates programme={programme} />
      {programme.certification && <Certify programme={programme} certification={programme.certification} />}
      <Section title={t('promise')} note={programme.version === null ? undefined : t('version', programme)}>
        <Sentences items={programme.in_words} />
      </Section>
      <Section title={t('counts')}>
        <Sentences items={programme.attribution_in_words} />
      </Section>
    </>
  );
}

/** What a partner has to have done, with what was found and until when. */
function Gates({ programme }: { programme: PortalProgramme }) {
  const { t } = useTranslation('screens-portal-programmes');
  return (
    <Section title={t('gates')}>
      <ul className={classes.rows}>
        {programme.gates.map(({ gate, title, open, reason, until }) => (
          <li key={gate}>
            <div className={classes.pair}>
              <span>{title}</span>
              <ToneBadge tone={open ? 'good' : 'warn'}>{t(open ? 'done' : 'todo')}</ToneBadge>
            </div>
            <div className={classes.quiet}>
              {reason} {until && t('until', { on: dateText(until) })}
            </div>
          </li>
        ))}
        {programme.fees.map((fee) => (
          <li key={fee.id}>
            {t('fee', { amount: moneyText(fee.amount_minor, fee.currency), from: dateText(fee.starts_on) })}
            <div className={classes.quiet}>{t('reference', { reference: fee.reference })}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Sentences({ items }: { items: string[] }) {
  return (
    <ol className={classes.contract}>
      {items.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}
