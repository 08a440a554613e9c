import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, moneyText, numberText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { EditNeed } from './edit-need.tsx';
import classes from './needs.module.css';
import { useRefreshNeeds } from './needs-query.ts';

type Brief = Got<'/v1/needs/{id}/brief'>;

/** From pain point to what we say, what is to be made and where it leads, with the numbers behind it. */
export default function NeedBrief() {
  const { id } = useParams({ strict: false }) as { id: string };
  const brief = useQuery({
    queryKey: ['needs', 'brief', id],
    queryFn: () => ask(api.GET('/v1/needs/{id}/brief', { params: { path: { id } } })),
  });
  return <QueryView query={brief}>{(data) => <View brief={data} />}</QueryView>;
}

function View({ brief }: { brief: Brief }) {
  const { t } = useTranslation('screens-needs');
  const { need, worth, limits } = brief;
  const mayWrite = useMay('customers:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/success/needs" className="gw-link">
            {t(`kinds.${need.kind}`)}
          </Link>
        }
        title={need.name}
        answer={worth.sentence}
        actions={
          <>
            <Button
              component="a"
              href={`/v1/needs/${need.id}/brief.md`}
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {t('brief.download')}
            </Button>
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
              {t('brief.print')}
            </Button>
            {mayWrite && <PutAway brief={brief} />}
            {mayWrite && <EditNeed key={need.updated_at} need={need} />}
          </>
        }
      />
      <TwoColumns>
        <div>
          <Section title={t('brief.title')}>
            <ol className={classes.chain}>
              <Part title={t('fields.description')} text={need.description} />
              <Part title={t('fields.usp')} text={need.usp} />
              <Part title={t('fields.asset')} text={need.asset} />
              <Part title={t('fields.page')} text={need.page_url} />
            </ol>
          </Section>
          <Quotes brief={brief} />
        </div>
        <div>
          <Section title={t('brief.numbers')}>
            <Numbers brief={brief} />
          </Section>
          <Section title={t('limits')}>
            <ul className={classes.list}>
              {limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </Section>
        </div>
      </TwoColumns>
    </>
  );
}

function PutAway({ brief: { need } }: { brief: Brief }) {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const navigate = useNavigate();
  return (
    <ConfirmAction
      label={t('archive.button')}
      title={t('archive.title', { name: need.name })}
      confirmLabel={t('archive.confirm', { name: need.name })}
      variant="subtle"
      run={async () => {
        await ask(api.POST('/v1/needs/{id}/archive', { params: { path: { id: need.id } } }));
        await navigate({ to: '/success/needs' } as never);
        await refresh();
      }}
    >
      {t('archive.text')}
    </ConfirmAction>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('screens-needs');
  return (
    <li>
      <h3>{title}</h3>
      {text ? <p>{text}</p> : <p className={classes.quiet}>{t('brief.open')}</p>}
    </li>
  );
}

function Quotes({ brief }: { brief: Brief }) {
  const { t } = useTranslation('screens-needs');
  return (
    <Section title={t('brief.quotes')}>
      <p className={classes.quiet}>{brief.quotes_sentence}</p>
      {brief.quotes.map(({ text, person, title, company, said_at }) => (
        <blockquote key={person + said_at} className={classes.quote}>
          <p>{text}</p>
          <footer className={classes.quiet}>
            {[person, title, company].filter(Boolean).join(', ')}, {dateText(said_at)}
          </footer>
        </blockquote>
      ))}
    </Section>
  );
}

function Numbers({ brief }: { brief: Brief }) {
  const { t } = useTranslation('screens-needs');
  const { worth, currency, industries, channels, data_until } = brief;
  const range = (share: typeof worth.success, of: number) =>
    share &&
    t('brief.share', {
      value: percentText(share.value, 0),
      low: percentText(share.low, 0),
      high: percentText(share.high, 0),
      count: of,
    });
  const list = (some: Brief['industries']) => some.map(({ name, customers }) => `${name} (${customers})`).join(', ');
  const { difference } = worth;
  const points = (value: number) => numberText(value * 100);
  return (
    <Facts
      items={[
        [t('worth.customers'), numberText(worth.customers)],
        [t('worth.succeed'), range(worth.success, worth.decided)],
        [t('brief.others'), worth.others_success === null ? null : percentText(worth.others_success, 0)],
        [
          t('brief.difference'),
          difference &&
            t('brief.points', {
              value: points(difference.value),
              low: points(difference.low),
              high: points(difference.high),
            }),
        ],
        [t('brief.q'), worth.q === null ? null : numberText(worth.q, 4)],
        [t('worth.left'), range(worth.left_share, worth.watched)],
        [t('worth.mrr'), moneyText(worth.mrr_minor, currency)],
        [t('brief.industries'), list(industries)],
        [t('brief.channels'), list(channels)],
        [t('brief.until'), dateText(data_until)],
      ]}
    />
  );
}
