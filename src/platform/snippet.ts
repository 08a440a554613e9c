import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './token.ts';

/** The name of the script for customers' sites, in the folder of the built web app and in its address. */
export const SNIPPET = 'gw.js';

/** The script for customers' sites as it was built; undefined when it was not. */
export function readSnippet(webDir: string): { body: Buffer; etag: string } | undefined {
  const path = join(webDir, SNIPPET);
  if (!existsSync(path)) return undefined;
  const body = readFileSync(path);
  return { body, etag: `"${sha256(body).slice(0, 16)}"` };
}
