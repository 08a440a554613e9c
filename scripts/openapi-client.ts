// Writes web/lib/api-types.ts, the types of the web app's API client, from the API's own description.
// With --check it writes nothing and fails when the file differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { describeApi } from '../src/compose.ts';

const file = join(import.meta.dirname, '../web/lib/api-types.ts');
const HEADER = '// Generated from the API by "npm run openapi-client". Do not edit.\n\n';

const nodes = await openapiTS(JSON.stringify(await describeApi()), { alphabetize: true });
const wanted = HEADER + astToString(nodes);

if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (read() !== wanted) {
  console.error('web/lib/api-types.ts does not match the API. Run: npm run openapi-client');
  process.exitCode = 1;
}

function read(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
