import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../../lib/api.ts';
import { useMay } from '../../../../lib/session.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { RowsSkeleton } from '../../../../ui/loading.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { PlainTable } from '../../../../ui/plain-table.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { NewWebhook } from './new-webhook.tsx';
import { WebhookState } from './webhook-state.tsx';

type Webhook = Item<'/v1/webhooks'>;

/** Where our events go: every receiver, and whether it listens. */
export default function Webhooks() {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const found = useQuery({ queryKey: ['webhooks'], queryFn: () => ask(api.GET('/v1/webhooks')) });
  return (
    <>
      <PageHeader title={t('webhooks.title')} answer={t('webhooks.answer')} actions={mayWrite && <NewWebhook />} />
      <Section flush>
        <QueryView query={found} skeleton={<RowsSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconWebhook} title={t('webhooks.empty')} text={t('webhooks.emptyText')} />
            ) : (
              <Rows items={items} />
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function Rows({ items }: { items: Webhook[] }) {
  const { t } = useTranslation('screens-settings');
  return (
    <PlainTable
      label={t('webhooks.title')}
      columns={['url', 'topics', 'state', 'added'].map((key) => ({ title: t(`webhooks.columns.${key}`) }))}
      rows={items.map((webhook) => [
        <div key="url">
          <Link to="/settings/webhooks/$id" params={{ id: webhook.id }} className="gw-link">
            {webhook.url}
          </Link>
          {webhook.description && <div>{webhook.description}</div>}
        </div>,
        webhook.topics.includes('*') ? t('webhooks.everything') : webhook.topics.join(', '),
        <WebhookState key="state" webhook={webhook} />,
        <RelativeTime key="added" at={webhook.created_at} />,
      ])}
    />
  );
}
