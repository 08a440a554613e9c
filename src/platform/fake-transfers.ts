import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TransferNews,
  type TransferOrder,
  type TransferProvider,
  TransferRefused,
  type TransferReport,
} from './transfers.ts';

/**
 * How the fake behaves for one order. `silent_paid`: pays, then never answers. `silent`: never answers and pays nothing
 * until it is asked again. `late`: pays, but shows it only when it is looked for the second time. `pending`: accepts and
 * pays when it is looked for. `twice`: tells the same news twice. `refuse`: says no. `return`: pays, then sends it back.
 */
export const MISCHIEFS = ['silent_paid', 'silent', 'late', 'pending', 'twice', 'refuse', 'return'] as const;
export type Mischief = (typeof MISCHIEFS)[number] | undefined;

export type FakeTransfers = TransferProvider & {
  /** Every transfer it made: what left, whatever anybody was told. */
  book(): TransferReport[];
};

/**
 * A provider that keeps its book in a folder, one file a key, so that several processes can use it and a killed one
 * leaves no doubt about what was paid. It behaves unless `behave` says otherwise.
 */
export function fakeTransfers(
  folder: string,
  behave: (order: TransferOrder) => Mischief = () => undefined,
): FakeTransfers {
  const shelf = openShelf(folder);
  const dropped = () => new Error('the provider did not answer');
  return {
    name: 'fake',
    book: shelf.book,
    news: async (cursor) => shelf.news(cursor),
    async create(order) {
      const mischief = behave(order);
      if (mischief === 'refuse') throw new TransferRefused('the account is closed');
      if (mischief === 'silent' && shelf.isFirst(order.key)) throw dropped();
      const isNew = !shelf.read(order.key);
      const report = shelf.pay(order, mischief === 'pending' ? 'pending' : 'paid');
      if (!isNew) return report;
      if (mischief === 'twice') for (let n = 0; n < 2; n += 1) shelf.tell(report);
      if (mischief === 'return') shelf.tell(shelf.change({ ...report, state: 'returned', reason: 'account closed' }));
      if (mischief === 'silent_paid' || mischief === 'late') throw dropped();
      return report;
    },
    async find(key) {
      const report = shelf.read(key);
      if (!report) return undefined;
      const mischief = behave({ ...report, text: '' });
      if (mischief === 'late' && shelf.isFirst(key)) return undefined;
      return report.state === 'pending' ? shelf.change({ ...report, state: 'paid' }) : report;
    },
  };
}

/** The files of the fake: a transfer is written once, whoever comes first. */
function openShelf(folder: string) {
  for (const part of ['book', 'seen', 'news']) mkdirSync(join(folder, part), { recursive: true });
  const fileOf = (key: string) => join(folder, 'book', `${key}.json`);
  const load = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as TransferReport;
  const read = (key: string) => (existsSync(fileOf(key)) ? load(fileOf(key)) : undefined);
  return {
    read,
    isFirst: (key: string) => writeOnce(join(folder, 'seen', key), ''),
    book: () => namesIn(join(folder, 'book')).map((name) => load(join(folder, 'book', name))),
    pay(order: TransferOrder, state: TransferReport['state']): TransferReport {
      const { text: _text, ...rest } = order;
      const report: TransferReport = { ...rest, ref: `tr_fake_${order.key}`, state };
      if (writeOnce(fileOf(order.key), JSON.stringify(report))) return report;
      const known = read(order.key);
      if (known?.amountMinor === order.amountMinor && known.account === order.account) return known;
      throw new TransferRefused(`the key ${order.key} was used for another transfer`);
    },
    change(report: TransferReport): TransferReport {
      const draft = join(folder, 'seen', `${report.key}.${process.pid}`);
      writeFileSync(draft, JSON.stringify(report));
      renameSync(draft, fileOf(report.key));
      return report;
    },
    /** One file an item: the name sorts by when it was told. */
    tell(report: TransferReport): void {
      const at = `${Date.now().toString().padStart(15, '0')}-${process.hrtime.bigint()}-${process.pid}`;
      writeFileSync(join(folder, 'news', at), JSON.stringify(report));
    },
    news(cursor: string | undefined): TransferNews {
      const fresh = namesIn(join(folder, 'news')).filter((name) => cursor === undefined || name > cursor);
      const reports = fresh.map((name) => load(join(folder, 'news', name)));
      return { reports, cursor: fresh.at(-1) ?? cursor };
    },
  };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** False when it is there already: of several writers one wins. */
function writeOnce(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
