import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { MoveReferral } from './move-referral.tsx';
import { AnswerBy, StageBadge } from './referral-columns.tsx';

export type ReferralDetail = Got<'/v1/referrals/{id}'>;

/** One named prospect: where it stands, who has it, and its way so far. */
export default function ReferralPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['referrals', id],
    queryFn: () => ask(api.GET('/v1/referrals/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(referral) => <Detail referral={referral} />}</QueryView>;
}

function Detail({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation('screens-referrals');
  const mayWrite = useMay('partners:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/referrals" className="gw-link">
            {t('title')}
          </Link>
        }
        title={referral.company_name}
        badge={<StageBadge stage={referral.stage} />}
        answer={referral.reason}
        actions={mayWrite && <MoveReferral referral={referral} />}
      />
      <TwoColumns>
        <Section title={t('detail.prospect')}>
          <Prospect referral={referral} />
        </Section>
        <Section title={t('detail.promise')}>
          <Facts
            items={[
              [t('columns.answer'), <AnswerBy key="answer" referral={referral} />],
              [t('detail.protected'), <RelativeTime key="protected" at={referral.protected_until} />],
              [t('columns.owner'), <Owner key="owner" referral={referral} editable={mayWrite} />],
            ]}
          />
        </Section>
      </TwoColumns>
      <Section title={t('detail.steps')} flush>
        <PlainTable
          label={t('detail.steps')}
          columns={['stage', 'note', 'by', 'at'].map((key) => ({ title: t(`detail.${key}`) }))}
          rows={referral.steps.map((step) => [
            step.reason ? t(`lost.${step.reason}`) : t(`stages.${step.stage}`),
            step.note || '—',
            step.by,
            <RelativeTime key="at" at={step.at} />,
          ])}
        />
      </Section>
    </>
  );
}

function Prospect({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation('screens-referrals');
  const { partner, programme, account } = referral;
  return (
    <Facts
      items={[
        [t('columns.contact'), `${referral.contact_name} (${referral.contact_email})`],
        [t('fields.note'), referral.note],
        [
          t('columns.value'),
          referral.expected_value_minor === null ? null : (
            <Money key="value" minor={referral.expected_value_minor} currency={referral.currency} />
          ),
        ],
        [
          t('columns.partner'),
          <Link key="partner" className="gw-link" to="/partners/$id" params={{ id: partner.id }}>
            {partner.name}
          </Link>,
        ],
        [
          t('detail.programme'),
          <Link key="programme" className="gw-link" to="/programmes/$id" params={{ id: programme.id }}>
            {programme.name}
          </Link>,
        ],
        [
          t('detail.account'),
          account && (
            <Link key="account" className="gw-link" to="/accounts/$id" params={{ id: account.id }}>
              {account.name}
            </Link>
          ),
        ],
        [t('detail.source'), t(`sources.${referral.source}`)],
        [t('detail.consent'), referral.consent_text],
      ]}
    />
  );
}

/** Who in sales has it; changed at once. */
function Owner({ referral, editable }: { referral: ReferralDetail; editable: boolean }) {
  const { t } = useTranslation('screens-referrals');
  const queries = useQueryClient();
  const members = useQuery({ queryKey: ['members'], queryFn: () => ask(api.GET('/v1/members')), enabled: editable });
  const give = useMutation({
    mutationFn: (owner_id: string | null) =>
      ask(api.PUT('/v1/referrals/{id}/owner', { params: { path: { id: referral.id } }, body: { owner_id } })),
    onSuccess: (next) => queries.setQueryData(['referrals', referral.id], next),
  });
  if (!editable) return referral.owner?.name ?? t('nobody');
  return (
    <>
      <Select
        aria-label={t('columns.owner')}
        placeholder={t('nobody')}
        clearable
        data={(members.data?.items ?? []).map(({ user_id, name, email }) => ({ value: user_id, label: name || email }))}
        value={referral.owner?.id ?? null}
        disabled={give.isPending}
        onChange={(id) => give.mutate(id)}
      />
      {give.isError && <ProblemAlert error={give.error} />}
    </>
  );
}
