import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../../lib/api.ts';
import { useMay } from '../../../../lib/session.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Facts, Section } from '../../../../ui/section.tsx';
import { Messages } from './messages.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookState } from './webhook-state.tsx';

export type WebhookData = Got<'/v1/webhooks/{id}'>;

/** One receiver: what it hears, and what became of every message. */
export default function WebhookPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['webhooks', id],
    queryFn: () => ask(api.GET('/v1/webhooks/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(webhook) => <Detail webhook={webhook} />}</QueryView>;
}

function Detail({ webhook }: { webhook: WebhookData }) {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/settings/webhooks" className="gw-link">
            {t('webhooks.back')}
          </Link>
        }
        title={new URL(webhook.url).host}
        badge={<WebhookState webhook={webhook} />}
        answer={t(`webhooks.answers.${webhook.failing_since && webhook.state === 'on' ? 'struggling' : webhook.state}`)}
        actions={mayWrite && <WebhookActions webhook={webhook} />}
      />
      <Section>
        <Facts
          items={[
            [t('webhooks.columns.url'), <code key="url">{webhook.url}</code>],
            [t('webhooks.description'), webhook.description],
            [
              t('webhooks.columns.topics'),
              webhook.topics.includes('*') ? t('webhooks.everything') : webhook.topics.join(', '),
            ],
            [t('webhooks.failingSince'), webhook.failing_since && <RelativeTime at={webhook.failing_since} />],
            [t('webhooks.oldSecret'), webhook.old_secret_until && <RelativeTime at={webhook.old_secret_until} />],
          ]}
        />
      </Section>
      <Messages webhookId={webhook.id} />
    </>
  );
}
