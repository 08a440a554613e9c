import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Access } from './authenticate.ts';
import { problemSchema } from './problem.ts';

type Parameter = { name: string; in: string; description?: string };
type Operation = {
  operationId?: string;
  parameters?: Parameter[];
  security?: object[];
  responses?: Record<string, unknown>;
};
type Document = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown> };
};

declare module 'fastify' {
  interface FastifyInstance {
    /** What each route asks of its caller, by method and path (`get /v1/members/{user_id}`). */
    routeAccess: ReadonlyMap<string, Access>;
  }
}

/** Publishes OpenAPI 3.1 at /openapi.json and readable documentation at /docs, from this server alone. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  const access = rememberAccess(app);
  app.decorate('routeAccess', access);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Goodword API',
        version: '1',
        description: 'Customers, success, advocates, partners and money.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key (gw_…)' },
          session: { type: 'apiKey', in: 'cookie', name: 'goodword.session_token' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      const written = 'openapiObject' in document ? document.openapiObject : document.swaggerObject;
      return complete(written as Document, access) as never;
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'none', filter: true } });
  app.get('/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, () => app.swagger());
}

/** A route that forgot to say is for signed-in people only; the law of routes calls it by name. */
function rememberAccess(app: FastifyInstance): Map<string, Access> {
  const access = new Map<string, Access>();
  app.addHook('onRoute', (route) => {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    for (const method of [route.method].flat()) {
      access.set(`${method.toLowerCase()} ${path}`, route.config?.access ?? 'signed-in');
    }
  });
  return access;
}

/** Adds to every operation what the routes say once for all: its name, who may call it, and how a refusal looks. */
function complete(document: Document, access: Map<string, Access>): Document {
  const { $schema: _, ...problem } = z.toJSONSchema(problemSchema, { io: 'output' });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem } };
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId ??= `${method}${path.replace(/[^A-Za-z0-9]+(\w?)/g, (_all, next: string) => next.toUpperCase())}`;
      operation.security = securityOf(access.get(`${method} ${path}`) ?? 'signed-in');
      for (const parameter of operation.parameters ?? []) describeParameter(parameter, path);
      operation.responses = { ...operation.responses, default: PROBLEM };
    }
  }
  return document;
}

/** `/v1/partners/{id}`: without words of its own, an id is that of the thing named before it. */
function describeParameter(parameter: Parameter, path: string): void {
  if (parameter.in !== 'path') return;
  const thing = path.split(`/{${parameter.name}}`)[0]?.split('/').at(-1);
  parameter.description ??= `Which of the ${thing}, by its ${parameter.name}`;
}

const PROBLEM = {
  description: 'A refusal, as problem+json (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function securityOf(access: Access): object[] {
  if (access === 'public') return [];
  const personOnly = access.startsWith('portal:') || access === 'settings:write' || access === 'payouts:approve';
  return personOnly ? [{ session: [] }] : [{ key: [] }, { session: [] }];
}
