// Makes the empty database cluster that a first start copies (src/platform/embedded-cluster.ts). Runs after npm ci;
// silent when it is there already, and a failure only makes the first start slower.
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { preparedCluster, provideCluster } from '../src/platform/embedded-cluster.ts';

const wanted = preparedCluster();
await provideCluster(wanted);
const others = readdirSync(dirname(wanted)).filter((name) => name.startsWith('empty-') && name !== basename(wanted));
for (const name of others) rmSync(join(dirname(wanted), name), { recursive: true, force: true });
