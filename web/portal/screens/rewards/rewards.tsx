import { IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from '../../portal.module.css';
import { GiveAddress } from './give-address.tsx';
import { Interests } from './interests.tsx';
import { type OwnReward, type OwnRewards, useOwnRewards } from './reward-queries.ts';
import { ShowCode } from './show-code.tsx';

const OPEN = ['promised', 'earned', 'held', 'ready', 'sent', 'failed'];

/** What a partner and their company get besides cash, and where it is. */
export default function Rewards() {
  const rewards = useOwnRewards();
  return <QueryView query={rewards}>{(data) => <View rewards={data} />}</QueryView>;
}

function View({ rewards }: { rewards: OwnRewards }) {
  const { t } = useTranslation('screens-rewards');
  const open = rewards.items.filter(({ state }) => OPEN.includes(state)).length;
  return (
    <>
      <PageHeader
        back={
          <Link to="/" className="gw-link">
            {t('portal.back')}
          </Link>
        }
        title={t('portal.title')}
        answer={open === 0 ? t('portal.answerNone') : t('portal.answer', { count: open })}
      />
      <Section title={t('portal.title')} flush>
        {rewards.items.length === 0 ? (
          <EmptyState icon={IconGift} title={t('portal.empty')} text={t('portal.emptyText')} />
        ) : (
          <PlainTable
            label={t('portal.title')}
            columns={['what', 'state', 'why'].map((key) => ({ title: t(`rewards.columns.${key}`) }))}
            rows={rewards.items.map((reward) => [
              <What key="what" reward={reward} />,
              <StateBadge key="state" state={reward.state} label={t(`common:grantStates.${reward.state}`)} />,
              <div key="why" className={classes.reason}>
                <div>{reward.reason}</div>
                {reward.may_give_address && <GiveAddress reward={reward} consent={rewards.address_consent} />}
                {reward.has_code && <ShowCode reward={reward} />}
              </div>,
            ])}
          />
        )}
      </Section>
      <Interests />
    </>
  );
}

function What({ reward }: { reward: OwnReward }) {
  const { t } = useTranslation('screens-rewards');
  const whose = reward.receiver === 'company' ? t('portal.forCompany') : t('portal.forYou');
  return (
    <div>
      <div>{reward.gift ?? reward.what}</div>
      <div style={{ color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem' }}>
        {t('portal.for')} {whose}. {reward.customer && t('portal.customer', { customer: reward.customer })}
      </div>
    </div>
  );
}
