import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Arrivals } from './arrivals.tsx';
import { Connect } from './connect.tsx';
import { Mappings } from './mappings.tsx';
import { Quarantine } from './quarantine.tsx';
import { Sources } from './sources.tsx';

/** Product events: how clients are connected, what arrived, what waits, and what events count as. */
export default function Events() {
  const { t } = useTranslation('screens-events');
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} />
      <Connect />
      <Sources />
      <Arrivals />
      <Quarantine />
      <Mappings />
    </>
  );
}
