import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf, headersOf } from '../../http/authenticate.ts';
import { readForms } from '../../http/form-body.ts';
import { HTTP_LIMITS } from '../../http/limits.ts';
import { htmlPage } from '../../http/page.ts';
import { LINK_MINUTES } from './model.ts';
import * as schema from './schema.ts';
import { requestSignInLink } from './verbs/links.ts';
import { changeMe, getMe, setPassword } from './verbs/me.ts';
import { changeRole, inviteMember, listMembers, removeMember } from './verbs/members.ts';
import { requestPasswordReset, resetPassword } from './verbs/reset-password.ts';
import { endSessions, listSessions } from './verbs/sessions.ts';
import { type Auth, type Cookies, openLink, signIn, signInByLink } from './verbs/sign-in.ts';

const SIGN_IN = ['Sign-in'];
const MEMBERS = ['Members'];
type Token = { token: string };
const FROM_OUTSIDE = { access: 'public', sameOrigin: true, rateLimit: HTTP_LIMITS.signIn } as const;

const setCookies = (reply: FastifyReply, cookies: Cookies) => reply.header('set-cookie', cookies);

/** Signing in and out, and what the signed-in person may know and change about themselves. */
export const signInRoutes =
  (auth: Auth): Routes =>
  (app) => {
    app.post(
      '/v1/sign-in',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Sign in with e-mail and password',
          body: schema.signInBody,
          response: { 200: schema.signedIn },
        },
        config: FROM_OUTSIDE,
      },
      async (request, reply) => {
        const { cookies, to } = await signIn(ctxOf(request), auth, {
          ...request.body,
          userAgent: request.headers['user-agent'],
        });
        setCookies(reply, cookies);
        return { to };
      },
    );
    app.post(
      '/v1/sign-in-links',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Ask for a sign-in link by e-mail',
          body: schema.linkBody,
          response: { 202: schema.linkAsked },
        },
        config: { ...FROM_OUTSIDE, rateLimit: HTTP_LIMITS.linkMail },
      },
      async (request, reply) => {
        await requestSignInLink(ctxOf(request), request.body);
        return reply.code(202).send({ sent: true as const, minutes: LINK_MINUTES.signIn });
      },
    );
    app.post(
      '/v1/sign-out',
      {
        schema: { tags: SIGN_IN, summary: 'End this session', response: { 204: z.null() } },
        config: { access: 'public', sameOrigin: true },
      },
      async (request, reply) => {
        setCookies(reply, await auth.signOut(headersOf(request)));
        return reply.code(204).send(null);
      },
    );
    app.get(
      '/v1/me',
      {
        schema: { tags: SIGN_IN, summary: 'Who asks, and what they may do', response: { 200: schema.meView } },
        config: { access: 'signed-in' },
      },
      (request) => getMe(ctxOf(request)),
    );
    app.patch(
      '/v1/me',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Change your own name or address',
          body: schema.meBody,
          response: { 200: schema.meView },
        },
        config: { access: 'signed-in' },
      },
      async (request) => {
        await changeMe(ctxOf(request), request.body);
        return getMe(ctxOf(request));
      },
    );
    app.post(
      '/v1/me/password',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Set or change your password',
          body: schema.passwordBody,
          response: { 204: z.null() },
        },
        config: { access: 'signed-in', rateLimit: HTTP_LIMITS.signIn },
      },
      async (request, reply) => {
        const input = { ...request.body, headers: headersOf(request) };
        setCookies(reply, await setPassword(ctxOf(request), auth, input));
        return reply.code(204).send(null);
      },
    );
  };

