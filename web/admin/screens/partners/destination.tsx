import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import classes from './partners.module.css';

/** Where the partner is paid; enough of the account to recognise it, not enough to copy it. */
export function Destination({ id }: { id: string }) {
  const { t } = useTranslation('screens-partners');
  const answer = useQuery({
    queryKey: ['partners', id, 'destination'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/payout-destination', { params: { path: { id } } })),
  });
  return (
    <Section title={t('partner.destination.title')}>
      <QueryView query={answer}>
        {({ destination }) =>
          destination ? (
            <Facts
              items={[
                [t('partner.destination.rail'), t(`partner.destination.rails.${destination.rail}`)],
                [t('partner.destination.holder'), destination.holder_name],
                [t('partner.destination.iban'), destination.iban && masked(destination.iban)],
                [t('partner.destination.details'), destination.details],
              ]}
            />
          ) : (
            <p className={classes.quiet}>{t('partner.destination.none')}</p>
          )
        }
      </QueryView>
    </Section>
  );
}

/** "DE89 •••• 3000". */
function masked(iban: string): string {
  return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;
}
