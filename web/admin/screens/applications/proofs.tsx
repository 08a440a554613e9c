import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../programmes/programmes.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

type Props = { programme_id: string | undefined };

/** Proofs partners sent to become certified. */
export function Proofs({ programme_id }: Props) {
  const { t } = useTranslation('screens-programmes');
  const query = { state: 'waiting' as const, ...(programme_id ? { programme_id } : {}) };
  const proofs = useQuery({
    queryKey: ['certifications', query],
    queryFn: () => ask(api.GET('/v1/certifications', { params: { query } })),
  });
  return (
    <Section title={t('proofs.title')}>
      <QueryView query={proofs} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('proofs.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((one) => (
                <Proof key={one.id} proof={one} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Proof({ proof }: { proof: Item<'/v1/certifications'> }) {
  const { t } = useTranslation('screens-programmes');
  const mayWrite = useMay('partners:write');
  const queries = useQueryClient();
  const { id, partner_name: name } = proof;
  const decide = (state: 'passed' | 'failed') => async (reason: string) => {
    await ask(api.POST('/v1/certifications/{id}/decision', { params: { path: { id } }, body: { state, reason } }));
    await queries.invalidateQueries({ queryKey: ['certifications'] });
  };
  return (
    <li>
      <strong>{name}</strong>
      <div className={classes.quiet}>
        {proof.programme_name} · <RelativeTime at={proof.created_at} />
      </div>
      {proof.note && <div>{proof.note}</div>}
      <a className="gw-link" href={`/v1/certifications/${id}/proof`} download={proof.proof_name ?? undefined}>
        {t('proofs.open')}
      </a>
      {mayWrite && (
        <div className={classes.actions}>
          <ReasonDialog
            size="compact-sm"
            label={t('proofs.accept')}
            title={t('proofs.acceptTitle', { name })}
            done={t('fees.done')}
            run={decide('passed')}
          />
          <ReasonDialog
            size="compact-sm"
            variant="default"
            danger
            label={t('proofs.refuse')}
            title={t('proofs.refuseTitle', { name })}
            done={t('fees.done')}
            run={decide('failed')}
          />
        </div>
      )}
    </li>
  );
}
