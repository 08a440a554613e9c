import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';
import { ReasonDialog } from '../applications/reason-dialog.tsx';
import classes from '../programmes/programmes.module.css';
import type { PartnerPage } from './partner.tsx';

type Standing = Item<'/v1/partners/{id}/gates'>;
type Verdict = Standing['gates'][number];

const BY_HAND = ['invitation', 'application', 'entry_fee', 'certification'] as const;
type ByHand = (typeof BY_HAND)[number];

/** Whether the partner may earn in each of its programmes: every gate with its evidence and date. */
export function StandingAtGates({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-programmes');
  const gates = useQuery({
    queryKey: ['partners', partner.id, 'gates'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/gates', { params: { path: { id: partner.id } } })),
  });
  return (
    <Section title={t('standing.title')}>
      <QueryView query={gates} skeleton={<RowsSkeleton rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('standing.none')}</p>
          ) : (
            items.map((one) => <OfProgramme key={one.programme_id} partner={partner} standing={one} />)
          )
        }
      </QueryView>
    </Section>
  );
}

function OfProgramme({ partner, standing }: { partner: PartnerPage; standing: Standing }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <>
      <div className={classes.pair}>
        <strong>{standing.programme_name}</strong>
        <ToneBadge tone={standing.may_earn ? 'good' : 'warn'}>
          {t(standing.may_earn ? 'standing.may' : 'standing.mayNot')}
        </ToneBadge>
      </div>
      <ul className={classes.rows}>
        {standing.gates.map((verdict) => (
          <Gate key={verdict.gate} partner={partner} standing={standing} verdict={verdict} />
        ))}
      </ul>
      {standing.history.length > 0 && <History standing={standing} />}
    </>
  );
}

type GateProps = { partner: PartnerPage; standing: Standing; verdict: Verdict };

function Gate({ partner, standing, verdict }: GateProps) {
  const { t } = useTranslation('screens-programmes');
  const mayWrite = useMay('partners:write');
  const { gate, open, since, until } = verdict;
  return (
    <li>
      <div className={classes.pair}>
        <span>{verdict.title}</span>
        <ToneBadge tone={open ? 'good' : 'bad'}>{t(open ? 'standing.open' : 'standing.closed')}</ToneBadge>
      </div>
      <div className={classes.quiet}>
        {verdict.reason} {since && <DateOnly on={since} />} {until && t('standing.until', { on: dateText(until) })}
      </div>
      {mayWrite && (BY_HAND as readonly string[]).includes(gate) && (
        <Hand partner={partner} standing={standing} verdict={{ ...verdict, gate: gate as ByHand }} />
      )}
    </li>
  );
}

function Hand({ partner, standing, verdict }: GateProps & { verdict: { gate: ByHand } }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const run = async (reason: string) => {
    const body = { partner_id: partner.id, gate: verdict.gate, passed: !verdict.open, reason };
    const params = { path: { id: standing.programme_id } };
    await ask(api.POST('/v1/programmes/{id}/gate-evidence', { params, body }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  return (
    <ReasonDialog
      size="compact-xs"
      variant="subtle"
      danger={verdict.open}
      label={t(verdict.open ? 'standing.closeHand' : 'standing.openHand')}
      title={t('standing.handTitle', { gate: verdict.title, name: partner.name })}
      done={t('standing.done')}
      run={run}
    />
  );
}

function History({ standing }: { standing: Standing }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <details>
      <summary>{t('standing.history')}</summary>
      <ul className={classes.rows}>
        {standing.history.map((one) => (
          <li key={one.id}>
            {one.title}: {one.says}
            <div className={classes.quiet}>
              <DateOnly on={one.recorded_at} /> · <MemberName id={one.actor_id} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
