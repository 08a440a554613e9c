import { Button, Tabs } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, moneyText, numberText, relativeText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { MetricCards } from '../../../ui/metric-card.tsx';
import { MetricView } from '../../../ui/metric-view.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StateBadge, ToneBadge } from '../../../ui/state-badge.tsx';
import { useAccountRisk } from '../churn/churn-query.ts';
import { CareAction } from '../playbooks/account-care.tsx';
import classes from './accounts.module.css';
import { AskTab } from './ask-tab.tsx';
import { BillingTab } from './billing-tab.tsx';
import { HealthOverride } from './health-override.tsx';
import { MergeAccount } from './merge-account.tsx';
import { PeopleTab } from './people-tab.tsx';
import { SupportTab } from './support-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import { WholeTab } from './whole-tab.tsx';

export type Account360 = Got<'/v1/accounts/{id}'>;
const TABS = {
  whole: WholeTab,
  billing: BillingTab,
  usage: UsageTab,
  people: PeopleTab,
  support: SupportTab,
  asks: AskTab,
};
type TabName = keyof typeof TABS;

/** Everything known of one customer. */
export default function Account() {
  const { id } = useParams({ strict: false }) as { id: string };
  const account = useQuery({
    queryKey: ['accounts', id],
    queryFn: () => ask(api.GET('/v1/accounts/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={account}>{(data) => <View data={data} />}</QueryView>;
}

function View({ data }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const { account, health, readiness } = data;
  const mayScore = useMay('success:write');
  const mayMerge = useMay('customers:write');
  const risk = useAccountRisk(account.id).data?.risk;
  const mayLeave =
    (account.state === 'paying' || account.state === 'trial') && (health?.band === 'red' || risk?.level === 'high');
  return (
    <>
      <PageHeader
        back={
          <Link to="/accounts" className="gw-link">
            {t('accounts.plain')}
          </Link>
        }
        title={account.name}
        badge={
          <>
            <StateBadge state={account.state} />
            {health && <StateBadge state={health.band} />}
            {risk?.level === 'high' && <ToneBadge tone="bad">{t('account.mayLeave')}</ToneBadge>}
            {readiness?.status === 'ready' && <StateBadge state="ready" label={t('account.readyBadge')} />}
          </>
        }
        answer={useAnswer(data)}
        actions={
          <>
            {mayMerge && !account.merged_into_id && <MergeAccount data={data} />}
            {mayScore && health && <HealthOverride id={account.id} health={health} />}
            <Button
              component={Link}
              to={`/nominations/${account.id}`}
              variant={mayLeave ? 'default' : 'filled'}
              leftSection={<IconSpeakerphone size={16} />}
            >
              {t('account.vouch')}
            </Button>
            {mayLeave && mayScore && <CareAction accountId={account.id} />}
          </>
        }
      />
      <MetricCards>
        {data.metrics.map((metric) => (
          <MetricView key={metric.key} metric={metric} />
        ))}
      </MetricCards>
      <AccountTabs data={data} />
    </>
  );
}

/** What they pay, how they are and when they were last seen, in a sentence. */
function useAnswer({ account, metrics, health, usage, is_live, at }: Account360): string {
  const { t } = useTranslation('screens-customers');
  const mrr = metrics.find(({ key }) => key === 'mrr' || key === 'account_mrr');
  const lastUse = usage.features
    .map(({ last_on }) => last_on)
    .sort()
    .at(-1);
  const parts = [
    mrr?.value &&
      mrr.currency &&
      t('account.pays', { amount: moneyText(mrr.value, mrr.currency), plan: account.plan ?? '' }),
    account.churned_on && t('account.churnedOn', { day: dateText(account.churned_on) }),
    health?.score && t('account.healthIs', { score: numberText(health.score) }),
    lastUse && t('account.lastUse', { when: is_live ? relativeText(lastUse) : dateText(lastUse) }),
    !is_live && t('account.asOf', { day: dateText(at) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function AccountTabs({ data }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const open = tab && tab in TABS ? (tab as TabName) : 'whole';
  const Panel = TABS[open];
  return (
    <Tabs
      className={classes.tabs}
      value={open}
      onChange={(next) =>
        navigate({ to: '.', search: { tab: next === 'whole' ? undefined : next }, replace: true } as never)
      }
    >
      <Tabs.List>
        {(Object.keys(TABS) as TabName[]).map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`account.tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(Object.keys(TABS) as TabName[]).map((name) => (
        <Tabs.Panel key={name} value={name} className={classes.panel}>
          {name === open && <Panel data={data} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
