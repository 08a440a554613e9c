import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { dateText, moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { Money } from '../../../ui/money.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../programmes/programmes.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

type Props = { programme_id?: string | undefined; partner_id?: string | undefined };

/** Entry fees that wait for an invoice, or for somebody's word. */
export function Fees({ programme_id, partner_id }: Props) {
  const { t } = useTranslation('screens-programmes');
  const query = {
    state: 'due' as const,
    ...(programme_id ? { programme_id } : {}),
    ...(partner_id ? { partner_id } : {}),
  };
  const fees = useQuery({
    queryKey: ['programme-fees', query],
    queryFn: () => ask(api.GET('/v1/programme-fees', { params: { query } })),
  });
  return (
    <Section title={t('fees.title')}>
      <QueryView query={fees} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('fees.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((fee) => (
                <Fee key={fee.id} fee={fee} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Fee({ fee }: { fee: Item<'/v1/programme-fees'> }) {
  const { t } = useTranslation('screens-programmes');
  const mayWrite = useMay('partners:write');
  const queries = useQueryClient();
  const names = { name: fee.partner_name, amount: moneyText(fee.amount_minor, fee.currency) };
  const settle = (state: 'paid' | 'waived') => async (reason: string) => {
    const params = { path: { id: fee.id } };
    await ask(api.POST('/v1/programme-fees/{id}/settle', { params, body: { state, reason } }));
    await queries.invalidateQueries({ queryKey: ['programme-fees'] });
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };
  return (
    <li>
      <div className={classes.pair}>
        <Link to="/partners/$id" params={{ id: fee.partner_id } as never} className="gw-link">
          {fee.partner_name}
        </Link>
        <Money minor={fee.amount_minor} currency={fee.currency} />
      </div>
      <div className={classes.quiet}>
        {fee.programme_name} · {t('fees.from', { from: dateText(fee.starts_on) })}
      </div>
      <div className={classes.quiet}>{t('fees.reference', { reference: fee.reference })}</div>
      {mayWrite && (
        <div className={classes.actions}>
          <ReasonDialog
            size="compact-sm"
            variant="default"
            label={t('fees.paid')}
            title={t('fees.paidTitle', names)}
            hint={t('fees.paidHint')}
            done={t('fees.done')}
            run={settle('paid')}
          />
          <ReasonDialog
            size="compact-sm"
            variant="subtle"
            label={t('fees.waive')}
            title={t('fees.waiveTitle', names)}
            done={t('fees.done')}
            run={settle('waived')}
          />
        </div>
      )}
    </li>
  );
}
