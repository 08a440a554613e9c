import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ToneBadge } from '../../../ui/state-badge.tsx';
import classes from '../programmes/programmes.module.css';

export const portalProgrammesQuery = {
  queryKey: ['portal', 'programmes'],
  queryFn: () => ask(api.GET('/v1/portal/programmes')),
};

/** The programmes one is in, with what is still to do, and those one could join. */
export function Programmes() {
  const { t } = useTranslation('screens-portal-programmes');
  const programmes = useQuery(portalProgrammesQuery);
  return (
    <Section title={t('title')}>
      <QueryView query={programmes}>
        {({ items, open }) => (
          <ul className={classes.rows}>
            {items.map(({ id, name, may_earn, gates }) => (
              <li key={id}>
                <div className={classes.pair}>
                  <Link to={`/programmes/${id}`} className="gw-link">
                    {name}
                  </Link>
                  <ToneBadge tone={may_earn ? 'good' : 'warn'}>{t(may_earn ? 'may' : 'mayNot')}</ToneBadge>
                </div>
                {gates
                  .filter((gate) => !gate.open)
                  .map(({ gate, reason }) => (
                    <div key={gate} className={classes.quiet}>
                      {reason}
                    </div>
                  ))}
              </li>
            ))}
            {open.map(({ id, name, audience }) => (
              <li key={id}>
                <div className={classes.pair}>
                  <span>{name}</span>
                  <Link to={`/join/${id}`} className="gw-link">
                    {t('look')}
                  </Link>
                </div>
                <div className={classes.quiet}>{audience}</div>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
