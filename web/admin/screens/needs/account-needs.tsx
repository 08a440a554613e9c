import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './needs.module.css';
import { type AccountNeed, useNeeds, useRefreshNeeds } from './needs-query.ts';
import { Decide } from './suggestions.tsx';

const LOOK = { confirmed: 'approved', suggested: 'almost', rejected: 'declined' } as const;

/** On an account's page: what it came for, suggested or confirmed, and by hand; nothing while no list is kept. */
export function AccountNeeds({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-needs');
  const mayWrite = useMay('customers:write');
  const needs = useNeeds();
  const found = useQuery({
    queryKey: ['needs', 'of', accountId],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/needs', { params: { path: { id: accountId } } })),
  });
  const all = needs.data?.items ?? [];
  if (all.length === 0 || !found.data) return null;
  const own = found.data.items;
  const left = all.filter(({ id }) => !own.some(({ need_id }) => need_id === id));
  return (
    <Section title={t('account.title')}>
      {own.length === 0 && <p className={classes.quiet}>{t('account.none')}</p>}
      <ul className={classes.rows}>
        {own.map((one) => (
          <Row key={one.need_id} one={one} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && left.length > 0 && <Assign accountId={accountId} options={left} />}
    </Section>
  );
}

function Row({ one, mayWrite }: { one: AccountNeed; mayWrite: boolean }) {
  const { t } = useTranslation('screens-needs');
  return (
    <li>
      <div>
        <Link to="/success/needs/$id" params={{ id: one.need_id }} className="gw-link">
          {one.name}
        </Link>{' '}
        <StateBadge state={LOOK[one.state]} label={t(`states.${one.state}`)} />
        <div className={classes.quiet}>
          {t(`kindsOne.${one.kind}`)} · {t(`sources.${one.source}`)} {one.evidence}
        </div>
      </div>
      {mayWrite && <Decide row={one} />}
    </li>
  );
}

type Option = { id: string; name: string; kind: AccountNeed['kind'] };

function Assign({ accountId, options }: { accountId: string; options: Option[] }) {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const assign = useMutation({
    mutationFn: (need_id: string) => {
      const path = { id: accountId, need_id };
      return ask(api.PUT('/v1/accounts/{id}/needs/{need_id}', { params: { path }, body: { state: 'confirmed' } }));
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: refresh,
  });
  return (
    <Select
      mt="sm"
      size="xs"
      aria-label={t('account.assign')}
      placeholder={t('account.assign')}
      value={null}
      data={options.map(({ id, name, kind }) => ({ value: id, label: `${name} · ${t(`kindsOne.${kind}`)}` }))}
      onChange={(id) => id && assign.mutate(id)}
    />
  );
}
