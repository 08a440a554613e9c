import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { AppError } from './kernel/errors.ts';

export type SmtpConfig = { url: string; from: string };

export type Config = {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** Where people and clicks reach this installation, without a trailing slash. */
  publicUrl: string;
  /** Signs sessions and tokens; made and kept in the data folder when not given. */
  secret: string | undefined;
  smtp: SmtpConfig | undefined;
  logLevel: string;
};

type Env = Record<string, string | undefined>;

/** The only reader of the environment. @throws bad_request naming the variable that cannot be used. */
export function readConfig(env: Env = process.env): Config {
  const port = readPort(env.PORT);
  return {
    dataDir: resolve(env.GOODWORD_DATA ?? join(process.cwd(), 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    secret: env.GOODWORD_SECRET || undefined,
    smtp: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM || 'goodword@localhost' } : undefined,
    logLevel: env.LOG_LEVEL || 'info',
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text || 4400);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AppError('bad_request', `PORT is "${text}"; it must be a whole number from 0 to 65535.`, { field: 'PORT' });
}

export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
