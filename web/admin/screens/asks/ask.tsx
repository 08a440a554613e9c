import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { AskEditor } from './ask-editor.tsx';
import { CancelAsk } from './cancel-ask.tsx';

export type AskData = Got<'/v1/asks/{id}'>;

/** One invitation: review and edit it as a draft, follow it once sent. */
export default function Ask() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['asks', id],
    queryFn: () => ask(api.GET('/v1/asks/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(data) => <Detail ask={data} />}</QueryView>;
}

function Detail({ ask }: { ask: AskData }) {
  const { t } = useTranslation('screens-advocates');
  const mayWrite = useMay('advocates:write');
  const person = ask.person.name ?? ask.person.email ?? '';
  const open = ask.state === 'draft' || ask.state === 'sent';
  return (
    <>
      <PageHeader
        back={
          <Link to="/nominations/$id" params={{ id: ask.account.id }} className="gw-link">
            {ask.account.name}
          </Link>
        }
        title={t(ask.state === 'draft' ? 'askPage.draftTitle' : 'askPage.title', { person })}
        badge={<StateBadge state={ask.state} />}
        answer={t(`askPage.answer.${ask.state}`, { person, kind: t(`ask.${ask.kind}`) })}
        actions={mayWrite && open && <CancelAsk ask={ask} />}
      />
      <TwoColumns>
        <Section title={t('askPage.letter')}>
          <AskEditor key={ask.id + ask.state} ask={ask} editable={mayWrite && ask.state === 'draft'} />
        </Section>
        <div>
          <Section title={t('askPage.about')}>
            <Facts items={useFacts(ask)} />
          </Section>
          <Section title={t('detail.evidence')} note={t('detail.evidenceNote')}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {ask.evidence.map(({ code, sentence }) => (
                <li key={code}>{sentence}</li>
              ))}
            </ul>
          </Section>
        </div>
      </TwoColumns>
    </>
  );
}

function useFacts(ask: AskData): [string, React.ReactNode][] {
  const { t } = useTranslation('screens-advocates');
  return [
    [t('askPage.to'), [ask.person.name, ask.person.email].filter(Boolean).join(', ')],
    [t('list.columns.ask'), t(`ask.${ask.kind}`)],
    [
      t('askPage.programme'),
      ask.programme && (
        <Link to="/programmes/$id" params={{ id: ask.programme.id }} className="gw-link">
          {ask.programme.name}
        </Link>
      ),
    ],
    [t('askPage.readiness'), ask.readiness_score === null ? null : numberText(ask.readiness_score)],
    [t('askPage.override'), ask.override_reason],
    [t('asks.columns.sent'), ask.sent_at && <RelativeTime at={ask.sent_at} />],
    [t('asks.columns.answered'), ask.answered_at && <RelativeTime at={ask.answered_at} />],
    [t('askPage.expires'), ask.expires_at && <RelativeTime at={ask.expires_at} />],
    [
      t('askPage.mail'),
      ask.mail_id && (
        <Link to="/mail" search={{ mail: ask.mail_id }} className="gw-link">
          {t('askPage.openMail')}
        </Link>
      ),
    ],
    [
      t('askPage.partner'),
      ask.partner_id && (
        <Link to="/partners/$id" params={{ id: ask.partner_id }} className="gw-link">
          {t('askPage.openPartner')}
        </Link>
      ),
    ],
  ];
}
