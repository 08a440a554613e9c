import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import {
  answerFileBody,
  answerFileList,
  answerFileView,
  batchParams,
  batchView,
  confirmBody,
  onDemandView,
  requestBody,
} from '../money/payouts/schema.ts';
import { readAnswerFiles } from '../money/payouts/verbs/read-bank-file.ts';
import { showBatch } from '../money/payouts/verbs/read-batches.ts';
import { askForPayout } from './ask-for-payout.ts';
import { readBankFile } from './read-bank-file.ts';
import { confirmPayoutBatch } from './run-payout.ts';

/** A month's statement of a busy account. */
const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

export const payoutConfirmRoutes: Routes = (app) => {
  app.post(
    '/v1/payout-answers',
    {
      bodyLimit: LARGEST_FILE_BYTES,
      schema: {
        tags: ['Payouts'],
        summary: "Upload a bank's answer: confirms and returns payouts, and lists what it could not match",
        body: answerFileBody,
        response: { 201: answerFileView },
      },
      config: { access: 'payouts:write' },
    },
    async (request, reply) => reply.code(201).send(await readBankFile(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/payout-answers',
    {
      schema: { tags: ['Payouts'], summary: "The bank's answers read so far", response: { 200: answerFileList } },
      config: { access: 'money:read' },
    },
    (request) => readAnswerFiles(ctxOf(request)),
  );
  app.post(
    '/v1/payout-batches/:id/confirm',
    {
      schema: {
        tags: ['Payouts'],
        summary: 'Tell what the bank answered: everything paid, or payout by payout',
        params: batchParams,
        body: confirmBody,
        response: { 200: batchView },
      },
      config: { access: 'payouts:write' },
    },
    async (request) => {
      await confirmPayoutBatch(ctxOf(request), { id: request.params.id, answers: request.body });
      return showBatch(ctxOf(request), request.params.id);
    },
  );
  app.post(
    '/v1/portal/payout-requests',
    {
      schema: {
        tags: ['Portal'],
        summary: 'The signed-in partner asks for a payout; again while it is open: the same request',
        body: requestBody,
        response: { 200: onDemandView },
      },
      config: { access: 'portal:write' },
    },
    (request) => askForPayout(ctxOf(request), request.body),
  );
};
