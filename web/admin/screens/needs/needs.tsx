import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconListCheck, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { SuccessTabs } from '../success/success-tabs.tsx';
import { AddNeed } from './edit-need.tsx';
import classes from './needs.module.css';
import { KINDS, type Kind, useRefreshNeeds, type Worth } from './needs-query.ts';
import { WorthTable } from './worth-table.tsx';

/** Which pain points and use cases bring customers who stay? */
export default function Needs() {
  const { t } = useTranslation('screens-needs');
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string };
  const kind = KINDS.find((one) => one === asked) ?? 'pain_point';
  const mayWrite = useMay('customers:write');
  const worth = useQuery({
    queryKey: ['needs', 'worth', kind],
    queryFn: () => ask(api.GET('/v1/needs/worth', { params: { query: { kind } } })),
  });
  return (
    <>
      <PageHeader
        title={t(`title.${kind}`)}
        answer={worth.data?.sentence}
        actions={
          <>
            <ChooseKind kind={kind} />
            <Button
              component={Link}
              to="/success/needs/suggestions"
              variant="default"
              leftSection={<IconListCheck size={16} />}
            >
              {t('suggestions.open')}
            </Button>
            {mayWrite && <LookThrough />}
            {mayWrite && <AddNeed kind={kind} />}
          </>
        }
      />
      <SuccessTabs open="needs" />
      <QueryView query={worth}>{(data) => <Answer worth={data} mayWrite={mayWrite} />}</QueryView>
    </>
  );
}

function ChooseKind({ kind }: { kind: Kind }) {
  const { t } = useTranslation('screens-needs');
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={t('kind')}
      value={kind}
      data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      onChange={(value) => navigate({ to: '.', search: { kind: value === 'pain_point' ? undefined : value } } as never)}
    />
  );
}

/** Answers and tickets are looked through every night; this does it now. */
function LookThrough() {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const look = useMutation({
    mutationFn: () => ask(api.POST('/v1/needs/suggest')),
    onSuccess: ({ texts, added }) => notifications.show({ message: t('looked', { texts, count: added }) }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: refresh,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} />}
      loading={look.isPending}
      onClick={() => look.mutate()}
    >
      {t('look')}
    </Button>
  );
}

function Answer({ worth, mayWrite }: { worth: Worth; mayWrite: boolean }) {
  const { t } = useTranslation('screens-needs');
  return (
    <>
      {worth.needed.length > 0 && (
        <div className={classes.stack}>
          <Notice tone="info" title={t('needed')}>
            <ul className={classes.list}>
              {worth.needed.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {worth.items.length === 0 && <NotYet worth={worth} />}
      {worth.items.length > 0 && (
        <Section
          title={t('worth.title')}
          note={t('worth.note', {
            count: worth.customers,
            succeeded: worth.succeeded,
            day: dateText(worth.data_until),
          })}
          flush
        >
          <WorthTable worth={worth} />
        </Section>
      )}
      {worth.named_in_records.length > 0 && <Named worth={worth} mayWrite={mayWrite} />}
      <Section title={t('limits')}>
        <ul className={classes.list}>
          {worth.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Why nothing is here although Traits may already name one. */
function NotYet({ worth }: { worth: Worth }) {
  const { t } = useTranslation('screens-needs');
  return (
    <Section title={t('notYet.title')}>
      <p className={classes.plain}>
        {t(worth.named_in_records.length > 0 ? 'notYet.named' : 'notYet.text')}{' '}
        <Link to="/success/traits" className="gw-link">
          {t('notYet.traits')}
        </Link>
      </p>
    </Section>
  );
}

/** What imports brought under these names and nobody has written down yet. */
function Named({ worth, mayWrite }: { worth: Worth; mayWrite: boolean }) {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const take = useMutation({
    mutationFn: () => ask(api.POST('/v1/needs/take-over')),
    onSuccess: ({ made, seen }) => notifications.show({ message: t('named.taken', { made, seen }) }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: refresh,
  });
  return (
    <Section
      title={t('named.title')}
      note={t('named.note')}
      actions={
        mayWrite && (
          <Button size="compact-sm" loading={take.isPending} onClick={() => take.mutate()}>
            {t('named.take')}
          </Button>
        )
      }
    >
      <ul className={classes.rows}>
        {worth.named_in_records.map(({ name, accounts }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="gw-num">{t('named.accounts', { count: accounts })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
