import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchPayouts } from './batch-payouts.tsx';
import { BatchTrouble } from './batch-trouble.tsx';

export type Batch = Got<'/v1/payout-batches/{id}'>;

/** One batch: what goes where, who is left out, and the next step. */
export default function BatchPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const batch = useQuery({
    queryKey: ['payout-batches', id],
    queryFn: () => ask(api.GET('/v1/payout-batches/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={batch}>{(data) => <Detail batch={data} />}</QueryView>;
}

function Detail({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  const amount = moneyText(batch.total_minor, batch.currency);
  const answer = answerOf(batch);
  return (
    <>
      <PageHeader
        back={
          <Link to="/payouts" className="gw-link">
            {t('common:nav.payouts')}
          </Link>
        }
        title={batch.payout_count === 0 ? t('batch.empty') : t('batch.title', { amount, count: batch.payout_count })}
        badge={<StateBadge state={batch.state} />}
        answer={t(`batch.answer.${answer}`)}
        actions={<BatchActions batch={batch} />}
      />
      <BatchTrouble batch={batch} />
      <TwoColumns>
        <div>
          <Section title={t('batch.payouts')} flush>
            <BatchPayouts batch={batch} />
          </Section>
        </div>
        <div>
          <Section title={t('batch.history')}>
            <History batch={batch} />
          </Section>
          <Skipped batch={batch} />
        </div>
      </TwoColumns>
    </>
  );
}

function answerOf(batch: Batch): string {
  if (batch.state === 'draft' && batch.created_by_you) return 'draftYours';
  const isProvider = batch.rail === 'provider' && (batch.state === 'approved' || batch.state === 'sent');
  return isProvider ? `${batch.state}Provider` : batch.state;
}

function History({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  const by = (who: string | null, at: string | null) =>
    at && (
      <>
        {who && (who === 'prepare-payouts' ? t('batch.byItself') : <MemberName id={who} />)} <RelativeTime at={at} />
      </>
    );
  return (
    <Facts
      items={[
        [t('batch.promised'), <DateOnly key="on" on={batch.expected_on} />],
        [t('payouts.columns.rail'), t(`payouts.rails.${batch.rail}`)],
        [t('batch.made'), by(batch.created_by, batch.created_at)],
        [t('batch.approvedAt'), by(batch.approved_by, batch.approved_at)],
        [t('batch.sentAt'), by(null, batch.sent_at)],
        [t('batch.paidAt'), by(null, batch.paid_at)],
      ]}
    />
  );
}

function Skipped({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  if (batch.skipped.length === 0) return null;
  return (
    <Section title={t('batch.skipped')} note={t('batch.skippedNote')} flush>
      <PlainTable
        label={t('batch.skipped')}
        columns={[
          { title: t('batch.partner') },
          { title: t('commissions.columns.why') },
          { title: t('batch.available'), end: true },
        ]}
        rows={batch.skipped.map((skipped) => [
          skipped.partner.name,
          skipped.reason,
          <Money key="available" minor={skipped.available_minor} currency={batch.currency} />,
        ])}
      />
    </Section>
  );
}
