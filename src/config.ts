import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { AppError } from './kernel/errors.ts';

export type SmtpConfig = { url: string; from: string };

export type PayoutProviderConfig = { kind: 'fake' } | { kind: 'stripe'; key: string; url: string };

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
  /** Who makes payouts of the rail `provider`; nobody when absent. `fake` pays nobody, for trying it out. */
  payoutProvider: PayoutProviderConfig | undefined;
  /** Addresses of proxies in front (`loopback`, `10.0.0.0/8`) whose word about the caller's address is believed. */
  trustProxy: string | undefined;
  /** A country database in MaxMind's format, for links that lead elsewhere by country. */
  geoDatabase: string | undefined;
  /** Whether webhooks may go to this machine and to private networks, and there without HTTPS. */
  webhooksToPrivate: boolean;
  /** Who brings it may read `/metrics`; nobody when absent. */
  metricsToken?: string;
  /** How many events a second one key may send for long. */
  eventsPerSecond: number;
  /** How large the log of clicks and events on the local disk may grow, in megabytes. */
  intakeMaxMb: number;
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
    publicUrl: readPublicUrl(env.PUBLIC_URL, port),
    secret: env.GOODWORD_SECRET || undefined,
    smtp: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM || 'goodword@localhost' } : undefined,
    payoutProvider: readPayoutProvider(env),
    trustProxy: readProxies(env.TRUST_PROXY),
    geoDatabase: env.GEO_DATABASE || undefined,
    webhooksToPrivate: readYesNo('WEBHOOKS_TO_PRIVATE', env.WEBHOOKS_TO_PRIVATE),
    metricsToken: env.METRICS_TOKEN || undefined,
    eventsPerSecond: readCount('EVENTS_PER_SECOND', env.EVENTS_PER_SECOND, 10_000),
    intakeMaxMb: readMegabytes('INTAKE_MAX_MB', env.INTAKE_MAX_MB, { otherwise: 2_048, least: 64 }),
    logLevel: env.LOG_LEVEL || 'info',
  };
}

function readPayoutProvider(env: Env): PayoutProviderConfig | undefined {
  const kind = env.PAYOUT_PROVIDER || undefined;
  if (kind === undefined) return undefined;
  if (kind === 'fake') return { kind };
  if (kind !== 'stripe')
    throw new AppError('bad_request', `PAYOUT_PROVIDER is "${kind}"; write stripe or fake.`, {
      field: 'PAYOUT_PROVIDER',
    });
  const key = env.STRIPE_SECRET_KEY;
  if (key) return { kind, key, url: env.STRIPE_API_URL || 'https://api.stripe.com' };
  throw new AppError('bad_request', 'PAYOUT_PROVIDER is stripe, so STRIPE_SECRET_KEY must be set.', {
    field: 'STRIPE_SECRET_KEY',
  });
}

function readPublicUrl(text: string | undefined, port: number): string {
  const url = (text || `http://localhost:${port}`).replace(/\/+$/, '');
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new AppError(
    'bad_request',
    `PUBLIC_URL is "${text}"; it must be an address like https://partners.example.com.`,
    {
      field: 'PUBLIC_URL',
    },
  );
}

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

function readProxies(text: string | undefined): string | undefined {
  const wrong = text?.split(',').find((part) => !isProxy(part.trim()));
  if (!text || wrong === undefined) return text || undefined;
  throw new AppError('bad_request', `TRUST_PROXY holds "${wrong.trim()}"; write loopback, 10.0.0.2 or 10.0.0.0/8.`, {
    field: 'TRUST_PROXY',
  });
}

function isProxy(part: string): boolean {
  const [address = '', bits] = part.split('/');
  return PROXY_NAMES.includes(part) || (isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits)));
}

function readYesNo(name: string, text = 'no'): boolean {
  if (['yes', 'no', ''].includes(text)) return text === 'yes';
  throw new AppError('bad_request', `${name} is "${text}"; write yes or no.`, { field: name });
}

function readMegabytes(
  name: string,
  text: string | undefined,
  { otherwise, least }: { otherwise: number; least: number },
): number {
  const megabytes = Number(text || otherwise);
  if (Number.isInteger(megabytes) && megabytes >= least) return megabytes;
  throw new AppError('bad_request', `${name} is "${text}"; it must be a whole number from ${least} on.`, {
    field: name,
  });
}

function readCount(name: string, text: string | undefined, otherwise: number): number {
  const count = Number(text || otherwise);
  if (Number.isInteger(count) && count > 0) return count;
  throw new AppError('bad_request', `${name} is "${text}"; it must be a whole number above 0.`, { field: name });
}

function readPort(text: string | undefined): number {
  const port = Number(text || 4400);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AppError('bad_request', `PORT is "${text}"; it must be a whole number from 0 to 65535.`, { field: 'PORT' });
}

export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
