import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge, ToneBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import type { Referral } from './referrals.tsx';

/** The list of referrals, as shown and exported. */
export function useReferralColumns(): Column<Referral>[] {
  return [...useWho(), ...useWhere()];
}

function useWho(): Column<Referral>[] {
  const { t } = useTranslation('screens-referrals');
  return [
    {
      key: 'company_name',
      title: t('columns.prospect'),
      sort: true,
      render: ({ company_name }) => company_name,
      csv: ({ company_name }) => company_name,
    },
    {
      key: 'contact',
      title: t('columns.contact'),
      wideOnly: true,
      render: ({ contact_name }) => contact_name,
      csv: ({ contact_name, contact_email }) => `${contact_name} <${contact_email}>`,
    },
    {
      key: 'partner',
      title: t('columns.partner'),
      sort: true,
      render: ({ partner }) => partner.name,
      csv: ({ partner }) => partner.name,
    },
  ];
}

function useWhere(): Column<Referral>[] {
  const { t } = useTranslation('screens-referrals');
  return [
    {
      key: 'stage',
      title: t('columns.stage'),
      render: ({ stage }) => <StageBadge stage={stage} />,
      csv: ({ stage }) => stage,
    },
    {
      key: 'value',
      title: t('columns.value'),
      end: true,
      render: ({ expected_value_minor, currency }) => <Money minor={expected_value_minor} currency={currency} />,
      csv: ({ expected_value_minor }) => expected_value_minor,
    },
    {
      key: 'owner',
      title: t('columns.owner'),
      wideOnly: true,
      render: ({ owner }) => owner?.name ?? t('nobody'),
      csv: ({ owner }) => owner?.name,
    },
    {
      key: 'answer_by',
      title: t('columns.answer'),
      sort: true,
      render: (row) => <AnswerBy referral={row} />,
      csv: ({ answer_by }) => answer_by,
    },
    {
      key: 'submitted_at',
      title: t('columns.submitted'),
      sort: true,
      wideOnly: true,
      render: ({ submitted_at }) => <RelativeTime at={submitted_at} />,
      csv: ({ submitted_at }) => submitted_at,
    },
  ];
}

const LOOK = {
  submitted: 'pending',
  accepted: 'accepted',
  qualified: 'running',
  meeting: 'running',
  won: 'done',
  lost: 'ended',
} as const;

export function StageBadge({ stage }: { stage: Referral['stage'] }) {
  const { t } = useTranslation('screens-referrals');
  return <StateBadge state={LOOK[stage]} label={t(`stages.${stage}`)} />;
}

/** When the partner may expect an answer; answered ones need none. */
export function AnswerBy({ referral }: { referral: Pick<Referral, 'stage' | 'is_overdue' | 'answer_by'> }) {
  const { t } = useTranslation('screens-referrals');
  if (referral.stage !== 'submitted') return t('answered');
  if (referral.is_overdue) return <ToneBadge tone="bad">{t('overdue')}</ToneBadge>;
  return <RelativeTime at={referral.answer_by} />;
}
