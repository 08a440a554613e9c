import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { MemberName } from '../../member-name.tsx';
import classes from './playbooks.module.css';
import { useRefreshCare } from './use-refresh-care.ts';

type Happened = Item<'/v1/accounts/{id}/care'>;

/** Touches, tasks and playbooks of an account, the newest first. */
export function CareHistory({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const { data } = useQuery({
    queryKey: ['care', accountId, 'history'],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/care', { params: { path: { id: accountId } } })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <details open={data.items.length <= 5}>
      <summary>{t('care.history')}</summary>
      <ul className={classes.rows}>
        {data.items.map((one) => (
          <Row key={one.what + one.id} one={one} />
        ))}
      </ul>
      {data.total > data.items.length && (
        <p className={classes.quiet}>{t('care.more', { shown: data.items.length, total: data.total })}</p>
      )}
    </details>
  );
}

function Row({ one }: { one: Happened }) {
  const { t } = useTranslation('screens-playbooks');
  const mayWrite = useMay('customers:write');
  const mayName = useMay('settings:read');
  return (
    <li className={classes.pair}>
      <div>
        <div>{t(`care.what.${one.what}`, { title: one.title, kind: one.kind && t(`touch.kinds.${one.kind}`) })}</div>
        {one.note && <div className={classes.note}>{one.note}</div>}
        <div className={classes.quiet}>
          <DateOnly on={one.at} />
          {one.minutes !== null && ` · ${t('care.minutes', { count: one.minutes })}`}
          {mayName && (
            <>
              {' · '}
              <MemberName id={one.by} />
            </>
          )}
        </div>
      </div>
      {one.what === 'touch' && mayWrite && <Remove id={one.id} />}
    </li>
  );
}

function Remove({ id }: { id: string }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/touches/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button size="compact-xs" variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate()}>
      {t('touch.remove')}
    </Button>
  );
}
