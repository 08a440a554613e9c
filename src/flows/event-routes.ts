import { z } from 'zod';
import type { EventRules, Outcome } from '../customers/events/model.ts';
import {
  arrivalList,
  dropBody,
  dropped,
  mappingBody,
  mappingList,
  mappingQuery,
  quarantinePage,
  quarantineQuery,
  replayBody,
  replayed,
  settingsBody,
  sourceList,
} from '../customers/events/schema.ts';
import { listArrivals, type SourceSum, sumSources } from '../customers/events/verbs/arrivals.ts';
import { eventRules, removeMapping, saveMapping, saveUnlisted } from '../customers/events/verbs/mappings.ts';
import { countQuarantined, dropQuarantined, listQuarantined } from '../customers/events/verbs/quarantine.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { say } from '../platform/locale.ts';
import { replayEvents } from './replay-events.ts';

const tags = ['Events'];

/** What arrived through the doors for events, what waits, and what events count as. The doors are in `edge/collect.ts`. */
export const eventRoutes: Routes = (app) => {
  app.get(
    '/v1/event-arrivals',
    {
      schema: { tags, summary: 'The newest events that arrived', response: { 200: arrivalList } },
      config: { access: 'customers:read' },
    },
    async (request) => ({ items: (await listArrivals(ctxOf(request))).map(toArrivalView) }),
  );
  app.get(
    '/v1/event-sources',
    {
      schema: { tags, summary: 'What each key sent in the last seven days', response: { 200: sourceList } },
      config: { access: 'customers:read' },
    },
    async (request) => ({ items: toSources(await sumSources(ctxOf(request))) }),
  );
  app.get(
    '/v1/event-quarantine',
    {
      schema: {
        tags,
        summary: 'Events that wait or could not be used, with the reason',
        querystring: quarantineQuery,
        response: { 200: quarantinePage },
      },
      config: { access: 'customers:read' },
    },
    async (request) => {
      const page = await listQuarantined(ctxOf(request), request.query);
      const by_reason = (await countQuarantined(ctxOf(request))).map(inWords);
      return { ...page, items: page.items.map(inWords).map(written), by_reason };
    },
  );
  app.post(
    '/v1/event-quarantine/replay',
    {
      schema: { tags, summary: 'Try events again', body: replayBody, response: { 200: replayed } },
      config: { access: 'customers:write' },
    },
    (request) => replayEvents(ctxOf(request), request.body),
  );
  app.post(
    '/v1/event-quarantine/drop',
    {
      schema: { tags, summary: 'Throw events away', body: dropBody, response: { 200: dropped } },
      config: { access: 'customers:write' },
    },
    async (request) => ({ dropped: await dropQuarantined(ctxOf(request), request.body.ids) }),
  );
  app.get(
    '/v1/event-mappings',
    {
      schema: { tags, summary: 'What events count as', response: { 200: mappingList } },
      config: { access: 'customers:read' },
    },
    async (request) => toMappings(await eventRules(ctxOf(request))),
  );
  app.put(
    '/v1/event-mappings',
    {
      schema: {
        tags,
        summary: 'Say what an event counts as, and try again what waited for it',
        body: mappingBody,
        response: { 200: replayed },
      },
      config: { access: 'customers:write' },
    },
    async (request) => {
      await saveMapping(ctxOf(request), request.body);
      return replayEvents(ctxOf(request), { event_name: request.body.event_name });
    },
  );
  app.delete(
    '/v1/event-mappings',
    {
      schema: {
        tags,
        summary: 'Say nothing of an event any more',
        querystring: mappingQuery,
        response: { 204: z.null() },
      },
      config: { access: 'customers:write' },
    },
    async (request, reply) => {
      await removeMapping(ctxOf(request), request.query.event_name);
      return reply.code(204).send(null);
    },
  );
  app.put(
    '/v1/event-settings',
    {
      schema: {
        tags,
        summary: 'Say what happens to events that no mapping names, and try again what waited for one',
        body: settingsBody,
        response: { 200: replayed },
      },
      config: { access: 'customers:write' },
    },
    async (request) => {
      await saveUnlisted(ctxOf(request), request.body.unlisted);
      return replayEvents(ctxOf(request), { reason: 'not_listed' });
    },
  );
};

function inWords<T extends { reason: string }>({ reason, ...row }: T) {
  return { ...row, reason_code: reason, reason: say(`events:reasons.${reason}`) };
}

function written<T extends { received_at: Date; door: string }>(row: T) {
  return { ...row, door: row.door as 'segment', received_at: row.received_at.toISOString() };
}

function toArrivalView({ reason, ...row }: Awaited<ReturnType<typeof listArrivals>>[number]) {
  return { ...written(row), reason_code: reason, reason: reason === null ? null : say(`events:reasons.${reason}`) };
}

/** One line a key, the one that sent last at the top. */
function toSources(sums: readonly SourceSum[]) {
  const byKey = Map.groupBy(sums, ({ key_id }) => key_id);
  const lines = [...byKey].map(([key_id, own]) => ({
    key_id,
    events: eventsOf(own),
    last_at: new Date(Math.max(...own.map(({ last_at }) => last_at.getTime()))).toISOString(),
  }));
  return lines.sort((a, b) => (a.last_at < b.last_at ? 1 : -1));
}

function eventsOf(sums: readonly SourceSum[]): Record<Outcome, number> {
  const of = (outcome: Outcome) => sums.find((sum) => sum.outcome === outcome)?.events ?? 0;
  return {
    counted: of('counted'),
    learned: of('learned'),
    ignored: of('ignored'),
    waiting: of('waiting'),
    refused: of('refused'),
  };
}

function toMappings({ unlisted, mappings }: EventRules) {
  return { unlisted, items: [...mappings.values()] };
}
