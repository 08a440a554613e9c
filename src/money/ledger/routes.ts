import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { ledgerAccountPage, ledgerAccountQuery, ledgerTransferPage, ledgerTransferQuery } from './schema.ts';
import { listLedgerAccounts, listLedgerTransfers } from './service.ts';

const tags = ['Ledger'];

export const ledgerRoutes: Routes = (app) => {
  app.get(
    '/v1/ledger/accounts',
    {
      schema: {
        tags,
        summary: 'List the accounts of the ledger with their balances',
        querystring: ledgerAccountQuery,
        response: { 200: ledgerAccountPage },
      },
      config: { access: 'money:read' },
    },
    (request) => listLedgerAccounts(ctxOf(request), request.query),
  );
  app.get(
    '/v1/ledger/transfers',
    {
      schema: {
        tags,
        summary: 'List the transfers of the ledger, newest first',
        querystring: ledgerTransferQuery,
        response: { 200: ledgerTransferPage },
      },
      config: { access: 'money:read' },
    },
    (request) => listLedgerTransfers(ctxOf(request), request.query),
  );
};
