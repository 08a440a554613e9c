import { BANDS, type Band, type ComponentKey, type Health } from '../model.ts';

export type BandCount = Record<Band | 'unknown', number>;

/** An account whose score would move, and the part that moves it most; `points` of the score, new minus old. */
export type Mover = {
  accountId: string;
  before: number | null;
  after: number | null;
  band_before: Health['band'];
  band_after: Health['band'];
  most: { component: ComponentKey; points: number } | null;
};

export type Comparison = {
  accounts: number;
  before: BandCount;
  after: BandCount;
  mean_before: number | null;
  mean_after: number | null;
  /** Accounts that would be in another band. */
  moved: number;
  movers: Mover[];
};

const MOST_MOVERS = 10;

/** What another model would make of the same accounts, in the same order. */
export function compareHealth(before: readonly Health[], after: readonly Health[]): Comparison {
  const pairs = before.flatMap((one, index) => {
    const other = after[index];
    return other ? [{ one, other }] : [];
  });
  const movers = pairs
    .map(({ one, other }) => moverOf(one, other))
    .filter((mover) => mover.before !== mover.after || mover.band_before !== mover.band_after)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.accountId.localeCompare(b.accountId));
  return {
    accounts: pairs.length,
    before: countBands(before),
    after: countBands(after),
    mean_before: meanOf(before),
    mean_after: meanOf(after),
    moved: pairs.filter(({ one, other }) => one.band !== other.band).length,
    movers: movers.slice(0, MOST_MOVERS),
  };
}

export function countBands(health: readonly Health[]): BandCount {
  const count = (band: Health['band']) => health.filter((one) => one.band === band).length;
  const [green, amber, red] = BANDS.map(count) as [number, number, number];
  return { green, amber, red, unknown: count('unknown') };
}

/** The mean of the scores there are, two decimals. */
export function meanOf(health: readonly Health[]): number | null {
  const scores = health.flatMap(({ score }) => (score === null ? [] : [score]));
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.length === 0 ? null : Math.round((sum / scores.length) * 100) / 100;
}

function moverOf(one: Health, other: Health): Mover {
  const changes = one.contributions.map(({ component, points }) => {
    const now = other.contributions.find((part) => part.component === component)?.points ?? 0;
    return { component, points: Math.round((now - points) * 100) / 100 };
  });
  const most = changes.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0] ?? null;
  return {
    accountId: one.accountId,
    before: one.score,
    after: other.score,
    band_before: one.band,
    band_after: other.band,
    most: most && most.points !== 0 ? most : null,
  };
}

function sizeOf({ before, after }: Mover): number {
  if (before === null || after === null) return Number.MAX_VALUE;
  return Math.abs(after - before);
}
