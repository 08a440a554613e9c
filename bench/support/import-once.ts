// Imports one folder and prints how long the import took (from the first byte read to the last file stored) and the peak memory.
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { importFolder, planImport } from '../../src/flows/import-folder.ts';

const folder = process.argv[2] ?? '.';
const config = { ...readConfig(), logLevel: 'warn' };
const product = await compose(config);
const ctx = product.systemCtx('bench');
const started = performance.now();
const plan = await planImport(ctx, { folder });
let stored = started;
const onProgress = ({ done }: { done: boolean }) => {
  if (done) stored = performance.now();
};
const result = await importFolder(ctx, { folder, dataDir: config.dataDir, label: 'bench', plan, onProgress });
const seconds = (stored - started) / 1000;
const scored = (performance.now() - stored) / 1000;
await product.stop();
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, scored, peakMb, entities: result.entities }));
