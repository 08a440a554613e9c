import { Button, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { instantText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './mail.module.css';

export function MailPane({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('screens-mail');
  const mail = useQuery({
    queryKey: ['mails', id],
    queryFn: () => ask(api.GET('/v1/mails/{id}', { params: { path: { id } } })),
  });
  return (
    <article className={classes.mail} aria-label={t('reading')}>
      <Button
        className={classes.back}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
        onClick={onBack}
      >
        {t('back')}
      </Button>
      <QueryView query={mail}>
        {(data) => (
          <>
            <Title order={2}>{data.subject}</Title>
            <Facts
              items={[
                [t('to'), data.to_name ? `${data.to_name} <${data.to_address}>` : data.to_address],
                [t('written'), instantText(data.created_at)],
                [t('state'), <StateBadge key="state" state={data.state} />],
              ]}
            />
            {data.state === 'kept' && <Notice tone="calm">{t('keptText')}</Notice>}
            {data.error && <Notice tone="bad">{t('failedText', { error: data.error })}</Notice>}
            <div className={classes.body}>
              <Linked text={data.body_text} />
            </div>
          </>
        )}
      </QueryView>
    </article>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;

/** Plain text with its web addresses made into links. */
function Linked({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={at} className="gw-link" href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
