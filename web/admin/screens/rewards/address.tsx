import { useMemo } from 'react';
import { listCountries } from '../../../../src/kernel/countries.ts';
import { locale } from '../../../lib/i18n.ts';
import type { GrantWhy } from './reward.tsx';

type Props = { address: NonNullable<GrantWhy['address']> };

/** As it is written on a parcel. */
export function AddressLines({ address }: Props) {
  const country = useMemo(
    () => listCountries(locale()).find(({ code }) => code === address.country)?.name ?? address.country,
    [address.country],
  );
  const town = [address.postcode, address.city, address.region].filter(Boolean).join(' ');
  return (
    <address style={{ fontStyle: 'normal' }}>
      {[address.name, address.street, address.street2, town, country].filter(Boolean).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  );
}
