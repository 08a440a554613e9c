import { createAuthEndpoint } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Lets our own code open a session, or set a password, for a user it has identified by other means; no HTTP path leads here. */
export const openSessionPlugin = {
  id: 'goodword-open-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new APIError('NOT_FOUND', { message: 'There is no such user.' });
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ opened: true });
      },
    ),
    replacePassword: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string(), password: z.string() }) },
      async (ctx) => {
        const { userId, password } = ctx.body;
        const { internalAdapter } = ctx.context;
        const hash = await ctx.context.password.hash(password);
        if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
        else
          await internalAdapter.createAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
        await internalAdapter.deleteUserSessions(userId);
        return ctx.json({ replaced: true });
      },
    ),
  },
} satisfies BetterAuthPlugin;
