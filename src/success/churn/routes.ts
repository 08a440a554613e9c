import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { newTraining, trainingView } from './schema.ts';
import { cancelTraining, getTraining, showTraining, startTraining } from './service.ts';

const params = z.object({ id: z.string() });

export const churnTrainingRoutes: Routes = (app) => {
  app.post(
    '/v1/churn/trainings',
    {
      schema: {
        tags: ['Churn'],
        summary: 'Train a model and score everybody; it goes on by itself',
        body: newTraining,
        response: { 202: trainingView },
      },
      config: { access: 'success:write' },
    },
    async (request, reply) => {
      const training = await startTraining(ctxOf(request), request.body.horizon_days);
      return reply.code(202).send(showTraining(training));
    },
  );
  app.get(
    '/v1/churn/trainings/:id',
    {
      schema: { tags: ['Churn'], summary: 'How far a training is', params, response: { 200: trainingView } },
      config: { access: 'success:read' },
    },
    async (request) => showTraining(await getTraining(ctxOf(request), request.params.id)),
  );
  app.post(
    '/v1/churn/trainings/:id/cancel',
    {
      schema: {
        tags: ['Churn'],
        summary: 'Stop a training; the model in force stays',
        params,
        response: { 200: trainingView },
      },
      config: { access: 'success:write' },
    },
    async (request) => showTraining(await cancelTraining(ctxOf(request), request.params.id)),
  );
};
