import { useTranslation } from 'react-i18next';
import { numberText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Account360 } from './account.tsx';
import classes from './accounts.module.css';

export function SupportTab({ data }: { data: Account360 }) {
  return (
    <>
      <Tickets tickets={data.tickets} />
      <Answers answers={data.answers} />
      {data.churn_claims.length > 0 && <Claims claims={data.churn_claims} />}
    </>
  );
}

function useColumn() {
  const { t } = useTranslation('screens-customers');
  return (key: string, end?: boolean) => ({ title: t(`account.columns.${key}`), end });
}

function Tickets({ tickets }: Pick<Account360, 'tickets'>) {
  const { t } = useTranslation('screens-customers');
  const column = useColumn();
  return (
    <Section title={t('account.tickets')} note={t('account.total', { count: tickets.total })} flush={tickets.total > 0}>
      {tickets.total === 0 ? (
        <p className={classes.quiet}>{t('account.noTickets')}</p>
      ) : (
        <PlainTable
          label={t('account.tickets')}
          columns={[
            column('ticket'),
            column('state'),
            column('priority'),
            column('opened'),
            column('hours', true),
            column('rating', true),
          ]}
          rows={tickets.items.map((ticket) => [
            ticket.subject ?? ticket.topic ?? ticket.external_id,
            <StateBadge key="state" state={ticket.status} />,
            ticket.severity
              ? t('account.severity', { level: ticket.severity })
              : ticket.priority
                ? t(`account.priorities.${ticket.priority}`)
                : '—',
            <RelativeTime key="at" at={ticket.opened_at} />,
            ticket.resolution_minutes === null ? '—' : numberText(ticket.resolution_minutes / 60, 1),
            ticket.satisfaction === null
              ? '—'
              : `${numberText(ticket.satisfaction, 1)} / ${ticket.satisfaction_scale ?? 5}`,
          ])}
        />
      )}
    </Section>
  );
}

function Answers({ answers }: Pick<Account360, 'answers'>) {
  const { t } = useTranslation('screens-customers');
  return (
    <Section title={t('account.answers')} note={t('account.total', { count: answers.length })}>
      {answers.length === 0 ? (
        <p className={classes.quiet}>{t('account.noAnswers')}</p>
      ) : (
        <ul className={classes.rows}>
          {answers.map((answer) => (
            <li key={answer.kind + answer.answered_at}>
              <div className={classes.pair}>
                <strong>{answer.title}</strong>
                {answer.score !== null && (
                  <span className="gw-num">
                    {answer.score} / {answer.scale_max}
                  </span>
                )}
              </div>
              {answer.answer_text && <p style={{ margin: '4px 0' }}>{answer.answer_text}</p>}
              <div className={classes.quiet}>
                {answer.person_name} <RelativeTime at={answer.answered_at} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Claims({ claims }: { claims: Account360['churn_claims'] }) {
  const { t } = useTranslation('screens-customers');
  const column = useColumn();
  return (
    <Section title={t('account.claims')} note={t('account.claimsNote')} flush>
      <PlainTable
        label={t('account.claims')}
        columns={[column('when'), column('reason'), column('said'), column('from')]}
        rows={claims.map((claim) => [claim.churned_on, claim.reason_code ?? '—', claim.feedback ?? '—', claim.source])}
      />
    </Section>
  );
}
