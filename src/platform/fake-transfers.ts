import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TransferOrder, type TransferProvider, TransferRefused, type TransferReport } from './transfers.ts';

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
  mkdirSync(join(folder, 'book'), { recursive: true });
  mkdirSync(join(folder, 'seen'), { recursive: true });
  mkdirSync(join(folder, 'news'), { recursive: true });
  const fileOf = (key: string) => join(folder, 'book', `${key}.json`);
  const isFirst = (name: string) => makeOnce(join(folder, 'seen', name));

  function pay(order: TransferOrder, state: TransferReport['state']): TransferReport {
    const { text: _text, ...rest } = order;
    const report: TransferReport = { ...rest, ref: `tr_fake_${order.key}`, state };
    if (writeOnce(fileOf(order.key), JSON.stringify(report))) return report;
    const known = read(order.key);
    if (known?.amountMinor === order.amountMinor && known.account === order.account) return known;
    throw new TransferRefused(`the key ${order.key} was used for another transfer`);
  }

  function read(key: string): TransferReport | undefined {
    return existsSync(fileOf(key)) ? (JSON.parse(readFileSync(fileOf(key), 'utf8')) as TransferReport) : undefined;
  }

  function change(report: TransferReport): TransferReport {
    writeOnce(`${fileOf(report.key)}.${process.pid}`, JSON.stringify(report));
    renameSync(`${fileOf(report.key)}.${process.pid}`, fileOf(report.key));
    return report;
  }

  /** One file an item: the name sorts by when it was told. */
  function tell(report: TransferReport): void {
    const at = `${Date.now().toString().padStart(15, '0')}-${process.hrtime.bigint()}-${process.pid}`;
    writeFileSync(join(folder, 'news', at), JSON.stringify(report));
  }

  const dropped = () => new Error('the provider did not answer');

  return {
    name: 'fake',
    async create(order) {
      const mischief = behave(order);
      if (mischief === 'refuse') throw new TransferRefused('the account is closed');
      if (mischief === 'silent' && isFirst(order.key)) throw dropped();
      const isNew = !existsSync(fileOf(order.key));
      const report = pay(order, mischief === 'pending' ? 'pending' : 'paid');
      if (!isNew) return report;
      if (mischief === 'twice') for (let n = 0; n < 2; n += 1) tell(report);
      if (mischief === 'return') tell(change({ ...report, state: 'returned', reason: 'account closed' }));
      if (mischief === 'silent_paid' || mischief === 'late') throw dropped();
      return report;
    },
    async find(key) {
      const report = read(key);
      if (!report) return undefined;
      const mischief = behave({ ...report, text: '' });
      if (mischief === 'late' && isFirst(key)) return undefined;
      return report.state === 'pending' ? change({ ...report, state: 'paid' }) : report;
    },
    async news(cursor) {
      const names = readdirSync(join(folder, 'news')).sort();
      const fresh = names.filter((name) => cursor === undefined || name > cursor);
      const reports = fresh.map((name) => JSON.parse(readFileSync(join(folder, 'news', name), 'utf8')));
      return { reports: reports as TransferReport[], cursor: fresh.at(-1) ?? cursor };
    },
    book: () =>
      readdirSync(join(folder, 'book'))
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(folder, 'book', name), 'utf8')) as TransferReport),
  };
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

function makeOnce(path: string): boolean {
  return writeOnce(path, '');
}
