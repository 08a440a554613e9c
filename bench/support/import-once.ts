// Imports one folder and prints how long the import took (from reading the first byte to the last commit) and the peak memory.
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { importFolder, planImport } from '../../src/flows/import-folder.ts';

const folder = process.argv[2] ?? '.';
const config = { ...readConfig(), logLevel: 'warn' };
const product = await compose(config);
const ctx = product.systemCtx('bench');
const started = performance.now();
const plan = await planImport(ctx, { folder });
const result = await importFolder(ctx, { folder, dataDir: config.dataDir, label: 'bench', plan });
const seconds = (performance.now() - started) / 1000;
await product.stop();
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, peakMb, entities: result.entities }));
