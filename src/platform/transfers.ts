/** One transfer to a partner's account, ordered under a key of our own: the same key is the same transfer. */
export type TransferOrder = {
  key: string;
  amountMinor: number;
  currency: string;
  /** The account at the provider. */
  account: string;
  /** What the receiver reads. */
  text: string;
};

/** What the provider says of a transfer. `pending`: accepted, not arrived yet. */
export type TransferReport = {
  key: string;
  /** The provider's own name of it. */
  ref: string;
  state: 'pending' | 'paid' | 'failed' | 'returned';
  amountMinor: number;
  currency: string;
  account: string;
  reason?: string;
};

export type TransferNews = { reports: TransferReport[]; cursor: string | undefined };

/** Whoever pays for us. Anything it throws but `TransferRefused` leaves the outcome unknown. */
export type TransferProvider = {
  name: string;
  /** @throws TransferRefused when it is certain that nothing was or will be paid under this key */
  create(order: TransferOrder): Promise<TransferReport>;
  /** Undefined: it knows of no transfer under the key. */
  find(key: string): Promise<TransferReport | undefined>;
  /** What changed since the cursor, oldest first; the same news may come more than once. */
  news(cursor: string | undefined): Promise<TransferNews>;
};

/** The provider said no, for good. */
export class TransferRefused extends Error {}
