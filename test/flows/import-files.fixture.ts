import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Mapping } from '../../src/customers/imports/model.ts';
import { type ImportResult, importFolder, planImport } from '../../src/flows/import-folder.ts';
import type { Ctx } from '../../src/platform/ctx.ts';

export type Folder = {
  path: string;
  dataDir: string;
  write(files: Record<string, string | Buffer>): void;
  remove(): void;
};

/** A folder for export files, and a data folder beside it. */
export function makeFolder(files: Record<string, string | Buffer> = {}): Folder {
  const home = mkdtempSync(join(tmpdir(), 'goodword-import-'));
  const path = join(home, 'export');
  const write = (more: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  mkdirSync(path);
  write(files);
  return { path, dataDir: join(home, 'data'), write, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** Imports a folder the way the command does. */
export async function runFolder(ctx: Ctx, folder: Folder, given?: Mapping, recursive?: boolean): Promise<ImportResult> {
  const plan = await planImport(ctx, { folder: folder.path, given, recursive });
  return importFolder(ctx, { folder: folder.path, dataDir: folder.dataDir, label: 'test', plan });
}

export const ACCOUNTS =
  'account_id,account_name,industry,signup_date,referral_source\nA-1,One,EdTech,2024-01-01,partner\nA-2,Two,FinTech,2024-02-01,ads\n';
export const SUBSCRIPTIONS =
  'subscription_id,account_id,start_date,end_date,mrr_usd,seats,billing_frequency\nS-1,A-1,2024-01-01,,100,5,monthly\nS-2,A-2,2024-02-01,,50.50,1,annual\n';

/** Empties what imports fill. Payouts refuse to be emptied, and are reached from accounts: there are none here. */
export const EMPTY_CUSTOMERS = `set session_replication_role = replica;
  truncate accounts, company_settings, imports, usage_events, usage_daily, surveys cascade;
  reset session_replication_role`;
