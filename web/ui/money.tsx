import { moneyText, shortMoneyText } from '../lib/format.ts';

type Props = { minor: number | null | undefined; currency: string | null | undefined; short?: boolean };

/** An amount with its currency in tabular figures; a dash when there is none. */
export function Money({ minor, currency, short }: Props) {
  if (minor === null || minor === undefined || !currency) return <span className="gw-num">—</span>;
  const exact = moneyText(minor, currency);
  return (
    <bdi dir="ltr" className="gw-num" title={short ? exact : undefined}>
      {short ? shortMoneyText(minor, currency) : exact}
    </bdi>
  );
}
