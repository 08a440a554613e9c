import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './payouts.module.css';

/** When each programme pays next, and when its batch is drafted by itself. */
export function Schedules() {
  const { t } = useTranslation('screens-money');
  const schedules = useQuery({ queryKey: ['payout-schedules'], queryFn: () => ask(api.GET('/v1/payout-schedules')) });
  return (
    <Section title={t('schedules.title')} note={t('schedules.note')} flush>
      <QueryView query={schedules}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.inset}>{t('schedules.none')}</p>
          ) : (
            <PlainTable
              label={t('schedules.title')}
              columns={['programme', 'when', 'pays', 'prepared'].map((key) => ({ title: t(`schedules.${key}`) }))}
              rows={items.map(({ programme, every, day, pays_on, prepared_on }) => [
                <Link key="programme" to="/programmes/$id" params={{ id: programme.id } as never} className="gw-link">
                  {programme.name}
                </Link>,
                t(`schedules.every.${every}`, { day, weekday: weekday(day) }),
                <DateOnly key="pays" on={pays_on} />,
                <DateOnly key="prepared" on={prepared_on} />,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

/** 1 is Monday. */
function weekday(day: number): string {
  const monday = Date.UTC(2024, 0, 1);
  const date = new Date(monday + (day - 1) * 86_400_000);
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(date);
}
