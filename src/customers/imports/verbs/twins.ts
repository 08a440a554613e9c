import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from './read-folder.ts';

/** The files before each file that have its content, by name. Only files of one size are read for it. */
export async function findTwins(files: readonly SourceFile[]): Promise<Map<string, string[]>> {
  const twins = new Map<string, string[]>();
  for (const alike of Map.groupBy(files, ({ path }) => statSync(path).size).values()) {
    if (alike.length < 2) continue;
    const seen = new Map<string, string[]>();
    for (const file of alike) {
      const digest = await digestOf(file.path);
      const before = seen.get(digest) ?? [];
      if (before.length > 0) twins.set(file.name, [...before]);
      seen.set(digest, [...before, file.name]);
    }
  }
  return twins;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
