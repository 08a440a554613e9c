import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, numberText } from '../../../lib/format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DifferenceText, Numbers, ShareText, type Trait, VerdictBadge } from './association.tsx';
import classes from './success.module.css';
import { SuccessTabs } from './success-tabs.tsx';

type Report = Got<'/v1/success/traits'>;

/** What do customers who succeed have in common? */
export default function Traits() {
  const { t } = useTranslation('screens-success');
  const traits = useQuery({ queryKey: ['success-traits'], queryFn: () => ask(api.GET('/v1/success/traits')) });
  return (
    <QueryView query={traits}>
      {(data) => (
        <>
          <PageHeader
            title={t('traits.title')}
            answer={data.answer}
            actions={
              data.items.length > 0 ? (
                <Button
                  component="a"
                  href="/v1/success/traits.csv"
                  variant="default"
                  leftSection={<IconDownload size={16} />}
                >
                  {t('csv')}
                </Button>
              ) : undefined
            }
          />
          <SuccessTabs open="traits" />
          <Answer data={data} />
        </>
      )}
    </QueryView>
  );
}

function Answer({ data }: { data: Report }) {
  const { t } = useTranslation('screens-success');
  if (data.outcome === 'too_few') return <TooFew data={data} />;
  const of = (...verdicts: Trait['verdict'][]) => data.items.filter(({ verdict }) => verdicts.includes(verdict));
  const [confirmed, open, rest] = [of('confirmed'), of('not_confirmed', 'explained'), of('nothing', 'too_few')];
  return (
    <>
      <Section title={t('traits.confirmed')} note={t('traits.confirmedNote')}>
        {confirmed.length === 0 ? <p className={classes.quiet}>{t('traits.none')}</p> : <Told items={confirmed} />}
        <p className={classes.quiet}>{t('associated')}</p>
      </Section>
      {open.length > 0 && (
        <Section title={t('traits.open')} note={t('traits.openNote')}>
          <Told items={open} />
        </Section>
      )}
      <Section
        title={t('traits.all')}
        note={t('traits.allNote', { count: data.tested, accounts: data.n, day: data.day, until: dateText(data.on) })}
        flush
      >
        <Table items={[...confirmed, ...open, ...rest]} />
      </Section>
    </>
  );
}

function Told({ items }: { items: Trait[] }) {
  return (
    <ul className={classes.told}>
      {items.map((one) => (
        <li key={`${one.attribute}=${one.value}`}>
          <p>
            <VerdictBadge verdict={one.verdict} difference={one.statistics?.difference.value} /> {one.sentence}
          </p>
          {one.statistics && <Numbers statistics={one.statistics} />}
        </li>
      ))}
    </ul>
  );
}

function Table({ items }: { items: Trait[] }) {
  const { t } = useTranslation('screens-success');
  return (
    <PlainTable
      label={t('traits.all')}
      columns={[
        { title: t('traits.trait') },
        { title: t('traits.value') },
        { title: t('traits.with'), end: true },
        { title: t('traits.without'), end: true },
        { title: t('traits.difference'), end: true },
        { title: t('traits.verdict') },
      ]}
      rows={items.map((one) => [
        one.attribute_name,
        one.value,
        <ShareText key="with" share={one.statistics?.with ?? null} />,
        <ShareText key="without" share={one.statistics?.without ?? null} />,
        <DifferenceText key="difference" statistics={one.statistics} />,
        <VerdictBadge key="verdict" verdict={one.verdict} difference={one.statistics?.difference.value} />,
      ])}
    />
  );
}

type Few = Pick<Report, 'answer' | 'n' | 'succeeded' | 'needed' | 'day'>;

/** What is missing before anything can be compared, and what would be needed. */
export function TooFew({ data }: { data: Few }) {
  const { t } = useTranslation('screens-success');
  return (
    <Section title={t('few.title')}>
      <p>{data.answer}</p>
      <p className={classes.quiet}>
        {t('few.text', {
          day: data.day,
          n: numberText(data.n),
          succeeded: numberText(data.succeeded),
          failed: numberText(data.n - data.succeeded),
        })}
      </p>
    </Section>
  );
}
