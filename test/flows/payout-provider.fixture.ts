// One scheduler that pays by the misbehaving provider. test/flows/payout-provider.test.ts and bench/payouts.ts start
// several and kill them. Arguments: a database address or a data folder, the provider's folder, the workers, and the
// point at which it kills itself with the count of arrivals there ("answered:7"), or "-" to go on to the end.
import { type PayPoint, payByProvider } from '../../src/flows/pay-by-provider.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { fakeTransfers } from '../../src/platform/fake-transfers.ts';
import { testCtx } from '../harness/ctx.ts';
import { misbehave } from '../harness/provider.ts';

const [where = '', folder = '', workers = '8', death = '-', at = '2026-04-01T00:00:00Z'] = process.argv.slice(2);
const [point, count = '1'] = death.split(':');
const isAddress = where.startsWith('postgres:');
const database = await openDatabase({ databaseUrl: isAddress ? where : undefined, dataDir: where });
const ctx = testCtx(database, { at });
let arrivals = 0;
const dieAt = (here: PayPoint) => {
  if (here !== point) return;
  arrivals += 1;
  if (arrivals === Number(count)) process.kill(process.pid, 'SIGKILL');
};
const result = await payByProvider(ctx, fakeTransfers(folder, misbehave), { workers: Number(workers), at: dieAt });
process.stdout.write(`${JSON.stringify(result)}\n`);
await database.close();
