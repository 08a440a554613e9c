import { Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import classes from '../programmes/programmes.module.css';
import { programmesQuery } from '../programmes/programmes-query.ts';
import { Decide } from './decide.tsx';
import { Fees } from './fees.tsx';
import { Proofs } from './proofs.tsx';

export type Application = Item<'/v1/applications'>;

const SHOWN = 100;

/** Who wants to be a partner? Those that wait, with what they answered; beside them proofs and fees. */
export default function Applications() {
  const { t } = useTranslation('screens-programmes');
  const { programme_id } = useSearch({ strict: false }) as { programme_id?: string };
  const query = { per_page: SHOWN, ...(programme_id ? { programme_id } : {}) };
  const applications = useQuery({
    queryKey: ['applications', query],
    queryFn: () => ask(api.GET('/v1/applications', { params: { query } })),
  });
  const waiting = applications.data?.items.filter(({ state }) => state === 'queued').length ?? 0;
  return (
    <>
      <PageHeader
        title={t('applications.title')}
        answer={t('applications.answer', { count: waiting })}
        actions={<ChooseProgramme chosen={programme_id} />}
      />
      <TwoColumns>
        <Section title={t('applications.list')}>
          <QueryView query={applications} skeleton={<RowsSkeleton rows={4} />}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState icon={IconUserPlus} title={t('applications.empty')} text={t('applications.emptyText')} />
              ) : (
                <ul className={classes.rows}>
                  {items.map((one) => (
                    <One key={one.id} application={one} />
                  ))}
                </ul>
              )
            }
          </QueryView>
        </Section>
        <div>
          <Proofs programme_id={programme_id} />
          <Fees programme_id={programme_id} />
        </div>
      </TwoColumns>
    </>
  );
}

function ChooseProgramme({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation('screens-programmes');
  const navigate = useNavigate();
  const programmes = useQuery(programmesQuery);
  return (
    <Select
      aria-label={t('applications.programme')}
      placeholder={t('applications.all')}
      clearable
      data={(programmes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen ?? null}
      onChange={(id) => navigate({ to: '/applications', search: (id ? { programme_id: id } : {}) as never })}
    />
  );
}

const TONE = { queued: 'warn', approved: 'good', rejected: 'calm' } as const;

function One({ application }: { application: Application }) {
  const { t } = useTranslation('screens-programmes');
  const mayWrite = useMay('partners:write');
  const { name, email, country, programme_name, state, partner_id } = application;
  return (
    <li>
      <div className={classes.pair}>
        <strong>{name}</strong>
        <ToneBadge tone={TONE[state]}>{t(`applications.states.${state}`)}</ToneBadge>
      </div>
      <div className={classes.quiet}>
        {[programme_name, email, country].filter(Boolean).join(' · ')} · <RelativeTime at={application.created_at} />
      </div>
      <dl className={classes.answers}>
        {application.answers
          .filter(({ answer }) => answer)
          .map(({ key, label, answer }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
      </dl>
      <div className={classes.quiet}>{application.why}</div>
      {state === 'queued' && mayWrite && (
        <div className={classes.actions}>
          <Decide application={application} state="approved" />
          <Decide application={application} state="rejected" />
        </div>
      )}
      {partner_id && (
        <Link to="/partners/$id" params={{ id: partner_id } as never} className="gw-link">
          {t('applications.partner')}
        </Link>
      )}
    </li>
  );
}
