import type { Gift } from '../model.ts';

export type Wish = {
  /** What the receiver said they like; empty when they said nothing. */
  interests: readonly string[];
  worthMinor: number;
  currency: string;
  /** Where it would go, when that is known. */
  country: string | null;
};

/**
 * The gift that fits best: in stock, within the worth, sent to the country; most shared interests first, then the
 * dearer one, then by name. Undefined when nothing fits.
 */
export function matchGift(gifts: readonly Gift[], wish: Wish): Gift | undefined {
  const likes = new Set(wish.interests.map(plain));
  const shared = (gift: Gift) => gift.interests.filter((interest) => likes.has(plain(interest))).length;
  return gifts
    .filter((gift) => fits(gift, wish))
    .toSorted((a, b) => shared(b) - shared(a) || b.worth_minor - a.worth_minor || compare(a, b))[0];
}

function fits(gift: Gift, { worthMinor, currency, country }: Wish): boolean {
  if (gift.state !== 'active' || gift.stock < 1 || gift.currency !== currency) return false;
  return gift.worth_minor <= worthMinor && goesTo(gift, country);
}

/** Whether a gift is sent to a country; where the country is not known yet, it is assumed. */
export function goesTo(gift: Pick<Gift, 'countries'>, country: string | null): boolean {
  return gift.countries.length === 0 || country === null || gift.countries.includes(country);
}

function plain(interest: string): string {
  return interest.trim().toLowerCase();
}

function compare(a: Gift, b: Gift): number {
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;
}
