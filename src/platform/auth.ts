import { APIError } from '@better-auth/core/error';
import { betterAuth } from 'better-auth';
import { AppError } from '../kernel/errors.ts';
import { PASSWORD_LENGTH } from '../kernel/password.ts';
import { DAY_MS } from '../kernel/time.ts';
import { openSessionPlugin } from './auth-session.ts';
import type { Log } from './log.ts';
import type { Db } from './postgres.ts';

export const SESSION_COOKIE = 'goodword.session_token';
const SESSION_DAYS = 30;

export type AuthOptions = { db: Db; secret: string; publicUrl: string; log: Log };
export type SignedIn = { userId: string; sessionId: string };
/** `Set-Cookie` lines for the answer. */
export type Cookies = string[];

/** The sign-in library behind the few words we need of it: users, passwords, sessions and their cookie. */
export type Auth = {
  /** Undefined when the address or the password is wrong; which of the two is never told. */
  signIn(input: {
    email: string;
    password: string;
    userAgent?: string;
  }): Promise<{ userId: string; cookies: Cookies } | undefined>;
  /** Opens a session for somebody who has proven who they are in another way (a link). */
  openSession(userId: string, userAgent?: string): Promise<Cookies>;
  sessionOf(headers: Headers): Promise<SignedIn | undefined>;
  signOut(headers: Headers): Promise<Cookies>;
  /** Sets the first password, or changes it when `current` is right; ends the person's other sessions on a change. */
  setPassword(headers: Headers, password: string, current: string | undefined): Promise<Cookies>;
  /** Sets the password of somebody who has proven who they are in another way, and ends all their sessions. */
  replacePassword(userId: string, password: string): Promise<void>;
};

/** Wires the library onto our database (schema auth). It is never mounted as HTTP routes: ours are the only doors. */
export function makeAuth(options: AuthOptions): Auth {
  const { api } = makeLibrary(options);
  return {
    async signIn({ email, password, userAgent }) {
      const body = { email, password };
      const answer = await refusable(() => api.signInEmail({ body, headers: agent(userAgent), returnHeaders: true }));
      return answer && { userId: answer.response.user.id, cookies: answer.headers.getSetCookie() };
    },
    async openSession(userId, userAgent) {
      const { headers } = await reachable(() =>
        api.openSession({ body: { userId }, headers: agent(userAgent), returnHeaders: true }),
      );
      return headers.getSetCookie();
    },
    async sessionOf(headers) {
      if (!headers.get('cookie')?.includes(SESSION_COOKIE)) return undefined;
      const found = await reachable(() => api.getSession({ headers }));
      return found ? { userId: found.user.id, sessionId: found.session.id } : undefined;
    },
    async signOut(headers) {
      return (await reachable(() => api.signOut({ headers, returnHeaders: true }))).headers.getSetCookie();
    },
    async setPassword(headers, newPassword, currentPassword) {
      if (currentPassword === undefined) {
        await reachable(() => api.setPassword({ body: { newPassword }, headers }));
        return [];
      }
      const body = { newPassword, currentPassword, revokeOtherSessions: true };
      const answer = await refusable(() => api.changePassword({ body, headers, returnHeaders: true }));
      if (answer) return answer.headers.getSetCookie();
      throw new AppError('unprocessable', 'The current password is not right.', { field: 'current_password' });
    },
    async replacePassword(userId, password) {
      await reachable(() => api.replacePassword({ body: { userId, password } }));
    },
  };
}

/** What tells a person's sessions apart. */
function agent(userAgent: string | undefined): Headers {
  return new Headers(userAgent ? { 'user-agent': userAgent } : {});
}

function makeLibrary({ db, secret, publicUrl, log }: AuthOptions) {
  return betterAuth({
    appName: 'Goodword',
    baseURL: publicUrl,
    secret,
    database: { db, type: 'postgres', schemaName: 'auth' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    // A session lives for a fixed time, so that reading it never writes and never sets a cookie.
    session: { ...SESSION_FIELDS, expiresIn: (SESSION_DAYS * DAY_MS) / 1000, disableSessionRefresh: true },
    user: { fields: { emailVerified: 'email_verified', ...TIMES } },
    account: { fields: ACCOUNT_FIELDS },
    verification: { fields: { expiresAt: 'expires_at', ...TIMES } },
    advanced: {
      cookiePrefix: 'goodword',
      useSecureCookies: publicUrl.startsWith('https://'),
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // The library's details can hold addresses; only its sentence is kept.
    logger: { level: 'error', log: (level, message) => log[level === 'error' ? 'error' : 'debug'](message) },
    plugins: [openSessionPlugin],
  });
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const SESSION_FIELDS = {
  fields: {
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    userId: 'user_id',
    ...TIMES,
  },
} as const;
const ACCOUNT_FIELDS = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  ...TIMES,
} as const;

/** The answer, or undefined when the library says that what was given is wrong. */
function refusable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  return reachable(ask).catch((error: unknown) => {
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  });
}

/** The library answers 500 when its database is away; to our callers that is "not available right now". */
async function reachable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode < 500) throw error;
    throw new AppError('unavailable', 'Sign-in cannot reach its database right now. Try again shortly.');
  }
}
