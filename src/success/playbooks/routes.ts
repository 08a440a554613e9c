import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import * as shape from './schema.ts';
import { archivePlaybook, changePlaybook, createPlaybook, getPlaybook, listPlaybooks } from './verbs/playbooks.ts';
import { getRun, listRuns, resumeRun, startPlaybook, stopRun } from './verbs/runs.ts';
import { changeTask, finishTask, listTasks, reopenTask, skipTask, tasksCsv } from './verbs/tasks.ts';

const tags = ['Playbooks'];
const read = { access: 'success:read' } as const;
const write = { access: 'success:write' } as const;
const params = shape.idParams;
const one = { 200: shape.playbookView };

/** Playbooks: what is done for accounts that may leave, and the tasks that come of it. */
export const playbookRoutes: Routes = (app) => {
  app.get(
    '/v1/playbooks',
    {
      schema: {
        tags,
        summary: 'Every playbook, by name; three come with the product',
        querystring: shape.archivedQuery,
        response: { 200: z.object({ items: z.array(shape.playbookView) }) },
      },
      config: read,
    },
    async (request) => ({
      items: await listPlaybooks(ctxOf(request), { archived: request.query.archived === 'true' }),
    }),
  );
  app.post(
    '/v1/playbooks',
    {
      schema: { tags, summary: 'Write a playbook', body: shape.playbookBody, response: { 201: shape.playbookView } },
      config: write,
    },
    async (request, reply) => reply.code(201).send(await createPlaybook(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/playbooks/:id',
    { schema: { tags, summary: 'One playbook', params, response: one }, config: read },
    (request) => getPlaybook(ctxOf(request), request.params.id),
  );
  app.put(
    '/v1/playbooks/:id',
    {
      schema: {
        tags,
        summary: 'Change a playbook; what runs already goes on as it was started',
        params,
        body: shape.playbookBody,
        response: one,
      },
      config: write,
    },
    (request) => changePlaybook(ctxOf(request), request.params.id, request.body),
  );
  app.post(
    '/v1/playbooks/:id/archive',
    {
      schema: { tags, summary: 'Put a playbook away; what runs goes on', params, response: one },
      config: write,
    },
    (request) => archivePlaybook(ctxOf(request), request.params.id, true),
  );
  app.post(
    '/v1/playbooks/:id/restore',
    { schema: { tags, summary: 'Take an archived playbook back', params, response: one }, config: write },
    (request) => archivePlaybook(ctxOf(request), request.params.id, false),
  );
  runRoutes(app);
  taskRoutes(app);
};

const runRoutes: Routes = (app) => {
  app.post(
    '/v1/playbooks/:id/runs',
    {
      schema: {
        tags,
        summary: 'Start a playbook for accounts: its steps become tasks; refusals come with the reason',
        params,
        body: shape.startBody,
        response: { 200: shape.startedView },
      },
      config: write,
    },
    (request) => startPlaybook(ctxOf(request), request.params.id, request.body.account_ids),
  );
  app.get(
    '/v1/playbook-runs',
    {
      schema: {
        tags,
        summary: 'For whom playbooks run and ran, those under way first',
        querystring: shape.runQuery,
        response: { 200: shape.runPage },
      },
      config: read,
    },
    (request) => listRuns(ctxOf(request), request.query),
  );
  app.get(
    '/v1/playbook-runs/:id',
    { schema: { tags, summary: 'One run of a playbook', params, response: { 200: shape.runView } }, config: read },
    (request) => getRun(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/playbook-runs/:id/stop',
    {
      schema: {
        tags,
        summary: 'Stop a playbook for its account; open tasks are dropped',
        params,
        body: shape.stopBody,
        response: { 200: shape.runView },
      },
      config: write,
    },
    (request) => stopRun(ctxOf(request), request.params.id, request.body.reason),
  );
  app.post(
    '/v1/playbook-runs/:id/resume',
    {
      schema: { tags, summary: 'Let a stopped playbook go on', params, response: { 200: shape.runView } },
      config: write,
    },
    (request) => resumeRun(ctxOf(request), request.params.id),
  );
};

const task = { 200: shape.taskView };

const taskRoutes: Routes = (app) => {
  app.get(
    '/v1/tasks',
    {
      schema: {
        tags,
        summary: 'Tasks: open ones first, the longest overdue on top',
        querystring: shape.taskQuery,
        response: { 200: shape.taskPage },
      },
      config: read,
    },
    (request) => listTasks(ctxOf(request), request.query),
  );
  app.get(
    '/v1/tasks.csv',
    {
      schema: {
        tags,
        summary: 'Tasks as CSV',
        querystring: shape.taskExportQuery,
        response: { 200: z.string().describe('UTF-8, comma, one header line') },
      },
      config: read,
    },
    async (request, reply) => {
      const csv = await tasksCsv(ctxOf(request), request.query);
      reply.header('content-disposition', 'attachment; filename="tasks.csv"');
      return reply.type('text/csv; charset=utf-8').serializer(String).send(csv);
    },
  );
  app.patch(
    '/v1/tasks/:id',
    {
      schema: {
        tags,
        summary: 'Give a task to somebody else, or move its day',
        params,
        body: shape.changeTaskBody,
        response: task,
      },
      config: write,
    },
    (request) => changeTask(ctxOf(request), request.params.id, request.body),
  );
  app.post(
    '/v1/tasks/:id/done',
    { schema: { tags, summary: 'Mark a task done', params, body: shape.doneBody, response: task }, config: write },
    (request) => finishTask(ctxOf(request), request.params.id, request.body ?? {}),
  );
  app.post(
    '/v1/tasks/:id/skip',
    {
      schema: { tags, summary: 'Skip a task, with the reason', params, body: shape.skipBody, response: task },
      config: write,
    },
    (request) => skipTask(ctxOf(request), request.params.id, request.body.reason),
  );
  app.post(
    '/v1/tasks/:id/reopen',
    {
      schema: { tags, summary: 'Take back that a task was done or skipped', params, response: task },
      config: write,
    },
    (request) => reopenTask(ctxOf(request), request.params.id),
  );
};
