import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { instantText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { PageSkeleton } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';

/** One event of Stripe's: what became of it, why, and the event itself. */
export default function StripeEvent() {
  const { t } = useTranslation('screens-doors');
  const { id = '' } = useParams({ strict: false });
  const mayWrite = useMay('settings:write');
  const event = useQuery({
    queryKey: ['stripe', 'event', id],
    queryFn: () => ask(api.GET('/v1/stripe/events/{id}', { params: { path: { id } } })),
  });
  if (event.isPending) return <PageSkeleton />;
  if (event.isError) return <ProblemAlert error={event.error} onRetry={() => event.refetch()} />;
  const { data } = event;
  return (
    <>
      <PageHeader
        title={data.type}
        answer={data.reason}
        actions={mayWrite && data.state !== 'applied' && <Replay id={id} />}
      />
      <Section title={t('stripe.about')}>
        <Facts
          items={[
            [
              t('stripe.columns.state'),
              <StateBadge key="state" state={data.state} label={t(`stripe.states.${data.state}`)} />,
            ],
            [t('stripe.conversion'), data.conversion_id && <ToConversion id={data.conversion_id} />],
            [t('stripe.id'), data.stripe_id],
            [t('stripe.columns.subject'), data.subject_id],
            [t('stripe.customer'), data.customer_id],
            [t('stripe.happened'), instantText(data.occurred_at)],
            [t('stripe.columns.received'), instantText(data.received_at)],
            [t('stripe.deliveries'), data.deliveries],
            [t('stripe.attempts'), data.attempts],
            [t('stripe.version'), data.api_version],
          ]}
        />
      </Section>
      <Section title={t('stripe.payload')}>
        <pre style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.75rem' }}>
          {JSON.stringify(data.payload, null, 2)}
        </pre>
      </Section>
    </>
  );
}

function ToConversion({ id }: { id: string }) {
  const { t } = useTranslation('screens-doors');
  return (
    <Link to="/conversions/$id" params={{ id }} className="gw-link">
      {t('stripe.toConversion')}
    </Link>
  );
}

function Replay({ id }: { id: string }) {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  return (
    <ConfirmAction
      label={t('stripe.replay')}
      title={t('stripe.replayTitle')}
      confirmLabel={t('stripe.replayConfirm')}
      done={t('stripe.replayed')}
      run={async () => {
        await ask(api.POST('/v1/stripe/events/{id}/replay', { params: { path: { id } } }));
        await queries.invalidateQueries({ queryKey: ['stripe'] });
      }}
    >
      {t('stripe.replayText')}
    </ConfirmAction>
  );
}
