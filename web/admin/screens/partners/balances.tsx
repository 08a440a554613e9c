import type { Item } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';

type Balance = Item<'/v1/partners'>['balances'][number];
type Field = 'earned_minor' | 'pending_minor' | 'available_minor';

/** One amount a currency, one under the other: currencies are never summed. */
export function Balances({ balances, field }: { balances: Balance[]; field: Field }) {
  if (balances.length === 0) return <span className="gw-num">—</span>;
  return balances.map((balance) => (
    <div key={balance.currency}>
      <Money minor={balance[field]} currency={balance.currency} />
    </div>
  ));
}