/** A new password for somebody who forgot theirs, and where one is signed in. */
export const passwordRoutes =
  (auth: Auth): Routes =>
  (app) => {
    const current = async (request: FastifyRequest) => (await auth.sessionOf(headersOf(request)))?.sessionId;
    app.post(
      '/v1/password-reset-links',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Ask for a link that sets a new password',
          body: schema.resetAskBody,
          response: { 202: schema.linkAsked },
        },
        config: { ...FROM_OUTSIDE, rateLimit: HTTP_LIMITS.linkMail },
      },
      async (request, reply) => {
        await requestPasswordReset(ctxOf(request), request.body);
        return reply.code(202).send({ sent: true as const, minutes: LINK_MINUTES.reset });
      },
    );
    app.post(
      '/v1/password-resets',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Set a new password with the mailed link',
          body: schema.resetBody,
          response: { 200: schema.signedIn },
        },
        config: FROM_OUTSIDE,
      },
      async (request, reply) => {
        const input = { ...request.body, userAgent: request.headers['user-agent'] };
        const { cookies, to } = await resetPassword(ctxOf(request), auth, input);
        setCookies(reply, cookies);
        return { to };
      },
    );
    app.get(
      '/v1/me/sessions',
      {
        schema: { tags: SIGN_IN, summary: 'Where you are signed in', response: { 200: schema.sessionList } },
        config: { access: 'signed-in' },
      },
      async (request) => schema.toSessionList(await listSessions(ctxOf(request), await current(request))),
    );
    app.delete(
      '/v1/me/sessions/:id',
      {
        schema: {
          tags: SIGN_IN,
          summary: 'Sign out there',
          params: schema.sessionParams,
          response: { 204: z.null() },
        },
        config: { access: 'signed-in' },
      },
      async (request, reply) => {
        await endSessions(ctxOf(request), { only: request.params.id });
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/v1/me/sessions/end-others',
      {
        schema: { tags: SIGN_IN, summary: 'Sign out everywhere else', response: { 204: z.null() } },
        config: { access: 'signed-in' },
      },
      async (request, reply) => {
        await endSessions(ctxOf(request), { except: (await current(request)) ?? '' });
        return reply.code(204).send(null);
      },
    );
  };

/**
 * The page behind a sign-in link. Opening it changes nothing, because mail scanners open links too; the button signs
 * in. The owner's link comes from a terminal, where nothing scans it, and signs in at once.
 */
export const linkRoutes =
  (auth: Auth): Routes =>
  (app) => {
    const params = z.object({ token: z.string().max(2000) });
    const options = { exposeHeadRoute: false, schema: { hide: true, params }, config: FROM_OUTSIDE };
    const enter = async (request: FastifyRequest, reply: FastifyReply, token: string) => {
      const { cookies, to } = await signInByLink(ctxOf(request), auth, token, request.headers['user-agent']);
      return setCookies(reply, cookies).redirect(to, 303);
    };
    app.register(async (scope: FastifyInstance) => {
      readForms(scope);
      scope.get<{ Params: Token }>('/welcome/:token', options, async (request, reply) => {
        const page = await openLink(ctxOf(request), request.params.token);
        if (page === undefined) return enter(request, reply, request.params.token);
        return reply.type('text/html; charset=utf-8').send(htmlPage(page));
      });
      scope.post<{ Params: Token }>('/welcome/:token', options, (request, reply) =>
        enter(request, reply, request.params.token),
      );
    });
  };

/** Who of the company may sign in, and as what. */
export const memberRoutes: Routes = (app) => {
  app.get(
    '/v1/members',
    {
      schema: { tags: MEMBERS, summary: 'List the people who may sign in', response: { 200: schema.memberList } },
      config: { access: 'settings:read' },
    },
    async (request) => ({ items: (await listMembers(ctxOf(request))).map(schema.toMemberView) }),
  );
  app.post(
    '/v1/members',
    {
      schema: {
        tags: MEMBERS,
        summary: 'Invite somebody by e-mail',
        body: schema.inviteBody,
        response: { 201: schema.memberView },
      },
      config: { access: 'settings:write' },
    },
    async (request, reply) =>
      reply.code(201).send(schema.toMemberView(await inviteMember(ctxOf(request), request.body))),
  );
  app.patch(
    '/v1/members/:user_id',
    {
      schema: {
        tags: MEMBERS,
        summary: "Change somebody's role",
        params: schema.memberParams,
        body: schema.roleBody,
        response: { 200: schema.memberView },
      },
      config: { access: 'settings:write' },
    },
    async (request) =>
      schema.toMemberView(await changeRole(ctxOf(request), { ...request.params, role: request.body.role })),
  );
  app.delete(
    '/v1/members/:user_id',
    {
      schema: {
        tags: MEMBERS,
        summary: "End somebody's access",
        params: schema.memberParams,
        response: { 204: z.null() },
      },
      config: { access: 'settings:write' },
    },
    async (request, reply) => {
      await removeMember(ctxOf(request), request.params.user_id);
      return reply.code(204).send(null);
    },
  );
};
