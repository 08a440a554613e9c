// Generated from the API by "npm run openapi-client". Do not edit.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can it reach its database? */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/track/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lead, from a Dub client */
        post: operations["postTrackLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/track/sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sale, from a Dub client */
        post: operations["postTrackSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, filtered, sorted, a page at a time */
        get: operations["getV1Accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that match as CSV */
        get: operations["getV1AccountsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known about one account */
        get: operations["getV1AccountsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose account it is from an instant on; what was earned stays */
        post: operations["postV1AccountsIdAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a company's waiting credits off its annual invoice; the same invoice gets the same answer */
        post: operations["postV1AccountsIdCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/health-override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set an account’s band by hand, with a reason and an end */
        post: operations["postV1AccountsIdHealthOverride"];
        /** Let the score speak for itself again */
        delete: operations["deleteV1AccountsIdHealthOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values accounts can be filtered by */
        get: operations["getV1AccountsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers to turn into partners, ranked */
        get: operations["getV1Advocates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why this score, what blocks 90, whom to ask, and the prepared invitation */
        get: operations["getV1AdvocatesAccountId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications, those that wait first */
        get: operations["getV1Applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes or no to an application */
        post: operations["postV1ApplicationsIdDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Asks made, newest first */
        get: operations["getV1Asks"];
        put?: never;
        /** Write an invitation for a nominated customer, as a draft */
        post: operations["postV1Asks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ask */
        get: operations["getV1AsksId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the words of a draft */
        patch: operations["patchV1AsksId"];
        trace?: never;
    };
    "/v1/asks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a draft or an unanswered invitation */
        post: operations["postV1AsksIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/asks/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft; refused with the reasons while something stands against it */
        post: operations["postV1AsksIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what and when */
        get: operations["getV1Audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to become certified, those that wait first */
        get: operations["getV1Certifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes or no to a proof */
        post: operations["postV1CertificationsIdDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file a partner sent as a proof */
        get: operations["getV1CertificationsIdProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List commissions and refusals, each with its reason */
        get: operations["getV1Commissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commissions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the list as CSV */
        get: operations["getV1CommissionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why one commission is what it is: decision, calculation, transfers, payouts */
        get: operations["getV1CommissionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commissions/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a commission with a reason the partner reads */
        post: operations["postV1CommissionsIdHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commissions/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a held commission */
        post: operations["postV1CommissionsIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the company says about itself */
        get: operations["getV1Company"];
        /** Describe the company; what is left out keeps its value */
        put: operations["putV1Company"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sales and marketing cost, by month and channel */
        get: operations["getV1CompanyCosts"];
        /** Add, replace or take away costs of a month and channel */
        put: operations["putV1CompanyCosts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rates amounts are reported at */
        get: operations["getV1CompanyExchangeRates"];
        /** Add or replace rates into the reporting currency */
        put: operations["putV1CompanyExchangeRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every sign-up, invoice and refund with its decision in a sentence */
        get: operations["getV1Conversions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One decision, whole */
        get: operations["getV1ConversionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an enrolled partner a coupon code */
        post: operations["postV1Coupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** End a coupon, or make it count again */
        patch: operations["patchV1CouponsCode"];
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A credit note was issued, or taken back */
        post: operations["postV1CreditNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A payment is disputed, or the bank has decided */
        post: operations["postV1Disputes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Examine this installation */
        get: operations["getV1Doctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an event */
        get: operations["getV1EventsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of gifts */
        get: operations["getV1Gifts"];
        put?: never;
        /** Add a gift */
        post: operations["postV1Gifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a gift, its stock, or whether it is offered */
        patch: operations["patchV1GiftsId"];
        trace?: never;
    };
    "/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rewards, each with what is given and why it is where it is */
        get: operations["getV1Grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reward with its history */
        get: operations["getV1GrantsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/applied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Billing or the product has given it; of a credit, what the invoice took */
        post: operations["postV1GrantsIdApplied"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that giving it did not work; it stays owed */
        post: operations["postV1GrantsIdFail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/gift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give another gift than the one picked */
        post: operations["postV1GrantsIdGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a reward */
        post: operations["postV1GrantsIdHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a held reward */
        post: operations["postV1GrantsIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what failed or ran out of time */
        post: operations["postV1GrantsIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a reward for good */
        post: operations["postV1GrantsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark rewards as delivered, all or none */
        post: operations["postV1GrantsDeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person has to send, overdue first, with addresses */
        get: operations["getV1GrantsQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark rewards as sent, all or none */
        post: operations["postV1GrantsSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/unsend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo "sent" as long as the receivers were not told */
        post: operations["postV1GrantsUnsend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Would the score have told who leaves? The latest test, or one made now */
        get: operations["getV1HealthBacktest"];
        put?: never;
        /** Test the score against the past and record the result */
        post: operations["postV1HealthBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The health model in force */
        get: operations["getV1HealthModel"];
        put?: never;
        /** Put a new version of the health model in force */
        post: operations["postV1HealthModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Score every active account now */
        post: operations["postV1HealthScore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every import, the latest first */
        get: operations["getV1Imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: its files, counts, progress and mapping */
        get: operations["getV1ImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace how the columns are read, before the import has run */
        put: operations["putV1ImportsIdMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be used, with the reason of each */
        get: operations["getV1ImportsIdRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rejected rows of a file, or of every file, as CSV; formulas are neutralised */
        get: operations["getV1ImportsIdRejectsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the import; it goes on after the answer, and GET /v1/imports/:id shows how far it is */
        post: operations["postV1ImportsIdRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send CSV files or a .zip of them (multipart/form-data); answers how they would be read */
        post: operations["postV1ImportsPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An invoice was paid */
        post: operations["postV1Invoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys */
        get: operations["getV1Keys"];
        put?: never;
        /** Make an API key */
        post: operations["postV1Keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["deleteV1KeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts of the ledger with their balances */
        get: operations["getV1LedgerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the transfers of the ledger, newest first */
        get: operations["getV1LedgerTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hosts links may lead to */
        get: operations["getV1LinkDomains"];
        put?: never;
        /** Name a host of yours */
        post: operations["postV1LinkDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a host back */
        delete: operations["deleteV1LinkDomainsDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-domains/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for the TXT record of a host */
        post: operations["postV1LinkDomainsDomainVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link of an enrolled partner */
        post: operations["postV1Links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Pause, wake or end a link */
        patch: operations["patchV1LinksId"];
        trace?: never;
    };
    "/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails written to people, newest first */
        get: operations["getV1Mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail with its text */
        get: operations["getV1MailsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do */
        get: operations["getV1Me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your own name or address */
        patch: operations["patchV1Me"];
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set or change your password */
        post: operations["postV1MePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people who may sign in */
        get: operations["getV1Members"];
        put?: never;
        /** Invite somebody by e-mail */
        post: operations["postV1Members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End somebody's access */
        delete: operations["deleteV1MembersUserId"];
        options?: never;
        head?: never;
        /** Change somebody's role */
        patch: operations["patchV1MembersUserId"];
        trace?: never;
    };
    "/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every headline number at a date */
        get: operations["getV1Metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every number means and how it is computed */
        get: operations["getV1MetricsDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners who owe after clawbacks, and since when */
        get: operations["getV1PartnerDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners with what they brought and earned */
        get: operations["getV1Partners"];
        put?: never;
        /** Make a partner, or return the one that has the mailbox */
        post: operations["postV1Partners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partners that match as CSV */
        get: operations["getV1PartnersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one partner */
        get: operations["getV1PartnersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a partner earn */
        post: operations["postV1PartnersIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a partner stands at the gates of its programmes, with the evidence */
        get: operations["getV1PartnersIdGates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/payout-destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a partner is paid */
        get: operations["getV1PartnersIdPayoutDestination"];
        /** Say where a partner is paid */
        put: operations["putV1PartnersIdPayoutDestination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/payout-outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a partner is paid next, when, and what stands in the way */
        get: operations["getV1PartnersIdPayoutOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/portal-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a partner a link that signs them in to their portal */
        post: operations["postV1PartnersIdPortalLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended partner earn again */
        post: operations["postV1PartnersIdReinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a partner from earning; what was earned stays */
        post: operations["postV1PartnersIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/tax-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on file about a partner's tax */
        get: operations["getV1PartnersIdTaxProfile"];
        /** Say which form is on file and how much is withheld */
        put: operations["putV1PartnersIdTaxProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{id}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up what a partner has owed for twelve months */
        post: operations["postV1PartnersIdWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payout batches */
        get: operations["getV1PayoutBatches"];
        put?: never;
        /** Collect what is payable into a draft, and say who is left out and why */
        post: operations["postV1PayoutBatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a batch */
        get: operations["getV1PayoutBatchesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a batch somebody else made, as it was read */
        post: operations["postV1PayoutBatchesIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a batch that has not been sent */
        post: operations["postV1PayoutBatchesIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what the bank answered: everything paid, or payout by payout */
        post: operations["postV1PayoutBatchesIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/file.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the batch as a CSV list */
        get: operations["getV1PayoutBatchesIdFileCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/file.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the SEPA credit transfer file, pain.001.001.09 */
        get: operations["getV1PayoutBatchesIdFileXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-batches/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the bank has the file, or that the list is being paid by hand */
        post: operations["postV1PayoutBatchesIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who makes payouts of the rail "provider" */
        get: operations["getV1PayoutProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When each programme pays next */
        get: operations["getV1PayoutSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account payouts are made from */
        get: operations["getV1PayoutSettings"];
        /** Set the account payouts are made from */
        put: operations["putV1PayoutSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the provider what became of a payout of unknown outcome, under the same key */
        post: operations["postV1PayoutsIdAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clicks and sign-ups by day */
        get: operations["getV1PortalActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts the partner brought, and why one is not credited */
        get: operations["getV1PortalCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signed-in partner earned, why, and when it is paid */
        get: operations["getV1PortalEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the partner likes */
        get: operations["getV1PortalInterests"];
        /** Say what one likes, with consent; an empty list takes it back */
        put: operations["putV1PortalInterests"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partner's links */
        get: operations["getV1PortalLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the signed-in partner is */
        get: operations["getV1PortalMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/payout-destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the signed-in partner is paid */
        get: operations["getV1PortalPayoutDestination"];
        /** The signed-in partner says where it is paid */
        put: operations["putV1PortalPayoutDestination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/payout-outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signed-in partner is paid next, when, and what stands in the way */
        get: operations["getV1PortalPayoutOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in partner's payouts, with the promised dates */
        get: operations["getV1PortalPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partner's programmes with their gates, and those it could join */
        get: operations["getV1PortalProgrammes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One programme as its partner reads it */
        get: operations["getV1PortalProgrammesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply to another programme */
        post: operations["postV1PortalProgrammesIdApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one is asked who wants to be in a programme */
        get: operations["getV1PortalProgrammesIdForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a proof to become certified */
        post: operations["postV1PortalProgrammesIdProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}/quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the quiz of a programme */
        post: operations["postV1PortalProgrammesIdQuiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/programmes/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes to a version of the terms */
        post: operations["postV1PortalProgrammesIdTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/qr/{code}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The QR code of one of the partner's links */
        get: operations["getV1PortalQrCodeSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the signed-in partner named, and where each stands */
        get: operations["getV1PortalReferrals"];
        put?: never;
        /** The signed-in partner names a prospect */
        post: operations["postV1PortalReferrals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in partner's rewards, and their company's */
        get: operations["getV1PortalRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/rewards/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where the gift goes */
        put: operations["putV1PortalRewardsIdAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/rewards/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the code of the partner's own gift card */
        post: operations["postV1PortalRewardsIdCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/tax-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in partner's tax form and rate */
        get: operations["getV1PortalTaxProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme-fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entry fees that are due or settled */
        get: operations["getV1ProgrammeFees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme-fees/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a fee was paid another way, or is forgiven */
        post: operations["postV1ProgrammeFeesIdSettle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a programme can start from */
        get: operations["getV1ProgrammeTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List programmes with the terms in force */
        get: operations["getV1Programmes"];
        put?: never;
        /** Make a draft programme from a template */
        post: operations["postV1Programmes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One programme with every version of its terms */
        get: operations["getV1ProgrammesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change who it is for, its gates, its name or the attribution policy */
        patch: operations["patchV1ProgrammesId"];
        trace?: never;
    };
    "/v1/programmes/{id}/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form and the certification of a programme */
        get: operations["getV1ProgrammesIdAsked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/certification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how partners become certified */
        put: operations["putV1ProgrammesIdCertification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a programme for good; what was earned stays */
        post: operations["postV1ProgrammesIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a partner into a programme with the terms it accepted */
        post: operations["postV1ProgrammesIdEnrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/enrolments/{partner_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Pause, end or resume a partner's place in a programme */
        patch: operations["patchV1ProgrammesIdEnrolmentsPartnerId"];
        trace?: never;
    };
    "/v1/programmes/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what applicants are asked */
        put: operations["putV1ProgrammesIdForm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/gate-evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open or close a gate of a partner by hand, with a reason */
        post: operations["postV1ProgrammesIdGateEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail somebody the way into a programme */
        post: operations["postV1ProgrammesIdInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is missing before anybody could earn in a programme */
        get: operations["getV1ProgrammesIdLaunch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a public page for another audience or language */
        post: operations["postV1ProgrammesIdPages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/pages/{page_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or hide a public page */
        patch: operations["patchV1ProgrammesIdPagesPageId"];
        trace?: never;
    };
    "/v1/programmes/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop new sales from earning */
        post: operations["postV1ProgrammesIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a programme to partners */
        post: operations["postV1ProgrammesIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/referral-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a programme takes referrals */
        get: operations["getV1ProgrammesIdReferralSettings"];
        /** Change how a programme takes referrals */
        put: operations["putV1ProgrammesIdReferralSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a version of the terms, in force from an instant on */
        post: operations["postV1ProgrammesIdTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/guard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether LTV:CAC lets a programme be published now */
        get: operations["getV1ProgrammesGuard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Referrals by stage: who was named, by whom, and where it stands */
        get: operations["getV1Referrals"];
        put?: never;
        /** Name a prospect for a partner; with an Idempotency-Key once */
        post: operations["postV1Referrals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One referral with its history */
        get: operations["getV1ReferralsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a referral along, or end it with a reason the partner reads */
        post: operations["postV1ReferralsIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a referral to a member of the team */
        put: operations["putV1ReferralsIdOwner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money of an invoice was given back */
        post: operations["postV1Refunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where customers came from, as four sources tell it */
        get: operations["getV1ReportsChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/churn-by-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which sources bring accounts that leave, under each churn definition */
        get: operations["getV1ReportsChurnBySource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/data-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customers’ data contradict, lack or repeat, and what that does to the numbers */
        get: operations["getV1ReportsDataQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/lifetime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a new customer of each group will be worth, with its interval */
        get: operations["getV1ReportsLifetime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/mrr-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** New, expansion, contraction, churn and reactivation, month by month */
        get: operations["getV1ReportsMrrMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/mrr-trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** MRR and paying accounts at each month’s end */
        get: operations["getV1ReportsMrrTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the company is doing, in one answer */
        get: operations["getV1ReportsOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every referred customer beside their commission and rewards, with what is missing, late or double */
        get: operations["getV1ReportsReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/retention-cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Logo and revenue retention by the month accounts first paid */
        get: operations["getV1ReportsRetentionCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["postV1SignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a sign-in link by e-mail */
        post: operations["postV1SignInLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["postV1SignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An account signed up */
        post: operations["postV1Signups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Stripe sent, and what became of it */
        get: operations["getV1StripeEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event as Stripe sent it */
        get: operations["getV1StripeEventsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an event again that waits, was left alone or was refused */
        post: operations["postV1StripeEventsIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came to the door and was turned away; the newest 200 */
        get: operations["getV1StripeRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set up for Stripe, and where it sends its events */
        get: operations["getV1StripeSettings"];
        /** Set up Stripe */
        put: operations["putV1StripeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stripe/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For Stripe: its signed events */
        post: operations["postV1StripeWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A subscription began, changed or ended */
        post: operations["postV1Subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From how much on a tax form is needed */
        get: operations["getV1TaxSettings"];
        /** Set from how much on a tax form is needed, in each currency */
        put: operations["putV1TaxSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with every attempt */
        get: operations["getV1WebhookMessagesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-messages/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again */
        post: operations["postV1WebhookMessagesIdRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to listen to */
        get: operations["getV1WebhookTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks */
        get: operations["getV1Webhooks"];
        put?: never;
        /** Add a webhook */
        post: operations["postV1Webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getV1WebhooksId"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["deleteV1WebhooksId"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it on or off */
        patch: operations["patchV1WebhooksId"];
        trace?: never;
    };
    "/v1/webhooks/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to a webhook, newest first */
        get: operations["getV1WebhooksIdMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the signing secret */
        post: operations["postV1WebhooksIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: operations["postV1WebhooksIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
            field?: string;
            hint?: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrackLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The value of gw_click, or a partner’s code; empty to confirm a deferred lead */
                    clickId: string;
                    customerAvatar?: string | null;
                    customerEmail?: (string | "") | null;
                    /** @description The account's id in your product */
                    customerExternalId: string;
                    customerName?: string | null;
                    eventName: string;
                    eventQuantity?: number | null;
                    /** @description Given back, not kept */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * @description deferred: only keep the click for later
                     * @default async
                     * @enum {string}
                     */
                    mode?: "async" | "wait" | "deferred";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        click: {
                            id: string;
                        };
                        customer: {
                            avatar: string | null;
                            email: string | null;
                            externalId: string | null;
                            name: string | null;
                        };
                        link: {
                            domain: string;
                            externalId: string | null;
                            id: string;
                            key: string;
                            partnerId: string | null;
                            programId: string | null;
                            shortLink: string;
                            tenantId: string | null;
                            url: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrackSale: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In cents; whole units of currencies without */
                    amount: number;
                    /** @description For a sale without a lead before it */
                    clickId?: string | null;
                    /** @default usd */
                    currency?: string;
                    customerAvatar?: string | null;
                    customerEmail?: (string | "") | null;
                    /** @description The account's id in your product */
                    customerExternalId: string;
                    customerName?: string | null;
                    /** @default Purchase */
                    eventName?: string;
                    /** @description Counts once */
                    invoiceId?: string | null;
                    leadEventName?: string | null;
                    /** @description Given back, not kept */
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /** @default custom */
                    paymentProcessor?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null while nobody knows the customer: the sale waits */
                        customer: {
                            avatar: string | null;
                            email: string | null;
                            externalId: string | null;
                            id: string;
                            name: string | null;
                        } | null;
                        eventName: string;
                        sale: {
                            amount: number;
                            currency: string;
                            invoiceId: string | null;
                            metadata: {
                                [key: string]: unknown;
                            } | null;
                            paymentProcessor: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Accounts: {
        parameters: {
            query?: {
                /** @description Health; a hand-set band counts first */
                band?: "green" | "amber" | "red" | "unknown";
                churned?: "true" | "false";
                country?: string;
                industry?: string;
                /** @description What is not known comes last either way */
                order?: "asc" | "desc";
                page?: number;
                per_page?: number;
                plan?: string;
                /** @description Found in name, domain or the outside id */
                q?: string;
                readiness?: "ready" | "almost" | "not_now" | "unknown";
                sort?: "name" | "mrr" | "health" | "readiness" | "signed_up_at" | "last_active";
                /** @description The imported source */
                source?: string;
                state?: "paying" | "trial" | "churned" | "prospect";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            churned_on: string | null;
                            country: string | null;
                            currency: string;
                            domain: string | null;
                            external_id: string;
                            /** @description A hand-set band stands above the score’s */
                            health_band: string | null;
                            health_score: number | null;
                            id: string;
                            imported_source: string | null;
                            industry: string | null;
                            is_overridden: boolean;
                            last_active_on: string | null;
                            /** @description Minor units of `currency` */
                            mrr_minor: number;
                            name: string;
                            owner_name: string | null;
                            plan: string | null;
                            readiness_score: number | null;
                            readiness_status: string | null;
                            seats: number | null;
                            signed_up_at: string | null;
                            /**
                             * @description By the company’s churn definition, at the data time
                             * @enum {string}
                             */
                            state: "paying" | "trial" | "churned" | "prospect";
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1AccountsCsv: {
        parameters: {
            query?: {
                /** @description Health; a hand-set band counts first */
                band?: "green" | "amber" | "red" | "unknown";
                churned?: "true" | "false";
                country?: string;
                industry?: string;
                /** @description What is not known comes last either way */
                order?: "asc" | "desc";
                plan?: string;
                /** @description Found in name, domain or the outside id */
                q?: string;
                readiness?: "ready" | "almost" | "not_now" | "unknown";
                sort?: "name" | "mrr" | "health" | "readiness" | "signed_up_at" | "last_active";
                /** @description The imported source */
                source?: string;
                state?: "paying" | "trial" | "churned" | "prospect";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8, comma, one header line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1AccountsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the accounts, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            attributes: {
                                [key: string]: unknown;
                            };
                            churn_notice_at: string | null;
                            churned_on: string | null;
                            country: string | null;
                            domain: string | null;
                            employees: number | null;
                            external_id: string;
                            first_touch_channel: string | null;
                            id: string;
                            /** @description What an outside file says, kept beside our own definition */
                            imported_churned: boolean | null;
                            imported_source: string | null;
                            industry: string | null;
                            last_touch_channel: string | null;
                            merged_into_id: string | null;
                            name: string;
                            owner_name: string | null;
                            pain_point: string | null;
                            plan: string | null;
                            seats: number | null;
                            self_reported_source: string | null;
                            signed_up_at: string | null;
                            size_band: string | null;
                            /** @description Where the account was imported from */
                            source: string;
                            /** @enum {string} */
                            state: "paying" | "trial" | "churned" | "prospect";
                            use_case: string | null;
                        };
                        answers: {
                            answer_text: string | null;
                            answered_at: string;
                            kind: string;
                            person_name: string | null;
                            scale_max: number | null;
                            score: number | null;
                            title: string;
                        }[];
                        asks: {
                            answered_at: string | null;
                            created_at: string;
                            id: string;
                            kind: string;
                            person_id: string;
                            person_name: string | null;
                            sent_at: string | null;
                            state: string;
                        }[];
                        /** @description Data until */
                        at: string;
                        churn_claims: {
                            churned_on: string;
                            feedback: string | null;
                            is_reactivation: boolean | null;
                            reason_code: string | null;
                            source: string;
                        }[];
                        currency: string;
                        health: {
                            /** @description The band that counts: the hand-set one while it holds */
                            band: string;
                            contributions: {
                                /** @enum {string} */
                                component: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                name: string;
                                /** @description Its part of the score; the parts sum to it */
                                points: number;
                                present: boolean;
                                raw: number | null;
                                reason: string;
                                reason_code: string;
                                /** @description 0-100 */
                                score: number | null;
                                weight: number;
                            }[];
                            /** @description Share of the model’s weight that was present */
                            coverage: number;
                            data_until: string;
                            model_name: string;
                            model_version: number;
                            override: {
                                band: string;
                                expires_at: string;
                                reason: string;
                                set_at: string;
                                set_by: string;
                            } | null;
                            /** @description 0-100 */
                            score: number | null;
                            scored_at: string;
                            scored_band: string;
                        } | null;
                        health_history: {
                            band: string;
                            data_until: string;
                            /** @description 0-100 */
                            score: number | null;
                            scored_at: string;
                        }[];
                        invoices: {
                            currency: string;
                            due_on: string | null;
                            external_id: string;
                            is_overdue: boolean;
                            issued_at: string;
                            paid_at: string | null;
                            /** @description Minor units of the currency beside it */
                            refunded_minor: number;
                            status: string;
                            /** @description Minor units of the currency beside it */
                            total_minor: number;
                        }[];
                        is_live: boolean;
                        metrics: {
                            /** @description The day at whose end the number holds */
                            at?: string;
                            /** @description ISO 4217, of amounts */
                            currency?: string;
                            /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                            definition: string;
                            /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                            interval?: {
                                confidence: number;
                                high: number;
                                low: number;
                            };
                            /** @description Which number this is */
                            key: string;
                            /** @description How many accounts, people, tickets or subscriptions it rests on */
                            n: number | null;
                            /** @description What the number could not use */
                            note?: string;
                            /** @description First and last day the number covers */
                            period?: {
                                from: string;
                                to: string;
                            };
                            /** @description Why there is no value, and what would give one */
                            unavailable_reason?: string;
                            unavailable_reason_code?: string;
                            /** @enum {string} */
                            unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                            /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                            value: number | null;
                        }[];
                        mrr_history: {
                            /** @description Minor units of the currency beside it */
                            change_minor: number;
                            month: string;
                            movement: ("new" | "expansion" | "contraction" | "churn" | "reactivation") | null;
                            /** @description Minor units of the currency beside it */
                            mrr_minor: number;
                        }[];
                        partners: {
                            id: string;
                            kind: string;
                            name: string;
                            state: string;
                        }[];
                        people: {
                            /** @description The latest word per purpose */
                            consents: {
                                at: string;
                                granted: boolean;
                                purpose: string;
                            }[];
                            email: string | null;
                            id: string;
                            last_active_at: string | null;
                            locale: string | null;
                            name: string | null;
                            /** @description 0-100 */
                            readiness_score: number | null;
                            readiness_status: string | null;
                            role: string | null;
                            title: string | null;
                            unsubscribed_at: string | null;
                        }[];
                        readiness: {
                            base: number;
                            damper: number;
                            score: number;
                            scored_at: string;
                            status: string;
                        } | null;
                        referrals_given: {
                            account_id: string;
                            account_name: string;
                            bound_at: string;
                            ended_at: string | null;
                            partner_id: string;
                            partner_name: string;
                        }[];
                        referrals_received: {
                            bound_at: string;
                            ended_at: string | null;
                            partner_id: string;
                            partner_name: string;
                            programme_id: string;
                            programme_name: string;
                            rule: string;
                        }[];
                        subscriptions: {
                            billing_interval: string | null;
                            currency: string;
                            ended_on: string | null;
                            external_id: string;
                            interval_count: number;
                            is_active: boolean;
                            is_trial: boolean;
                            /** @description Minor units of the currency beside it */
                            mrr_minor: number;
                            mrr_reporting_minor: number | null;
                            plan: string | null;
                            seats: number | null;
                            started_on: string;
                        }[];
                        tickets: {
                            items: {
                                closed_at: string | null;
                                external_id: string;
                                opened_at: string;
                                priority: string | null;
                                reopened_count: number;
                                resolution_minutes: number | null;
                                satisfaction: number | null;
                                satisfaction_scale: number | null;
                                severity: number | null;
                                status: string;
                                subject: string | null;
                                topic: string | null;
                            }[];
                            total: number;
                        };
                        usage: {
                            /** @description Days without use included */
                            days: {
                                events: number;
                                features: number;
                                on: string;
                            }[];
                            features: {
                                active_days: number;
                                events: number;
                                feature: string;
                                last_on: string;
                            }[];
                            from: string;
                            to: string;
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1AccountsIdAttribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the accounts, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Invoices at or after it count for the partner; now when absent
                     */
                    effective_at?: string;
                    partner_id: string;
                    programme_id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        binding_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1AccountsIdCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our id of the account, or yours */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 4217 */
                    currency: string;
                    invoice_id: string;
                    /** @description What the annual invoice asks before credits */
                    invoice_minor: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        invoice_id: string;
                        invoice_minor: number;
                        items: {
                            grant_id: string;
                            used_minor: number;
                        }[];
                        /** @description Take this off the invoice */
                        used_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1AccountsIdHealthOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the accounts, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    band: "green" | "amber" | "red";
                    /**
                     * Format: date-time
                     * @description When the score speaks for itself again; at most a year from now
                     */
                    expires_at: string;
                    /** @description What you know that the score does not */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        band: "green" | "amber" | "red";
                        /**
                         * Format: date-time
                         * @description When the score speaks for itself again; at most a year from now
                         */
                        expires_at: string;
                        id: string;
                        /** @description What you know that the score does not */
                        reason: string;
                        set_at: string;
                        set_by: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteV1AccountsIdHealthOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the accounts, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1AccountsFacets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        countries: string[];
                        industries: string[];
                        plans: string[];
                        sources: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Advocates: {
        parameters: {
            query?: {
                /** @description Only accounts for which this ask fits */
                ask_kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                /** @description Default: best first, or A to Z */
                order?: "asc" | "desc";
                page?: number;
                per_page?: number;
                /** @description Part of the name of the account or the person */
                q?: string;
                /** @description rank: who may be asked first, then by score */
                sort?: "rank" | "score" | "name";
                /** @description Only accounts in this state */
                status?: "ready" | "almost" | "not_now" | "unknown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Accounts by status, whatever the filter */
                        counts: {
                            almost: number;
                            not_now: number;
                            ready: number;
                            unknown: number;
                        };
                        items: {
                            account: {
                                currency: string;
                                external_id: string;
                                id: string;
                                industry: string | null;
                                mrr_minor: number;
                                name: string;
                                plan: string | null;
                            };
                            /**
                             * @description The ask that fits
                             * @enum {string}
                             */
                            ask_kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                            base: number;
                            blockers: {
                                code: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                                reason: string;
                            }[];
                            /** @description The channel they came from, and how that is known */
                            channel: {
                                /** @enum {string} */
                                evidence: "first_touch" | "last_touch" | "imported" | "self_reported";
                                name: string;
                            } | null;
                            coverage: number;
                            damper: number;
                            /** @description The facts are as of this instant */
                            data_at: string;
                            /** @description What happened lately that makes this a good time, newest first */
                            moments: {
                                at: string;
                                code: string;
                                reason: string;
                            }[];
                            open_ask: {
                                id: string;
                                state: string;
                            } | null;
                            /** @description Whom to ask; null when nobody is known */
                            person: {
                                email: string | null;
                                id: string;
                                name: string | null;
                                role: string | null;
                                score: number | null;
                                title: string | null;
                            } | null;
                            /** @description Place in the whole list, from 1 */
                            rank: number;
                            reason: string;
                            reason_code: string;
                            score: number;
                            scored_at: string;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                        }[];
                        page: number;
                        /** @description False when no person is known at any account: nobody can be asked yet */
                        people_known: boolean;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1AdvocatesAccountId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account (`ac_…`) */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            currency: string;
                            external_id: string;
                            id: string;
                            industry: string | null;
                            mrr_minor: number;
                            name: string;
                            plan: string | null;
                        };
                        /**
                         * @description The ask that fits
                         * @enum {string}
                         */
                        ask_kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        base: number;
                        blockers: {
                            code: string;
                            /** @description What ends it */
                            lifts: string;
                            /** @description When time alone ends it */
                            lifts_at: string | null;
                            /** @enum {string} */
                            of: "account" | "person";
                            reason: string;
                        }[];
                        /** @description The channel they came from, and how that is known */
                        channel: {
                            /** @enum {string} */
                            evidence: "first_touch" | "last_touch" | "imported" | "self_reported";
                            name: string;
                        } | null;
                        coverage: number;
                        damper: number;
                        /** @description The facts are as of this instant */
                        data_at: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        explanation: {
                            base: number;
                            blockers: {
                                code: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                                reason: string;
                            }[];
                            coverage: number;
                            damper: number;
                            /** @description Why the damper takes something off */
                            friction: string | null;
                            /** @description What stands between the score and 90, largest first */
                            gaps: {
                                advice: string;
                                code: string;
                                missing_points: number;
                            }[];
                            score: number;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                            terms: {
                                code: string;
                                label: string;
                                /** @description What it adds; the points sum to the base exactly */
                                points: number;
                                reason: string;
                                /** @description 0-100; null when not known */
                                value: number | null;
                                /** @description Share of the base, after missing terms gave theirs to the others */
                                weight: number;
                            }[];
                        };
                        /** @description Prepared; edit it in the ask */
                        invitation: {
                            body_text: string;
                            subject: string;
                        };
                        /** @description What happened lately that makes this a good time, newest first */
                        moments: {
                            at: string;
                            code: string;
                            reason: string;
                        }[];
                        open_ask: {
                            id: string;
                            state: string;
                        } | null;
                        people: {
                            base: number;
                            blockers: {
                                code: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                                reason: string;
                            }[];
                            coverage: number;
                            damper: number;
                            /** @description Why the damper takes something off */
                            friction: string | null;
                            /** @description What stands between the score and 90, largest first */
                            gaps: {
                                advice: string;
                                code: string;
                                missing_points: number;
                            }[];
                            person: {
                                email: string | null;
                                id: string;
                                name: string | null;
                                role: string | null;
                                title: string | null;
                            };
                            score: number;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                            terms: {
                                code: string;
                                label: string;
                                /** @description What it adds; the points sum to the base exactly */
                                points: number;
                                reason: string;
                                /** @description 0-100; null when not known */
                                value: number | null;
                                /** @description Share of the base, after missing terms gave theirs to the others */
                                weight: number;
                            }[];
                        }[];
                        /** @description Whom to ask; null when nobody is known */
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                            role: string | null;
                            score: number | null;
                            title: string | null;
                        } | null;
                        reason: string;
                        reason_code: string;
                        score: number;
                        scored_at: string;
                        /**
                         * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                         * @enum {string}
                         */
                        status: "ready" | "almost" | "not_now" | "unknown";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Applications: {
        parameters: {
            query?: {
                page?: number;
                partner_id?: string;
                per_page?: number;
                programme_id?: string;
                state?: "queued" | "approved" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answers: {
                                answer: string;
                                key: string;
                                label: string;
                            }[];
                            country: string | null;
                            created_at: string;
                            decided_at: string | null;
                            decided_by: string | null;
                            email: string;
                            id: string;
                            name: string;
                            page_id: string | null;
                            page_slug: string | null;
                            partner_id: string | null;
                            programme_id: string;
                            programme_name: string;
                            reapply_at: string | null;
                            /** @description What the applicant was told */
                            reason: string | null;
                            reason_code: string;
                            /** @enum {string} */
                            state: "queued" | "approved" | "rejected";
                            terms_version: number;
                            /** @description How it came to this state */
                            why: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ApplicationsIdDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the applications, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day of a new application; from the form when absent
                     */
                    reapply_on?: string;
                    /** @description The applicant reads it */
                    reason: string;
                    /** @enum {string} */
                    state: "approved" | "rejected";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Asks: {
        parameters: {
            query?: {
                account_id?: string;
                kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                page?: number;
                per_page?: number;
                person_id?: string;
                /** @description Part of the name of the account or the person */
                q?: string;
                state?: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: {
                                id: string;
                                name: string;
                            };
                            answered_at: string | null;
                            body_text: string;
                            /** @description Who asks */
                            company: string | null;
                            created_at: string;
                            created_by: string;
                            evidence: {
                                code: string;
                                sentence: string;
                                source: string;
                            }[];
                            expires_at: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                            mail_id: string | null;
                            override_reason: string | null;
                            /** @description The partner a yes made */
                            partner_id: string | null;
                            person: {
                                email: string | null;
                                id: string;
                                name: string | null;
                            };
                            programme: {
                                id: string;
                                name: string;
                            } | null;
                            /** @description Of the person, when the draft was made */
                            readiness_score: number | null;
                            sent_at: string | null;
                            /** @enum {string} */
                            state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                            subject: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Asks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The customer to ask */
                    account_id: string;
                    /** @description Plain text; {link} marks where the invitation’s link goes */
                    body_text?: string;
                    /**
                     * @description For what; the ask that fits when absent
                     * @enum {string}
                     */
                    kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                    /** @description Whom; the nominated person when absent */
                    person_id?: string;
                    /** @description What a yes enrols in; the live programme when absent and the ask is a referral or a partnership */
                    programme_id?: string;
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                        };
                        answered_at: string | null;
                        body_text: string;
                        /** @description Who asks */
                        company: string | null;
                        created_at: string;
                        created_by: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        mail_id: string | null;
                        override_reason: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        subject: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1AsksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ask (`ak_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                        };
                        answered_at: string | null;
                        body_text: string;
                        /** @description Who asks */
                        company: string | null;
                        created_at: string;
                        created_by: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        mail_id: string | null;
                        override_reason: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        subject: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1AsksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ask (`ak_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Plain text; {link} marks where the invitation’s link goes */
                    body_text?: string;
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                        };
                        answered_at: string | null;
                        body_text: string;
                        /** @description Who asks */
                        company: string | null;
                        created_at: string;
                        created_by: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        mail_id: string | null;
                        override_reason: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        subject: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1AsksIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ask (`ak_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                        };
                        answered_at: string | null;
                        body_text: string;
                        /** @description Who asks */
                        company: string | null;
                        created_at: string;
                        created_by: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        mail_id: string | null;
                        override_reason: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        subject: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1AsksIdSend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ask (`ak_…`) */
                id: string;
            };
            cookie?: never;
        };
        /** @description Nothing, or why to ask anyway */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why to ask although a reason stands against it; a person’s own no cannot be overridden */
                    override_reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                        };
                        answered_at: string | null;
                        body_text: string;
                        /** @description Who asks */
                        company: string | null;
                        created_at: string;
                        created_by: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        mail_id: string | null;
                        override_reason: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        person: {
                            email: string | null;
                            id: string;
                            name: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        subject: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Audit: {
        parameters: {
            query?: {
                /** @description Only this action, such as member.invited */
                action?: string;
                /** @description Only what this person, key or part of the system did */
                actor_id?: string;
                /** @description Which page, from 1 */
                page?: number;
                /** @description How many on a page */
                per_page?: number;
                /** @description Only about this one */
                subject_id?: string;
                /** @description Only about this kind of thing, such as account or payout */
                subject_kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor_id: string;
                            /** @enum {string} */
                            actor_kind: "user" | "key" | "partner" | "system";
                            /** @description The person or key as named today; the id when it has no name */
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            detail: {
                                [key: string]: unknown;
                            };
                            id: string;
                            subject_id: string;
                            subject_kind: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Certifications: {
        parameters: {
            query?: {
                partner_id?: string;
                programme_id?: string;
                state?: "waiting" | "passed" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            created_at: string;
                            decided_at: string | null;
                            decided_by: string | null;
                            expires_at: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            note: string | null;
                            partner_id: string;
                            partner_name: string;
                            programme_id: string;
                            programme_name: string;
                            proof_name: string | null;
                            proof_type: string | null;
                            reason: string | null;
                            score_percent: number | null;
                            /** @enum {string} */
                            state: "waiting" | "passed" | "failed";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1CertificationsIdDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the certifications, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The partner reads it */
                    reason: string;
                    /** @enum {string} */
                    state: "passed" | "failed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "quiz" | "proof";
                        note: string | null;
                        partner_id: string;
                        programme_id: string;
                        proof_name: string | null;
                        proof_type: string | null;
                        reason: string | null;
                        score_percent: number | null;
                        /** @enum {string} */
                        state: "waiting" | "passed" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1CertificationsIdProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the certifications, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Commissions: {
        parameters: {
            query?: {
                account_id?: string;
                invoice_id?: string;
                order?: "asc" | "desc";
                page?: number;
                partner_id?: string;
                per_page?: number;
                programme_id?: string;
                /** @description Part of the partner's, the customer's or the invoice's name */
                q?: string;
                /** @description A reason code, such as after_last_month */
                reason?: string;
                sort?: "earned_at" | "available_at" | "gross_minor" | "partner" | "account" | "state";
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The customer; null for a lead nobody knows as an account */
                            account: {
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            available_at: string;
                            /** @description What was paid in cash for the lines that earn, without tax */
                            base_minor: number;
                            /** @description The event that was credited */
                            conversion_id: string | null;
                            currency: string;
                            /** Format: date-time */
                            earned_at: string;
                            /** @description How the amount came about, in one line */
                            explanation: string;
                            flags: string[];
                            /** @description The commission before refunds */
                            gross_minor: number;
                            /** @description Why it is held, all of it */
                            holds: string[];
                            id: string;
                            /** @description null: a lead */
                            invoice: {
                                external_id: string;
                                id: string;
                            } | null;
                            net_minor: number;
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            programme: {
                                id: string;
                                name: string;
                            };
                            /** @description Why it is in this state, in a sentence the partner reads too */
                            reason: string;
                            reason_code: string;
                            referral_id: string | null;
                            /** @description What refunds took back */
                            reversed_minor: number;
                            /**
                             * @description What earns: a sale, a top-up of it, a recruited partner, a bounty or a lead
                             * @enum {string}
                             */
                            rule: "sale" | "tier_top_up" | "sub_partner" | "bounty" | "lead";
                            /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                            settled_minor: number;
                            /** @enum {string} */
                            state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                            /** @description What a refused one would have been, had the gate been open */
                            would_be_minor: number | null;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1CommissionsCsv: {
        parameters: {
            query?: {
                account_id?: string;
                invoice_id?: string;
                order?: "asc" | "desc";
                partner_id?: string;
                programme_id?: string;
                /** @description Part of the partner's, the customer's or the invoice's name */
                q?: string;
                /** @description A reason code, such as after_last_month */
                reason?: string;
                sort?: "earned_at" | "available_at" | "gross_minor" | "partner" | "account" | "state";
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV in major units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1CommissionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The commission, cm_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The customer; null for a lead nobody knows as an account */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        available_at: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        /** @description The event that was credited */
                        conversion_id: string | null;
                        currency: string;
                        decision: {
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            /** Format: date-time */
                            decided_at: string;
                            flags: string[];
                            id: string;
                            outcome: string;
                            reason_code: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                        } | null;
                        /** Format: date-time */
                        earned_at: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        flags: string[];
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description Why it is held, all of it */
                        holds: string[];
                        id: string;
                        /** @description null: a lead */
                        invoice: {
                            external_id: string;
                            id: string;
                        } | null;
                        net_minor: number;
                        paid_at: string | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        payouts: {
                            amount_minor: number;
                            batch_id: string;
                            /** Format: date */
                            expected_on: string;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            paid_at: string | null;
                            payout_id: string;
                            state: string;
                        }[];
                        programme: {
                            id: string;
                            name: string;
                        };
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        reason_code: string;
                        referral_id: string | null;
                        reversals: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            id: string;
                            reason: string;
                            reason_code: string;
                            was_paid: boolean;
                        }[];
                        /** @description What refunds took back */
                        reversed_minor: number;
                        /**
                         * @description What earns: a sale, a top-up of it, a recruited partner, a bounty or a lead
                         * @enum {string}
                         */
                        rule: "sale" | "tier_top_up" | "sub_partner" | "bounty" | "lead";
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        transfers: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            event: string;
                            from: string;
                            id: string;
                            reason: string | null;
                            to: string;
                        }[];
                        /** @description What a refused one would have been, had the gate been open */
                        would_be_minor: number | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1CommissionsIdHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The commission, cm_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, in words the partner may read */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The customer; null for a lead nobody knows as an account */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        available_at: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        /** @description The event that was credited */
                        conversion_id: string | null;
                        currency: string;
                        decision: {
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            /** Format: date-time */
                            decided_at: string;
                            flags: string[];
                            id: string;
                            outcome: string;
                            reason_code: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                        } | null;
                        /** Format: date-time */
                        earned_at: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        flags: string[];
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description Why it is held, all of it */
                        holds: string[];
                        id: string;
                        /** @description null: a lead */
                        invoice: {
                            external_id: string;
                            id: string;
                        } | null;
                        net_minor: number;
                        paid_at: string | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        payouts: {
                            amount_minor: number;
                            batch_id: string;
                            /** Format: date */
                            expected_on: string;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            paid_at: string | null;
                            payout_id: string;
                            state: string;
                        }[];
                        programme: {
                            id: string;
                            name: string;
                        };
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        reason_code: string;
                        referral_id: string | null;
                        reversals: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            id: string;
                            reason: string;
                            reason_code: string;
                            was_paid: boolean;
                        }[];
                        /** @description What refunds took back */
                        reversed_minor: number;
                        /**
                         * @description What earns: a sale, a top-up of it, a recruited partner, a bounty or a lead
                         * @enum {string}
                         */
                        rule: "sale" | "tier_top_up" | "sub_partner" | "bounty" | "lead";
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        transfers: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            event: string;
                            from: string;
                            id: string;
                            reason: string | null;
                            to: string;
                        }[];
                        /** @description What a refused one would have been, had the gate been open */
                        would_be_minor: number | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1CommissionsIdRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The commission, cm_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, in words the partner may read */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The customer; null for a lead nobody knows as an account */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        available_at: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        /** @description The event that was credited */
                        conversion_id: string | null;
                        currency: string;
                        decision: {
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            /** Format: date-time */
                            decided_at: string;
                            flags: string[];
                            id: string;
                            outcome: string;
                            reason_code: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                        } | null;
                        /** Format: date-time */
                        earned_at: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        flags: string[];
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description Why it is held, all of it */
                        holds: string[];
                        id: string;
                        /** @description null: a lead */
                        invoice: {
                            external_id: string;
                            id: string;
                        } | null;
                        net_minor: number;
                        paid_at: string | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        payouts: {
                            amount_minor: number;
                            batch_id: string;
                            /** Format: date */
                            expected_on: string;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            paid_at: string | null;
                            payout_id: string;
                            state: string;
                        }[];
                        programme: {
                            id: string;
                            name: string;
                        };
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        reason_code: string;
                        referral_id: string | null;
                        reversals: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            id: string;
                            reason: string;
                            reason_code: string;
                            was_paid: boolean;
                        }[];
                        /** @description What refunds took back */
                        reversed_minor: number;
                        /**
                         * @description What earns: a sale, a top-up of it, a recruited partner, a bounty or a lead
                         * @enum {string}
                         */
                        rule: "sale" | "tier_top_up" | "sub_partner" | "bounty" | "lead";
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        transfers: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            event: string;
                            from: string;
                            id: string;
                            reason: string | null;
                            to: string;
                        }[];
                        /** @description What a refused one would have been, had the gate been open */
                        would_be_minor: number | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Company: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What sales and marketing cost a year */
                        acquisition_cost_year_minor: number | null;
                        /**
                         * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                         * @enum {string}
                         */
                        churn_definition: "subscriptions" | "flags" | "events";
                        /** @description Days a new subscription may take to not count as churn */
                        churn_grace_days: number;
                        /** @description How much less a payment in a year is worth today, in basis points (1000 = 10%) */
                        discount_rate_bps: number;
                        /** @description Gross margin in basis points (8000 = 80%) */
                        gross_margin_bps: number | null;
                        /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                        ltv_cac_guard: string;
                        /** @description The address that mails come from */
                        mail_from: string | null;
                        /** @description The company’s name, as partners and customers read it */
                        name: string;
                        /** @description Where the product is */
                        product_url: string | null;
                        /** @description The one currency that reports add up in (ISO 4217) */
                        reporting_currency: string;
                        /** @description Whether the company is made up */
                        simulated: boolean;
                        /** @description What customer success costs a year */
                        success_cost_year_minor: number | null;
                        /** @description What an hour of customer success costs */
                        success_hourly_cost_minor: number | null;
                        /** @description The time zone that days and months are counted in, like Europe/Budapest */
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1Company: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What sales and marketing cost a year */
                    acquisition_cost_year_minor?: number | null;
                    /**
                     * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                     * @enum {string}
                     */
                    churn_definition?: "subscriptions" | "flags" | "events";
                    /** @description Days a new subscription may take to not count as churn */
                    churn_grace_days?: number;
                    /** @description How much less a payment in a year is worth today, in basis points (1000 = 10%) */
                    discount_rate_bps?: number;
                    /** @description Gross margin in basis points (8000 = 80%) */
                    gross_margin_bps?: number | null;
                    /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                    ltv_cac_guard?: string;
                    /** @description The address that mails come from */
                    mail_from?: string | null;
                    /** @description The company’s name, as partners and customers read it */
                    name?: string;
                    /** @description Where the product is */
                    product_url?: string | null;
                    /** @description The one currency that reports add up in (ISO 4217) */
                    reporting_currency?: string;
                    /** @description What customer success costs a year */
                    success_cost_year_minor?: number | null;
                    /** @description What an hour of customer success costs */
                    success_hourly_cost_minor?: number | null;
                    /** @description The time zone that days and months are counted in, like Europe/Budapest */
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What sales and marketing cost a year */
                        acquisition_cost_year_minor: number | null;
                        /**
                         * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                         * @enum {string}
                         */
                        churn_definition: "subscriptions" | "flags" | "events";
                        /** @description Days a new subscription may take to not count as churn */
                        churn_grace_days: number;
                        /** @description How much less a payment in a year is worth today, in basis points (1000 = 10%) */
                        discount_rate_bps: number;
                        /** @description Gross margin in basis points (8000 = 80%) */
                        gross_margin_bps: number | null;
                        /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                        ltv_cac_guard: string;
                        /** @description The address that mails come from */
                        mail_from: string | null;
                        /** @description The company’s name, as partners and customers read it */
                        name: string;
                        /** @description Where the product is */
                        product_url: string | null;
                        /** @description The one currency that reports add up in (ISO 4217) */
                        reporting_currency: string;
                        /** @description Whether the company is made up */
                        simulated: boolean;
                        /** @description What customer success costs a year */
                        success_cost_year_minor: number | null;
                        /** @description What an hour of customer success costs */
                        success_hourly_cost_minor: number | null;
                        /** @description The time zone that days and months are counted in, like Europe/Budapest */
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1CompanyCosts: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Minor units of `currency` */
                            amount_minor: number;
                            /** @description In the reporting currency; null where no rate is known */
                            amount_reporting_minor: number | null;
                            /** @description As in the channel report: search, events, … */
                            channel: string;
                            /** @description The currency of the amount */
                            currency: string;
                            /** @description The month the money was spent in */
                            month: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1CompanyCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    costs: {
                        /** @description Minor units of `currency`; 0 is a cost of nothing, null takes the entry away */
                        amount_minor: number | null;
                        /** @description As in the channel report: search, events, … */
                        channel: string;
                        /** @description The currency of the amount */
                        currency: string;
                        /** @description The month the money was spent in */
                        month: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: number;
                        inserted: number;
                        unchanged: number;
                        updated: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1CompanyExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rates: {
                            /** @description The currency an amount is in */
                            currency: string;
                            /**
                             * Format: date
                             * @description The first day the rate holds
                             */
                            on_date: string;
                            /** @description How many units of the reporting currency one unit is worth */
                            rate: string;
                            /** @description Where the rate comes from */
                            source: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1CompanyExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rates: {
                        /** @description The currency an amount is in */
                        currency: string;
                        /**
                         * Format: date
                         * @description The first day the rate holds
                         */
                        on_date: string;
                        /** @description How many units of the reporting currency one unit is worth */
                        rate: string;
                        /** @description Where the rate comes from */
                        source: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inserted: number;
                        unchanged: number;
                        updated: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Conversions: {
        parameters: {
            query?: {
                account_id?: string;
                kind?: "signup" | "invoice" | "refund" | "dispute";
                order?: "asc" | "desc";
                outcome?: "credited" | "unattributed" | "refused";
                page?: number;
                partner_id?: string;
                per_page?: number;
                /** @description Part of the account's, invoice's or partner's name */
                q?: string;
                /** @description A reason code, such as outside_window */
                reason?: string;
                sort?: "received_at" | "occurred_at";
                state?: "parked" | "decided" | "unattributed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account_external_id: string | null;
                            account_id: string | null;
                            account_name: string | null;
                            commission_id: string | null;
                            commission_state: string | null;
                            event_id: string;
                            flags: string[];
                            id: string;
                            invoice_external_id: string | null;
                            /** @enum {string} */
                            kind: "signup" | "invoice" | "refund" | "dispute";
                            occurred_at: string;
                            /** @description null: parked, or a refund */
                            outcome: ("credited" | "unattributed" | "refused") | null;
                            partner_id: string | null;
                            partner_name: string | null;
                            programme_id: string | null;
                            reason: string;
                            reason_code: string;
                            received_at: string;
                            rule: string | null;
                            source: string;
                            /** @enum {string} */
                            state: "parked" | "decided" | "unattributed";
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ConversionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the conversions, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Coupons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many accounts it may bring; 1 for one use */
                    accounts_at_most?: number;
                    /** @description As it stands on invoices; capital letters and small ones are the same */
                    code: string;
                    /**
                     * Format: date-time
                     * @description It counts on invoices paid before
                     */
                    expires_at?: string;
                    partner_id: string;
                    programme_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts_at_most: number | null;
                        code: string;
                        expires_at: string | null;
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "ended";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1CouponsCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the coupons, by its code */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "active" | "ended";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts_at_most: number | null;
                        code: string;
                        expires_at: string | null;
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "ended";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1CreditNotes: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description With tax */
                    amount_minor: number;
                    credit_note_id: string;
                    /** @description The invoice's currency */
                    currency?: string;
                    invoice_id: string;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    reason?: string;
                    /**
                     * @description refund: money went back, and the commission with it. balance: it stays as credit, and counts where it is used (credit_applied_minor). reduction: it lowered what is still to pay
                     * @enum {string}
                     */
                    settled_by: "refund" | "balance" | "reduction";
                    /**
                     * @description Taken back before anything came of it
                     * @default false
                     */
                    voided?: boolean;
                };
            };
        };
        responses: {
            /** @description Received before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The refund it made (cv_…), when money went back */
                        conversion_id: string | null;
                        credit_note_id: string;
                        invoice_id: string;
                        reason: string;
                        reason_code: string;
                        /** @enum {string} */
                        state: "issued" | "void";
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The refund it made (cv_…), when money went back */
                        conversion_id: string | null;
                        credit_note_id: string;
                        invoice_id: string;
                        reason: string;
                        reason_code: string;
                        /** @enum {string} */
                        state: "issued" | "void";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Disputes: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is disputed; may be left out when the opening said it */
                    amount_minor?: number;
                    /** @description The invoice's currency */
                    currency?: string;
                    dispute_id: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
                    /** @description What the bank charges; no partner pays it */
                    fee_minor?: number;
                    invoice_id: string;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    /** @enum {string} */
                    outcome: "opened" | "won" | "lost";
                };
            };
        };
        responses: {
            /** @description Received before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Doctor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            /** @description What was looked at */
                            check: string;
                            /** @description What to do about it */
                            do: string | null;
                            /** @description What was found */
                            says: string;
                            /** @enum {string} */
                            state: "ok" | "warn" | "fail";
                        }[];
                        /** @description False when a check failed; warnings do not count */
                        ok: boolean;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1EventsId: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @description Which of the events, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Gifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Empty: sent everywhere */
                            countries: string[];
                            currency: string;
                            description: string;
                            id: string;
                            interests: string[];
                            name: string;
                            needs_address: boolean;
                            /** @enum {string} */
                            state: "active" | "ended";
                            stock: number;
                            worth_minor: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Gifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    countries?: string[];
                    /** @description ISO 4217 */
                    currency: string;
                    /** @default  */
                    description?: string;
                    /** @default [] */
                    interests?: string[];
                    name: string;
                    /** @default true */
                    needs_address?: boolean;
                    stock: number;
                    worth_minor: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Empty: sent everywhere */
                        countries: string[];
                        currency: string;
                        description: string;
                        id: string;
                        interests: string[];
                        name: string;
                        needs_address: boolean;
                        /** @enum {string} */
                        state: "active" | "ended";
                        stock: number;
                        worth_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1GiftsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the gifts, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countries?: string[];
                    description?: string;
                    interests?: string[];
                    name?: string;
                    needs_address?: boolean;
                    /** @enum {string} */
                    state?: "active" | "ended";
                    stock?: number;
                    worth_minor?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Empty: sent everywhere */
                        countries: string[];
                        currency: string;
                        description: string;
                        id: string;
                        interests: string[];
                        name: string;
                        needs_address: boolean;
                        /** @enum {string} */
                        state: "active" | "ended";
                        stock: number;
                        worth_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Grants: {
        parameters: {
            query?: {
                /** @description Rewards that go to this company, or that it caused */
                account_id?: string;
                kind?: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                order?: "asc" | "desc";
                page?: number;
                partner_id?: string;
                per_page?: number;
                programme_id?: string;
                /** @description Part of a partner or a company */
                q?: string;
                receiver?: "referrer" | "company" | "friend";
                sort?: "promised_at" | "due_on" | "state" | "kind" | "partner";
                state?: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_minor: number;
                            currency: string;
                            /** @description Who was referred */
                            customer: {
                                id: string;
                                name: string;
                            } | null;
                            delivered_at: string | null;
                            /** @description When it should be delivered at the latest */
                            due_on: string | null;
                            earned_at: string | null;
                            flags: string[];
                            gift: {
                                id: string;
                                name: string;
                            } | null;
                            id: string;
                            is_overdue: boolean;
                            /** @enum {string} */
                            kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                            /** @description Who referred */
                            partner: {
                                id: string;
                                name: string;
                            };
                            programme: {
                                id: string;
                                name: string;
                            };
                            promised_at: string;
                            /** @description Months, seats or days, by kind */
                            quantity: number;
                            ready_at: string | null;
                            /** @description Why it is where it is, in one sentence */
                            reason: string;
                            reason_code: string;
                            /**
                             * @description The one who referred, their company, or the friend
                             * @enum {string}
                             */
                            receiver: "referrer" | "company" | "friend";
                            /** @description The company that gets it */
                            receiver_account: {
                                id: string;
                                name: string;
                            } | null;
                            reward_key: string;
                            sent_at: string | null;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                            tax_value_minor: number;
                            tracking: string | null;
                            /** @description Of a credit: what the invoice took */
                            used_minor: number | null;
                            waits_for: ("address" | "gift") | null;
                            /** @description What is given, in words */
                            what: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1GrantsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdApplied: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a credit: what the invoice took of it */
                    amount_minor?: number;
                    /** @description Of a credit: the invoice that took it */
                    invoice_id?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdFail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its receiver reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gift_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its receiver reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its receiver reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its receiver reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsIdRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the grants, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its receiver reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Kept until some days after the gift arrived */
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            name: string;
                            postcode: string;
                            region?: string;
                            street: string;
                            street2?: string;
                        } | null;
                        address_erased_at: string | null;
                        amount_minor: number;
                        currency: string;
                        /** @description Who was referred */
                        customer: {
                            id: string;
                            name: string;
                        } | null;
                        delivered_at: string | null;
                        /** @description When it should be delivered at the latest */
                        due_on: string | null;
                        earned_at: string | null;
                        flags: string[];
                        gift: {
                            id: string;
                            name: string;
                        } | null;
                        history: {
                            actor: string;
                            actor_kind: string;
                            at: string;
                            reason: string;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        }[];
                        id: string;
                        is_overdue: boolean;
                        /** @enum {string} */
                        kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                        /** @description Who referred */
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        promised_at: string;
                        /** @description Months, seats or days, by kind */
                        quantity: number;
                        ready_at: string | null;
                        /** @description Why it is where it is, in one sentence */
                        reason: string;
                        reason_code: string;
                        /**
                         * @description The one who referred, their company, or the friend
                         * @enum {string}
                         */
                        receiver: "referrer" | "company" | "friend";
                        /** @description The company that gets it */
                        receiver_account: {
                            id: string;
                            name: string;
                        } | null;
                        reward_key: string;
                        sent_at: string | null;
                        /** @enum {string} */
                        state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                        tax_value_minor: number;
                        tracking: string | null;
                        /** @description Of a credit: what the invoice took */
                        used_minor: number | null;
                        waits_for: ("address" | "gift") | null;
                        /** @description What is given, in words */
                        what: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsDeliver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1GrantsQueue: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What a person has to send, overdue first, then by due date */
                        items: {
                            address: {
                                city: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                name: string;
                                postcode: string;
                                region?: string;
                                street: string;
                                street2?: string;
                            } | null;
                            amount_minor: number;
                            currency: string;
                            /** @description Who was referred */
                            customer: {
                                id: string;
                                name: string;
                            } | null;
                            delivered_at: string | null;
                            /** @description When it should be delivered at the latest */
                            due_on: string | null;
                            earned_at: string | null;
                            flags: string[];
                            gift: {
                                id: string;
                                name: string;
                            } | null;
                            id: string;
                            is_overdue: boolean;
                            /** @enum {string} */
                            kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                            /** @description Who referred */
                            partner: {
                                id: string;
                                name: string;
                            };
                            programme: {
                                id: string;
                                name: string;
                            };
                            promised_at: string;
                            /** @description Months, seats or days, by kind */
                            quantity: number;
                            ready_at: string | null;
                            /** @description Why it is where it is, in one sentence */
                            reason: string;
                            reason_code: string;
                            /**
                             * @description The one who referred, their company, or the friend
                             * @enum {string}
                             */
                            receiver: "referrer" | "company" | "friend";
                            /** @description The company that gets it */
                            receiver_account: {
                                id: string;
                                name: string;
                            } | null;
                            reward_key: string;
                            sent_at: string | null;
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                            tax_value_minor: number;
                            tracking: string | null;
                            /** @description Of a credit: what the invoice took */
                            used_minor: number | null;
                            waits_for: ("address" | "gift") | null;
                            /** @description What is given, in words */
                            what: string;
                        }[];
                        overdue: number;
                        page: number;
                        per_page: number;
                        total: number;
                        /** @description Gifts that wait for an address */
                        waiting: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsSend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grants: {
                        /** @description Of a gift card; kept sealed, never listed */
                        code?: string;
                        id: string;
                        /** @description A parcel's number or address, or a receipt */
                        tracking?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1GrantsUnsend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1HealthBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        chosen_definition: "subscriptions" | "events" | "flags";
                        data_until: string;
                        horizon_days: number;
                        /** @enum {string} */
                        judged_by: "subscriptions" | "events";
                        judged_by_reason: string;
                        model: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        results: {
                            events: {
                                accounts: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    churned: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                }[];
                                calibration: {
                                    churned: number;
                                    from: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    to: number;
                                }[];
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                from: string | null;
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                                observations: number;
                                snapshots: number;
                                to: string | null;
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                            };
                            subscriptions: {
                                accounts: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    churned: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                }[];
                                calibration: {
                                    churned: number;
                                    from: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    to: number;
                                }[];
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                from: string | null;
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                                observations: number;
                                snapshots: number;
                                to: string | null;
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                            };
                        };
                        run_at: string;
                        /** @description The verdict in words */
                        sentence: string;
                        /** @enum {string} */
                        verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1HealthBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        chosen_definition: "subscriptions" | "events" | "flags";
                        data_until: string;
                        horizon_days: number;
                        /** @enum {string} */
                        judged_by: "subscriptions" | "events";
                        judged_by_reason: string;
                        model: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        results: {
                            events: {
                                accounts: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    churned: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                }[];
                                calibration: {
                                    churned: number;
                                    from: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    to: number;
                                }[];
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                from: string | null;
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                                observations: number;
                                snapshots: number;
                                to: string | null;
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                            };
                            subscriptions: {
                                accounts: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    high: number;
                                    low: number;
                                    pairs: number;
                                    value: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    churned: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                }[];
                                calibration: {
                                    churned: number;
                                    from: number;
                                    high: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    to: number;
                                }[];
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                from: string | null;
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                                observations: number;
                                snapshots: number;
                                to: string | null;
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                            };
                        };
                        run_at: string;
                        /** @description The verdict in words */
                        sentence: string;
                        /** @enum {string} */
                        verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1HealthModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        definition: {
                            /** @description At or above green is green, at or above amber is amber */
                            bands: {
                                amber: number;
                                green: number;
                            };
                            components: {
                                /**
                                 * @description up: more is better; down: less is better. The points must agree
                                 * @enum {string}
                                 */
                                direction: "up" | "down";
                                /** @enum {string} */
                                key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                /** @description Without fresh facts: leave the component out, or give it this score */
                                missing: "skip" | {
                                    score: number;
                                };
                                /** @description Raw value and score 0-100; straight lines between, flat outside */
                                points: [
                                    number,
                                    number
                                ][];
                                /** @description Older facts count as missing; null: never */
                                stale_after_days: number | null;
                                weight: number;
                                window_days: number;
                            }[];
                            /** @description Below this share of weight present there is no score */
                            min_coverage: number;
                        };
                        /** @description null: the default, stored with the first scoring */
                        id: string | null;
                        name: string;
                        version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1HealthModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @description At or above green is green, at or above amber is amber */
                        bands: {
                            amber: number;
                            green: number;
                        };
                        components: {
                            /**
                             * @description up: more is better; down: less is better. The points must agree
                             * @enum {string}
                             */
                            direction: "up" | "down";
                            /** @enum {string} */
                            key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                            /** @description Without fresh facts: leave the component out, or give it this score */
                            missing: "skip" | {
                                score: number;
                            };
                            /** @description Raw value and score 0-100; straight lines between, flat outside */
                            points: [
                                number,
                                number
                            ][];
                            /** @description Older facts count as missing; null: never */
                            stale_after_days: number | null;
                            weight: number;
                            window_days: number;
                        }[];
                        /** @description Below this share of weight present there is no score */
                        min_coverage: number;
                    };
                    /** @default Default */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        definition: {
                            /** @description At or above green is green, at or above amber is amber */
                            bands: {
                                amber: number;
                                green: number;
                            };
                            components: {
                                /**
                                 * @description up: more is better; down: less is better. The points must agree
                                 * @enum {string}
                                 */
                                direction: "up" | "down";
                                /** @enum {string} */
                                key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                /** @description Without fresh facts: leave the component out, or give it this score */
                                missing: "skip" | {
                                    score: number;
                                };
                                /** @description Raw value and score 0-100; straight lines between, flat outside */
                                points: [
                                    number,
                                    number
                                ][];
                                /** @description Older facts count as missing; null: never */
                                stale_after_days: number | null;
                                weight: number;
                                window_days: number;
                            }[];
                            /** @description Below this share of weight present there is no score */
                            min_coverage: number;
                        };
                        /** @description null: the default, stored with the first scoring */
                        id: string | null;
                        name: string;
                        version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1HealthScore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data_until: string;
                        health: {
                            /** @description Scores that differ from the present ones and were stored */
                            changed: number;
                            /** @description Accounts scored no longer: they left */
                            ended: number;
                            scored: number;
                        };
                        is_live: boolean;
                        /** @description What followed from it */
                        readiness: {
                            accounts: number;
                            people: number;
                            ready: number;
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Imports: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1 */
                page?: number;
                /** @description How many a page has */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bytes_total: number;
                            error: string | null;
                            files: {
                                entity: string;
                                error: string | null;
                                file: string;
                                repeated_ids: number;
                                rows_inserted: number;
                                /** @description Of those rejected, the rows that name something not known here */
                                rows_orphaned: number;
                                rows_read: number;
                                rows_rejected: number;
                                rows_unchanged: number;
                                rows_updated: number;
                                size_bytes: number;
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "skipped" | "failed";
                            }[];
                            finished_at: string | null;
                            id: string;
                            label: string;
                            /** @description Rows read so far, over all files */
                            rows_read: number;
                            /** Format: date-time */
                            started_at: string;
                            started_by: string;
                            /** @enum {string} */
                            state: "planned" | "running" | "done" | "failed";
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes_total: number;
                        error: string | null;
                        files: {
                            entity: string;
                            error: string | null;
                            file: string;
                            repeated_ids: number;
                            rows_inserted: number;
                            /** @description Of those rejected, the rows that name something not known here */
                            rows_orphaned: number;
                            rows_read: number;
                            rows_rejected: number;
                            rows_unchanged: number;
                            rows_updated: number;
                            size_bytes: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "skipped" | "failed";
                        }[];
                        finished_at: string | null;
                        id: string;
                        label: string;
                        plan: {
                            /** @description Why each file and column is read as it is */
                            evidence: {
                                columns: {
                                    column: string;
                                    samples: string[];
                                    to: string | null;
                                    why: string;
                                }[];
                                entity: ("accounts" | "people" | "subscriptions" | "invoices" | "refunds" | "usage" | "tickets" | "survey_answers" | "churn_events") | null;
                                file: string;
                                size_bytes: number;
                                why: string;
                            }[];
                            mapping: {
                                /** @description What an amount is in when neither its row nor its column says */
                                currency?: string;
                                files: {
                                    [key: string]: {
                                        /** @default , */
                                        delimiter: string;
                                        /** @default utf-8 */
                                        encoding: string;
                                        entities: {
                                            [key: string]: {
                                                columns: {
                                                    [key: string]: {
                                                        /** @enum {string} */
                                                        decimal?: "point" | "comma";
                                                        /**
                                                         * @description The order of a date: iso, dmy (day first), mdy (month first)
                                                         * @enum {string}
                                                         */
                                                        order?: "iso" | "dmy" | "mdy" | "unix_s" | "unix_ms";
                                                        /** @description The field it fills, or attributes.NAME */
                                                        to: string;
                                                        /** @enum {string} */
                                                        type: "text" | "integer" | "number" | "boolean" | "date" | "instant" | "amount" | "currency";
                                                        /** @enum {string} */
                                                        unit?: "major" | "minor" | "minutes" | "hours" | "seconds" | "days";
                                                        /** @description Translations, by the value in lower case */
                                                        values?: {
                                                            [key: string]: string;
                                                        };
                                                    };
                                                };
                                                /** @description Fields that every row has alike */
                                                constants?: {
                                                    [key: string]: string;
                                                };
                                            };
                                        };
                                        ignored?: string[];
                                        /** @description Whose ids these are: ids of two sources never meet */
                                        source: string;
                                    };
                                };
                                /** @enum {number} */
                                version: 1;
                            };
                            /** @description What cannot be computed from these files, one sentence each */
                            missing: string[];
                            /** @description What the mapping must settle before the import can run */
                            questions: {
                                column: string;
                                file: string;
                                line: string;
                                question: string;
                            }[];
                        };
                        /** @description Rows read so far, over all files */
                        rows_read: number;
                        /** Format: date-time */
                        started_at: string;
                        started_by: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "done" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1ImportsIdMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What an amount is in when neither its row nor its column says */
                    currency?: string;
                    files: {
                        [key: string]: {
                            /** @default , */
                            delimiter?: string;
                            /** @default utf-8 */
                            encoding?: string;
                            entities: {
                                [key: string]: {
                                    columns: {
                                        [key: string]: {
                                            /** @enum {string} */
                                            decimal?: "point" | "comma";
                                            /**
                                             * @description The order of a date: iso, dmy (day first), mdy (month first)
                                             * @enum {string}
                                             */
                                            order?: "iso" | "dmy" | "mdy" | "unix_s" | "unix_ms";
                                            /** @description The field it fills, or attributes.NAME */
                                            to: string;
                                            /** @enum {string} */
                                            type: "text" | "integer" | "number" | "boolean" | "date" | "instant" | "amount" | "currency";
                                            /** @enum {string} */
                                            unit?: "major" | "minor" | "minutes" | "hours" | "seconds" | "days";
                                            /** @description Translations, by the value in lower case */
                                            values?: {
                                                [key: string]: string;
                                            };
                                        };
                                    };
                                    /** @description Fields that every row has alike */
                                    constants?: {
                                        [key: string]: string;
                                    };
                                };
                            };
                            ignored?: string[];
                            /** @description Whose ids these are: ids of two sources never meet */
                            source: string;
                        };
                    };
                    /** @enum {number} */
                    version: 1;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes_total: number;
                        error: string | null;
                        files: {
                            entity: string;
                            error: string | null;
                            file: string;
                            repeated_ids: number;
                            rows_inserted: number;
                            /** @description Of those rejected, the rows that name something not known here */
                            rows_orphaned: number;
                            rows_read: number;
                            rows_rejected: number;
                            rows_unchanged: number;
                            rows_updated: number;
                            size_bytes: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "skipped" | "failed";
                        }[];
                        finished_at: string | null;
                        id: string;
                        label: string;
                        plan: {
                            /** @description Why each file and column is read as it is */
                            evidence: {
                                columns: {
                                    column: string;
                                    samples: string[];
                                    to: string | null;
                                    why: string;
                                }[];
                                entity: ("accounts" | "people" | "subscriptions" | "invoices" | "refunds" | "usage" | "tickets" | "survey_answers" | "churn_events") | null;
                                file: string;
                                size_bytes: number;
                                why: string;
                            }[];
                            mapping: {
                                /** @description What an amount is in when neither its row nor its column says */
                                currency?: string;
                                files: {
                                    [key: string]: {
                                        /** @default , */
                                        delimiter: string;
                                        /** @default utf-8 */
                                        encoding: string;
                                        entities: {
                                            [key: string]: {
                                                columns: {
                                                    [key: string]: {
                                                        /** @enum {string} */
                                                        decimal?: "point" | "comma";
                                                        /**
                                                         * @description The order of a date: iso, dmy (day first), mdy (month first)
                                                         * @enum {string}
                                                         */
                                                        order?: "iso" | "dmy" | "mdy" | "unix_s" | "unix_ms";
                                                        /** @description The field it fills, or attributes.NAME */
                                                        to: string;
                                                        /** @enum {string} */
                                                        type: "text" | "integer" | "number" | "boolean" | "date" | "instant" | "amount" | "currency";
                                                        /** @enum {string} */
                                                        unit?: "major" | "minor" | "minutes" | "hours" | "seconds" | "days";
                                                        /** @description Translations, by the value in lower case */
                                                        values?: {
                                                            [key: string]: string;
                                                        };
                                                    };
                                                };
                                                /** @description Fields that every row has alike */
                                                constants?: {
                                                    [key: string]: string;
                                                };
                                            };
                                        };
                                        ignored?: string[];
                                        /** @description Whose ids these are: ids of two sources never meet */
                                        source: string;
                                    };
                                };
                                /** @enum {number} */
                                version: 1;
                            };
                            /** @description What cannot be computed from these files, one sentence each */
                            missing: string[];
                            /** @description What the mapping must settle before the import can run */
                            questions: {
                                column: string;
                                file: string;
                                line: string;
                                question: string;
                            }[];
                        };
                        /** @description Rows read so far, over all files */
                        rows_read: number;
                        /** Format: date-time */
                        started_at: string;
                        started_by: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "done" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ImportsIdRejects: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1 */
                page?: number;
                /** @description How many a page has */
                per_page?: number;
            };
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            entity: string;
                            field: string | null;
                            file: string;
                            line: number;
                            reason: string;
                            /** @description The row as it stands in the file */
                            row_text: string;
                        }[];
                        page: number;
                        per_page: number;
                        /** @description Rejected rows kept here: at most 10,000 a file; the rejects file has all */
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ImportsIdRejectsCsv: {
        parameters: {
            query?: {
                /** @description Only this file, with its own columns */
                file?: string;
            };
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ImportsIdRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Empty the simulated company first
                     * @default false
                     */
                    replace_demo?: boolean;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes_total: number;
                        error: string | null;
                        files: {
                            entity: string;
                            error: string | null;
                            file: string;
                            repeated_ids: number;
                            rows_inserted: number;
                            /** @description Of those rejected, the rows that name something not known here */
                            rows_orphaned: number;
                            rows_read: number;
                            rows_rejected: number;
                            rows_unchanged: number;
                            rows_updated: number;
                            size_bytes: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "skipped" | "failed";
                        }[];
                        finished_at: string | null;
                        id: string;
                        label: string;
                        plan: {
                            /** @description Why each file and column is read as it is */
                            evidence: {
                                columns: {
                                    column: string;
                                    samples: string[];
                                    to: string | null;
                                    why: string;
                                }[];
                                entity: ("accounts" | "people" | "subscriptions" | "invoices" | "refunds" | "usage" | "tickets" | "survey_answers" | "churn_events") | null;
                                file: string;
                                size_bytes: number;
                                why: string;
                            }[];
                            mapping: {
                                /** @description What an amount is in when neither its row nor its column says */
                                currency?: string;
                                files: {
                                    [key: string]: {
                                        /** @default , */
                                        delimiter: string;
                                        /** @default utf-8 */
                                        encoding: string;
                                        entities: {
                                            [key: string]: {
                                                columns: {
                                                    [key: string]: {
                                                        /** @enum {string} */
                                                        decimal?: "point" | "comma";
                                                        /**
                                                         * @description The order of a date: iso, dmy (day first), mdy (month first)
                                                         * @enum {string}
                                                         */
                                                        order?: "iso" | "dmy" | "mdy" | "unix_s" | "unix_ms";
                                                        /** @description The field it fills, or attributes.NAME */
                                                        to: string;
                                                        /** @enum {string} */
                                                        type: "text" | "integer" | "number" | "boolean" | "date" | "instant" | "amount" | "currency";
                                                        /** @enum {string} */
                                                        unit?: "major" | "minor" | "minutes" | "hours" | "seconds" | "days";
                                                        /** @description Translations, by the value in lower case */
                                                        values?: {
                                                            [key: string]: string;
                                                        };
                                                    };
                                                };
                                                /** @description Fields that every row has alike */
                                                constants?: {
                                                    [key: string]: string;
                                                };
                                            };
                                        };
                                        ignored?: string[];
                                        /** @description Whose ids these are: ids of two sources never meet */
                                        source: string;
                                    };
                                };
                                /** @enum {number} */
                                version: 1;
                            };
                            /** @description What cannot be computed from these files, one sentence each */
                            missing: string[];
                            /** @description What the mapping must settle before the import can run */
                            questions: {
                                column: string;
                                file: string;
                                line: string;
                                question: string;
                            }[];
                        };
                        /** @description Rows read so far, over all files */
                        rows_read: number;
                        /** Format: date-time */
                        started_at: string;
                        started_by: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "done" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ImportsPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes_total: number;
                        error: string | null;
                        files: {
                            entity: string;
                            error: string | null;
                            file: string;
                            repeated_ids: number;
                            rows_inserted: number;
                            /** @description Of those rejected, the rows that name something not known here */
                            rows_orphaned: number;
                            rows_read: number;
                            rows_rejected: number;
                            rows_unchanged: number;
                            rows_updated: number;
                            size_bytes: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "skipped" | "failed";
                        }[];
                        finished_at: string | null;
                        id: string;
                        label: string;
                        plan: {
                            /** @description Why each file and column is read as it is */
                            evidence: {
                                columns: {
                                    column: string;
                                    samples: string[];
                                    to: string | null;
                                    why: string;
                                }[];
                                entity: ("accounts" | "people" | "subscriptions" | "invoices" | "refunds" | "usage" | "tickets" | "survey_answers" | "churn_events") | null;
                                file: string;
                                size_bytes: number;
                                why: string;
                            }[];
                            mapping: {
                                /** @description What an amount is in when neither its row nor its column says */
                                currency?: string;
                                files: {
                                    [key: string]: {
                                        /** @default , */
                                        delimiter: string;
                                        /** @default utf-8 */
                                        encoding: string;
                                        entities: {
                                            [key: string]: {
                                                columns: {
                                                    [key: string]: {
                                                        /** @enum {string} */
                                                        decimal?: "point" | "comma";
                                                        /**
                                                         * @description The order of a date: iso, dmy (day first), mdy (month first)
                                                         * @enum {string}
                                                         */
                                                        order?: "iso" | "dmy" | "mdy" | "unix_s" | "unix_ms";
                                                        /** @description The field it fills, or attributes.NAME */
                                                        to: string;
                                                        /** @enum {string} */
                                                        type: "text" | "integer" | "number" | "boolean" | "date" | "instant" | "amount" | "currency";
                                                        /** @enum {string} */
                                                        unit?: "major" | "minor" | "minutes" | "hours" | "seconds" | "days";
                                                        /** @description Translations, by the value in lower case */
                                                        values?: {
                                                            [key: string]: string;
                                                        };
                                                    };
                                                };
                                                /** @description Fields that every row has alike */
                                                constants?: {
                                                    [key: string]: string;
                                                };
                                            };
                                        };
                                        ignored?: string[];
                                        /** @description Whose ids these are: ids of two sources never meet */
                                        source: string;
                                    };
                                };
                                /** @enum {number} */
                                version: 1;
                            };
                            /** @description What cannot be computed from these files, one sentence each */
                            missing: string[];
                            /** @description What the mapping must settle before the import can run */
                            questions: {
                                column: string;
                                file: string;
                                line: string;
                                question: string;
                            }[];
                        };
                        /** @description Rows read so far, over all files */
                        rows_read: number;
                        /** Format: date-time */
                        started_at: string;
                        started_by: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "done" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Invoices: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The account's id in your product */
                    account_id: string;
                    /** @description The value of gw_click the visitor arrived with */
                    click_token?: string;
                    /** @description Several of them, when the visitor came more than once */
                    click_tokens?: string[];
                    coupons?: string[];
                    /** @description Paid from a credit balance instead of cash */
                    credit_applied_minor?: number;
                    /** @description ISO 4217, capital letters */
                    currency: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
                    /** @description What names the card or bank account it was paid with */
                    fingerprint?: string;
                    invoice_id: string;
                    /** Format: date-time */
                    issued_at?: string;
                    lines: {
                        /** @description Before the discount, without tax; below 0 only for a proration */
                        amount_minor: number;
                        discount_minor?: number;
                        product?: string;
                        /** @description Settles a change of plan within a period: it may be negative */
                        proration?: boolean;
                        /** @description Seats, or pieces */
                        quantity?: number;
                        /** @description "21%": the tax is inside the amount */
                        tax_inclusive_rate?: string;
                        /** @description On top of the amount; below 0 only for a proration */
                        tax_minor?: number;
                    }[];
                    /**
                     * Format: date-time
                     * @description The same as paid_at; now when neither is there
                     */
                    occurred_at?: string;
                    /** Format: date-time */
                    paid_at?: string;
                    /**
                     * Format: date-time
                     * @description When the period it pays for ends
                     */
                    period_ends_at?: string;
                    /** @description What one unit of its currency is in another one: {"EUR": "0.92"}; the company's own rates when absent */
                    rate_to?: {
                        [key: string]: string;
                    };
                    /** @description The visitor whose clicks these are, when clicks carry one */
                    visitor?: string;
                };
            };
        };
        responses: {
            /** @description Received before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description Who made it (us_…) */
                            created_by: string;
                            expires_at: string | null;
                            id: string;
                            /** @description To the minute; null when it was never used */
                            last_used_at: string | null;
                            name: string;
                            /** @description The first characters of the key, to recognise it by */
                            prefix: string;
                            revoked_at: string | null;
                            scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "rewards:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When the key ends by itself; never, when not given */
                    expires_at?: string | null;
                    /** @description What the key is for */
                    name: string;
                    /** @description What the key may do */
                    scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "rewards:write" | "payouts:write" | "settings:read" | "track:write")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** @description Who made it (us_…) */
                        created_by: string;
                        expires_at: string | null;
                        id: string;
                        /** @description To the minute; null when it was never used */
                        last_used_at: string | null;
                        name: string;
                        /** @description The first characters of the key, to recognise it by */
                        prefix: string;
                        revoked_at: string | null;
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "rewards:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                        /** @description The key itself. It is shown this once. */
                        secret: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteV1KeysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key, ky_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1LedgerAccounts: {
        parameters: {
            query?: {
                currency?: string;
                kind?: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "credit.used" | "fx" | "writeoff";
                /** @description A programme, a partner, a payout, or "company" */
                owner_id?: string;
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Credits less debits */
                            balance_minor: number;
                            currency: string;
                            id: string;
                            /** @enum {string} */
                            kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "credit.used" | "fx" | "writeoff";
                            owner_id: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1LedgerTransfers: {
        parameters: {
            query?: {
                currency?: string;
                event?: "accrue" | "mature" | "hold" | "release" | "reverse" | "payout_claimed" | "withheld" | "payout_confirmed" | "payout_failed" | "payout_returned" | "convert" | "writeoff" | "credit_granted" | "credit_used" | "credit_lapsed";
                /** @description Whoever gives or gets */
                owner_id?: string;
                page?: number;
                per_page?: number;
                /** @description The commission or payout it belongs to */
                ref_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_minor: number;
                            /** Format: date-time */
                            at: string;
                            credit: {
                                /** @enum {string} */
                                kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "credit.used" | "fx" | "writeoff";
                                owner_id: string;
                            };
                            currency: string;
                            debit: {
                                /** @enum {string} */
                                kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "credit.used" | "fx" | "writeoff";
                                owner_id: string;
                            };
                            /** @enum {string} */
                            event: "accrue" | "mature" | "hold" | "release" | "reverse" | "payout_claimed" | "withheld" | "payout_confirmed" | "payout_failed" | "payout_returned" | "convert" | "writeoff" | "credit_granted" | "credit_used" | "credit_lapsed";
                            id: string;
                            idempotency_key: string;
                            reason: string | null;
                            ref_id: string;
                            ref_kind: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1LinkDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            created_at: string;
                            domain: string;
                            /** @description The name of the TXT record to set */
                            record_name: string;
                            /** @description What it must hold */
                            record_value: string;
                            /** @description Links may lead there since */
                            verified_at: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1LinkDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A host of yours beside the product: blog.example.com */
                    domain: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: string;
                        domain: string;
                        /** @description The name of the TXT record to set */
                        record_name: string;
                        /** @description What it must hold */
                        record_value: string;
                        /** @description Links may lead there since */
                        verified_at: string | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteV1LinkDomainsDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the link-domains, by its domain */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1LinkDomainsDomainVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the link-domains, by its domain */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: string;
                        domain: string;
                        /** @description The name of the TXT record to set */
                        record_name: string;
                        /** @description What it must hold */
                        record_value: string;
                        /** @description Links may lead there since */
                        verified_at: string | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Links: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The last part of the address; made from the name of the partner when absent */
                    code?: string;
                    /** Format: date-time */
                    expires_at?: string;
                    partner_id: string;
                    programme_id: string;
                    /** @description A page of the product; its start page when absent */
                    target_url?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        created_at: string;
                        expires_at: string | null;
                        id: string;
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        target_url: string;
                        /** @description What the partner shares */
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1LinksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the links, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "active" | "paused" | "ended";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        created_at: string;
                        expires_at: string | null;
                        id: string;
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        target_url: string;
                        /** @description What the partner shares */
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Mails: {
        parameters: {
            query?: {
                /** @description `invitation`, `welcome`, `sign-in`, … */
                kind?: string;
                page?: number;
                per_page?: number;
                /** @description Part of the address, the name or the subject */
                q?: string;
                /** @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again */
                state?: "queued" | "sent" | "kept" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False when no mail was ever handed to a mail server here */
                        delivers: boolean;
                        items: {
                            attempts: number;
                            created_at: string;
                            /** @description What the mail server answered at the last failed try */
                            error: string | null;
                            id: string;
                            kind: string;
                            sent_at: string | null;
                            /**
                             * @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again
                             * @enum {string}
                             */
                            state: "queued" | "sent" | "kept" | "failed";
                            subject: string;
                            subject_id: string | null;
                            /** @description What the mail is about: `ask`, `partner`, … */
                            subject_kind: string | null;
                            to_address: string;
                            to_name: string | null;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1MailsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The mail (`ml_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        body_html: string | null;
                        body_text: string;
                        created_at: string;
                        /** @description What the mail server answered at the last failed try */
                        error: string | null;
                        id: string;
                        kind: string;
                        sent_at: string | null;
                        /**
                         * @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again
                         * @enum {string}
                         */
                        state: "queued" | "sent" | "kept" | "failed";
                        subject: string;
                        subject_id: string | null;
                        /** @description What the mail is about: `ask`, `partner`, … */
                        subject_kind: string | null;
                        to_address: string;
                        to_name: string | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string | null;
                        /** @description False while the person signs in by links only */
                        has_password: boolean;
                        id: string;
                        /**
                         * @description Who asks: a person of the company, a partner, or an API key
                         * @enum {string}
                         */
                        kind: "user" | "partner" | "key";
                        name: string;
                        /** @description A partner's own id; null for everybody else */
                        partner_id: string | null;
                        /** @description null for an API key */
                        role: ("owner" | "manager" | "finance" | "viewer" | "partner") | null;
                        /** @description Everything the caller may do */
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "rewards:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address; upper and lower case are the same
                     */
                    email?: string;
                    /** @description The person's name */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string | null;
                        /** @description False while the person signs in by links only */
                        has_password: boolean;
                        id: string;
                        /**
                         * @description Who asks: a person of the company, a partner, or an API key
                         * @enum {string}
                         */
                        kind: "user" | "partner" | "key";
                        name: string;
                        /** @description A partner's own id; null for everybody else */
                        partner_id: string | null;
                        /** @description null for an API key */
                        role: ("owner" | "manager" | "finance" | "viewer" | "partner") | null;
                        /** @description Everything the caller may do */
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "rewards:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1MePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Needed when a password is already set */
                    current_password?: string;
                    /** @description A password of at least 10 characters */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Members: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            email: string;
                            /** @description To the hour; null before the first sign-in */
                            last_seen_at: string | null;
                            name: string;
                            /**
                             * @description What the person may do
                             * @enum {string}
                             */
                            role: "owner" | "manager" | "finance" | "viewer";
                            user_id: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Members: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address; upper and lower case are the same
                     */
                    email: string;
                    /** @description The person's name */
                    name?: string;
                    /**
                     * @description What the person may do
                     * @enum {string}
                     */
                    role: "owner" | "manager" | "finance" | "viewer";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        email: string;
                        /** @description To the hour; null before the first sign-in */
                        last_seen_at: string | null;
                        name: string;
                        /**
                         * @description What the person may do
                         * @enum {string}
                         */
                        role: "owner" | "manager" | "finance" | "viewer";
                        user_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteV1MembersUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member, us_… */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1MembersUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member, us_… */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the person may do
                     * @enum {string}
                     */
                    role: "owner" | "manager" | "finance" | "viewer";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        email: string;
                        /** @description To the hour; null before the first sign-in */
                        last_seen_at: string | null;
                        name: string;
                        /**
                         * @description What the person may do
                         * @enum {string}
                         */
                        role: "owner" | "manager" | "finance" | "viewer";
                        user_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Metrics: {
        parameters: {
            query?: {
                /** @description Default: the last day with data */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        at: string;
                        currency: string;
                        /** @description false: the data ends at `at` */
                        is_live: boolean;
                        metrics: {
                            /** @description The day at whose end the number holds */
                            at?: string;
                            /** @description ISO 4217, of amounts */
                            currency?: string;
                            /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                            definition: string;
                            /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                            interval?: {
                                confidence: number;
                                high: number;
                                low: number;
                            };
                            /** @description Which number this is */
                            key: string;
                            /** @description How many accounts, people, tickets or subscriptions it rests on */
                            n: number | null;
                            /** @description What the number could not use */
                            note?: string;
                            /** @description First and last day the number covers */
                            period?: {
                                from: string;
                                to: string;
                            };
                            /** @description Why there is no value, and what would give one */
                            unavailable_reason?: string;
                            unavailable_reason_code?: string;
                            /** @enum {string} */
                            unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                            /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                            value: number | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1MetricsDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            formula: string;
                            /** @description How missing data is treated */
                            missing: string;
                            name: string;
                            slug: string;
                            /** @description The facts it is computed from */
                            source: string;
                            /** @description What it means, in a sentence or two */
                            words: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnerDebts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            currency: string;
                            /** @description Above 0 */
                            owed_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /**
                             * Format: date-time
                             * @description Below 0 without a break since
                             */
                            since: string;
                            /**
                             * Format: date-time
                             * @description May be given up from then on, and is given up by itself
                             */
                            writable_from: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Partners: {
        parameters: {
            query?: {
                kind?: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                order?: "asc" | "desc";
                page?: number;
                per_page?: number;
                programme_id?: string;
                /** @description Part of the partner's name or mailbox */
                q?: string;
                sort?: "name" | "created_at" | "clicks" | "signups" | "customers" | "earned" | "pending" | "available";
                state?: "invited" | "approved" | "suspended" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account_id: string | null;
                            approved_at: string | null;
                            balances: {
                                /** @description Payable; below 0 the partner owes */
                                available_minor: number;
                                currency: string;
                                /** @description Commissions after refunds */
                                earned_minor: number;
                                /** @description Waits until somebody has looked */
                                held_minor: number;
                                paid_minor: number;
                                /** @description Not payable yet */
                                pending_minor: number;
                            }[];
                            categories: string[];
                            /** @description Of people, without robots */
                            clicks: number;
                            country: string | null;
                            created_at: string;
                            /** @description Accounts that paid through the partner */
                            customers: number;
                            email: string;
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                            name: string;
                            person_id: string | null;
                            programmes: {
                                id: string;
                                name: string;
                            }[];
                            /** @description Accounts that signed up through the partner */
                            signups: number;
                            /** @enum {string} */
                            state: "invited" | "approved" | "suspended" | "closed";
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Partners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The customer company the partner belongs to */
                    account_id?: string;
                    /** @description What kind of business it is, in your own words */
                    categories?: string[];
                    /** @description ISO 3166-1, two letters */
                    country?: string;
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                    name: string;
                    /** @description The person at that company */
                    person_id?: string;
                    /** @description Why this state, kept in its history */
                    reason?: string;
                    /**
                     * @default invited
                     * @enum {string}
                     */
                    state?: "invited" | "approved";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_id: string | null;
                        approved_at: string | null;
                        categories: string[];
                        country: string | null;
                        created_at: string;
                        email: string;
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersCsv: {
        parameters: {
            query?: {
                kind?: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                order?: "asc" | "desc";
                programme_id?: string;
                /** @description Part of the partner's name or mailbox */
                q?: string;
                sort?: "name" | "created_at" | "clicks" | "signups" | "customers" | "earned" | "pending" | "available";
                state?: "invited" | "approved" | "suspended" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8, comma, one header line, a line per partner and currency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the partners, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_id: string | null;
                        account_name: string | null;
                        approved_at: string | null;
                        balances: {
                            /** @description Payable; below 0 the partner owes */
                            available_minor: number;
                            currency: string;
                            /** @description Commissions after refunds */
                            earned_minor: number;
                            /** @description Waits until somebody has looked */
                            held_minor: number;
                            paid_minor: number;
                            /** @description Not payable yet */
                            pending_minor: number;
                        }[];
                        categories: string[];
                        /** @description Of people, without robots */
                        clicks: number;
                        /** @description The last 90 days */
                        clicks_by_day: {
                            on: string;
                            others: number;
                            people: number;
                        }[];
                        commissions_by_state: {
                            currency: string;
                            n: number;
                            net_minor: number;
                            state: string;
                        }[];
                        country: string | null;
                        coupons: {
                            code: string;
                            programme_id: string;
                            state: string;
                        }[];
                        created_at: string;
                        /** @description Accounts that paid through the partner */
                        customers: number;
                        email: string;
                        enrolments: {
                            programme_id: string;
                            programme_name: string;
                            state: string;
                            terms_accepted_at: string;
                            terms_accepted_version: number;
                        }[];
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        links: {
                            bots: number;
                            clicks: number;
                            code: string;
                            created_at: string;
                            expires_at: string | null;
                            id: string;
                            partner_id: string;
                            programme_id: string;
                            /** @enum {string} */
                            state: "active" | "paused" | "ended";
                            target_url: string;
                            /** @description What the partner shares */
                            url: string;
                        }[];
                        name: string;
                        payouts: {
                            amount_minor: number;
                            created_at: string;
                            currency: string;
                            expected_on: string | null;
                            id: string;
                            state: string;
                        }[];
                        person_id: string | null;
                        programmes: {
                            id: string;
                            name: string;
                        }[];
                        referrals: {
                            account_id: string;
                            account_name: string;
                            flags: string[];
                            reason: string;
                            reason_code: string;
                            rule: string | null;
                            since: string;
                            /** @enum {string} */
                            state: "signed_up" | "paying" | "not_credited" | "ended";
                        }[];
                        /** @description Accounts that signed up through the partner */
                        signups: number;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                        states: {
                            actor_id: string;
                            at: string;
                            reason: string | null;
                            state: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PartnersIdApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the partners, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_id: string | null;
                        approved_at: string | null;
                        categories: string[];
                        country: string | null;
                        created_at: string;
                        email: string;
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersIdGates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the partners, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            gates: {
                                /** @enum {string} */
                                gate: "company_readiness" | "enrolment" | "invitation" | "application" | "entry_fee" | "certification" | "terms" | "country" | "category" | "payout_details";
                                open: boolean;
                                reason: string;
                                reason_code: string;
                                since: string | null;
                                title: string;
                                until: string | null;
                            }[];
                            history: {
                                actor_id: string;
                                /** @enum {string} */
                                gate: "invitation" | "application" | "entry_fee" | "certification" | "company_readiness";
                                id: string;
                                passed: boolean;
                                recorded_at: string;
                                says: string;
                                title: string;
                                valid_from: string;
                                valid_until: string | null;
                            }[];
                            may_earn: boolean;
                            programme_id: string;
                            programme_name: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersIdPayoutDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        destination: {
                            bic: string | null;
                            details: string | null;
                            /** @description The parts of an account at Wise, for those who make payouts */
                            fields: {
                                [key: string]: string;
                            };
                            holder_name: string;
                            /** @description Masked, except for those who make payouts */
                            iban: string | null;
                            /** @enum {string} */
                            rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        } | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PartnersIdPayoutDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bic?: string | null;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                    /** @enum {string} */
                    rail: "sepa";
                } | {
                    /**
                     * Format: email
                     * @description The address of the account
                     */
                    email: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "paypal";
                } | {
                    /** @description GBP, USD */
                    account_number?: string;
                    /**
                     * @description USD
                     * @enum {string}
                     */
                    account_type?: "CHECKING" | "SAVINGS";
                    address?: string;
                    city?: string;
                    /** @description USD: two letters */
                    country?: string;
                    /** @description The currency of the account */
                    currency: string;
                    /**
                     * Format: email
                     * @description Wise asks the partner here when the account is not said
                     */
                    email?: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description EUR */
                    iban?: string;
                    post_code?: string;
                    /** @enum {string} */
                    rail: "wise";
                    /**
                     * @default BUSINESS
                     * @enum {string}
                     */
                    receiver_type?: "PRIVATE" | "BUSINESS";
                    /** @description USD */
                    routing_number?: string;
                    /** @description GBP */
                    sort_code?: string;
                } | {
                    /** @description The account at the payout provider */
                    account_id: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "provider";
                } | {
                    /** @description Where to pay, in words: "PayPal anna@example.com" */
                    details: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "manual";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        details: string | null;
                        /** @description The parts of an account at Wise, for those who make payouts */
                        fields: {
                            [key: string]: string;
                        };
                        holder_name: string;
                        /** @description Masked, except for those who make payouts */
                        iban: string | null;
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersIdPayoutOutlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One row a currency */
                        items: {
                            /** @description What is payable and what will be, by the day it is promised for */
                            coming: {
                                amount_minor: number;
                                currency: string;
                                /** @description null: this programme has no paydays */
                                promised_on: string | null;
                            }[];
                            currency: string;
                            /** @description Payable now and in no batch yet; below 0: owed */
                            payable_minor: number;
                            reason: string | null;
                            /** @description What would keep the partner out of the next batch */
                            reason_code: ("no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing") | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PartnersIdPortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail_id: string;
                        sent_to: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PartnersIdReinstate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the partners, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_id: string | null;
                        approved_at: string | null;
                        categories: string[];
                        country: string | null;
                        created_at: string;
                        email: string;
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PartnersIdSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the partners, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_id: string | null;
                        approved_at: string | null;
                        categories: string[];
                        country: string | null;
                        created_at: string;
                        email: string;
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PartnersIdTaxProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description none: no tax form is on file
                         * @enum {string}
                         */
                        form: "none" | "w9" | "w8ben" | "w8bene" | "residence" | "vat" | "other";
                        form_received_on: string | null;
                        note: string | null;
                        /** @description Withheld from every payout, in hundredths of a per cent: 3000 is 30 % */
                        rate_bps: number;
                        /** @description null: nobody said anything yet */
                        updated_at: string | null;
                        /** @description Kept for the tax office so far */
                        withheld: {
                            amount_minor: number;
                            currency: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PartnersIdTaxProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description none: no tax form is on file
                     * @enum {string}
                     */
                    form: "none" | "w9" | "w8ben" | "w8bene" | "residence" | "vat" | "other";
                    /** @description Today when absent and there is a form */
                    form_received_on?: string | null;
                    note?: string | null;
                    /** @description Withheld from every payout, in hundredths of a per cent: 3000 is 30 % */
                    rate_bps: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description none: no tax form is on file
                         * @enum {string}
                         */
                        form: "none" | "w9" | "w8ben" | "w8bene" | "residence" | "vat" | "other";
                        form_received_on: string | null;
                        note: string | null;
                        /** @description Withheld from every payout, in hundredths of a per cent: 3000 is 30 % */
                        rate_bps: number;
                        /** @description null: nobody said anything yet */
                        updated_at: string | null;
                        /** @description Kept for the tax office so far */
                        withheld: {
                            amount_minor: number;
                            currency: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PartnersIdWriteOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner, pa_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_minor: number;
                        /** Format: date-time */
                        created_at: string;
                        currency: string;
                        id: string;
                        partner_id: string;
                        reason: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutBatches: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                state?: "draft" | "approved" | "sent" | "paid" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            approved_at: string | null;
                            approved_by: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** @description The person; for a batch of an API key, who made the key */
                            created_by: string;
                            /** @description Whoever made a batch cannot approve it */
                            created_by_you: boolean;
                            currency: string;
                            /** Format: date */
                            expected_on: string;
                            id: string;
                            /** @description Payouts whose outcome is not known yet */
                            open_count: number;
                            paid_at: string | null;
                            payout_count: number;
                            /** @enum {string} */
                            rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            sent_at: string | null;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                            total_minor: number;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutBatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    /**
                     * Format: date
                     * @description The date partners are promised; the second next bank day when absent
                     */
                    expected_on?: string;
                    /**
                     * @description How it is paid: each pays its own kind of account, manual pays any by hand
                     * @default sepa
                     * @enum {string}
                     */
                    rail?: "sepa" | "paypal" | "wise" | "provider" | "manual";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutBatchesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutBatchesIdApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the batch as you read it: approving what changed since is refused */
                    content_hash: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutBatchesIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutBatchesIdConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Everything that was sent arrived
                     * @enum {boolean}
                     */
                    all_paid: true;
                } | {
                    payouts: {
                        /** @enum {string} */
                        outcome: "paid" | "failed" | "returned";
                        payout_id: string;
                        /** @description The bank's words, for failed and returned */
                        reason?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutBatchesIdFileCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutBatchesIdFileXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutBatchesIdSend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, pb_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: none is connected; fake pays nobody */
                        provider: ("stripe" | "fake") | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            day: number;
                            /** @enum {string} */
                            every: "month" | "week" | "demand";
                            /** @description The next payday, moved to a bank day */
                            pays_on: string | null;
                            /** @description The day its batch is drafted */
                            prepared_on: string | null;
                            programme: {
                                id: string;
                                name: string;
                            };
                            zone: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PayoutSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        /** @description null: not said yet */
                        holder_name: string | null;
                        iban: string | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PayoutSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bic?: string | null;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        /** @description null: not said yet */
                        holder_name: string | null;
                        iban: string | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PayoutsIdAsk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payout, po_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_at: string | null;
                        approved_by: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The person; for a batch of an API key, who made the key */
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        currency: string;
                        /** Format: date */
                        expected_on: string;
                        id: string;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        paid_at: string | null;
                        payout_count: number;
                        payouts: {
                            /** @description What leaves: gross less the tax withheld */
                            amount_minor: number;
                            currency: string;
                            destination: {
                                bic: string | null;
                                details: string | null;
                                /** @description The parts of an account at Wise, for those who make payouts */
                                fields: {
                                    [key: string]: string;
                                };
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                /** @enum {string} */
                                rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            gross_minor: number;
                            id: string;
                            items: {
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                                commission_id: string;
                            }[];
                            paid_at: string | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            withheld_minor: number;
                        }[];
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        sent_at: string | null;
                        skipped: {
                            available_minor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing";
                        }[];
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        total_minor: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            clicks: number;
                            on: string;
                            signups: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Masked */
                            account: string;
                            reason: string;
                            reason_code: string;
                            since: string;
                            /** @enum {string} */
                            state: "signed_up" | "paying" | "not_credited" | "ended";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalEarnings: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            available_at: string;
                            currency: string;
                            /** @description The customer who paid, as their first word: "Acme …" */
                            customer: string;
                            /** Format: date-time */
                            earned_at: string;
                            /** @description How the amount came about, in one line */
                            explanation: string;
                            /** @description The commission before refunds */
                            gross_minor: number;
                            id: string;
                            net_minor: number;
                            paid_at: string | null;
                            programme: {
                                id: string;
                                name: string;
                            };
                            /** @description Why it is in this state, in a sentence the partner reads too */
                            reason: string;
                            reason_code: string;
                            /** @description What refunds took back */
                            reversed_minor: number;
                            /** @enum {string} */
                            state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                        totals: {
                            /** @description Payable now; below 0 when a refund after a payout left something owing */
                            available_minor: number;
                            currency: string;
                            /** @description Everything below together */
                            earned_minor: number;
                            held_minor: number;
                            /** @description In a payout on its way */
                            in_transit_minor: number;
                            /** @description When the first pending commission becomes payable */
                            next_available_at: string | null;
                            paid_minor: number;
                            pending_minor: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalInterests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string | null;
                        /** @description The words to agree to */
                        consent_asked: string;
                        /** @description The words they agreed to */
                        consent_text: string | null;
                        interests: string[];
                        /** @description What one can choose from */
                        offered: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PortalInterests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The partner agreed to the words shown
                     * @enum {boolean}
                     */
                    consent: true;
                    /** @description Empty: forget what was said before */
                    interests: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string | null;
                        /** @description The words to agree to */
                        consent_asked: string;
                        /** @description The words they agreed to */
                        consent_text: string | null;
                        interests: string[];
                        /** @description What one can choose from */
                        offered: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bots: number;
                            clicks: number;
                            code: string;
                            created_at: string;
                            expires_at: string | null;
                            id: string;
                            partner_id: string;
                            programme_id: string;
                            /** @enum {string} */
                            state: "active" | "paused" | "ended";
                            target_url: string;
                            /** @description What the partner shares */
                            url: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string;
                        email: string;
                        id: string;
                        kind: string;
                        name: string;
                        programmes: {
                            programme_id: string;
                            programme_name: string;
                            state: string;
                            terms_accepted_at: string;
                            terms_accepted_version: number;
                        }[];
                        state: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalPayoutDestination: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        destination: {
                            bic: string | null;
                            details: string | null;
                            /** @description The parts of an account at Wise, for those who make payouts */
                            fields: {
                                [key: string]: string;
                            };
                            holder_name: string;
                            /** @description Masked, except for those who make payouts */
                            iban: string | null;
                            /** @enum {string} */
                            rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                        } | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PortalPayoutDestination: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bic?: string | null;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                    /** @enum {string} */
                    rail: "sepa";
                } | {
                    /**
                     * Format: email
                     * @description The address of the account
                     */
                    email: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "paypal";
                } | {
                    /** @description GBP, USD */
                    account_number?: string;
                    /**
                     * @description USD
                     * @enum {string}
                     */
                    account_type?: "CHECKING" | "SAVINGS";
                    address?: string;
                    city?: string;
                    /** @description USD: two letters */
                    country?: string;
                    /** @description The currency of the account */
                    currency: string;
                    /**
                     * Format: email
                     * @description Wise asks the partner here when the account is not said
                     */
                    email?: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description EUR */
                    iban?: string;
                    post_code?: string;
                    /** @enum {string} */
                    rail: "wise";
                    /**
                     * @default BUSINESS
                     * @enum {string}
                     */
                    receiver_type?: "PRIVATE" | "BUSINESS";
                    /** @description USD */
                    routing_number?: string;
                    /** @description GBP */
                    sort_code?: string;
                } | {
                    /** @description The account at the payout provider */
                    account_id: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "provider";
                } | {
                    /** @description Where to pay, in words: "PayPal anna@example.com" */
                    details: string;
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @enum {string} */
                    rail: "manual";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        details: string | null;
                        /** @description The parts of an account at Wise, for those who make payouts */
                        fields: {
                            [key: string]: string;
                        };
                        holder_name: string;
                        /** @description Masked, except for those who make payouts */
                        iban: string | null;
                        /** @enum {string} */
                        rail: "sepa" | "paypal" | "wise" | "provider" | "manual";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalPayoutOutlook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One row a currency */
                        items: {
                            /** @description What is payable and what will be, by the day it is promised for */
                            coming: {
                                amount_minor: number;
                                currency: string;
                                /** @description null: this programme has no paydays */
                                promised_on: string | null;
                            }[];
                            currency: string;
                            /** @description Payable now and in no batch yet; below 0: owed */
                            payable_minor: number;
                            reason: string | null;
                            /** @description What would keep the partner out of the next batch */
                            reason_code: ("no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout" | "tax_form_missing") | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalPayouts: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_minor: number;
                            currency: string;
                            /**
                             * Format: date
                             * @description The promised date
                             */
                            expected_on: string;
                            id: string;
                            paid_at: string | null;
                            reason: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sending" | "unknown" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it goes, masked */
                            to: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalProgrammes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attribution_in_words: string[];
                            certification: {
                                from: string | null;
                                instructions: string;
                                /** @enum {string} */
                                kind: "quiz" | "proof";
                                may_try: boolean;
                                name: string;
                                newest: {
                                    created_at: string;
                                    decided_at: string | null;
                                    decided_by: string | null;
                                    expires_at: string | null;
                                    id: string;
                                    /** @enum {string} */
                                    kind: "quiz" | "proof";
                                    note: string | null;
                                    partner_id: string;
                                    programme_id: string;
                                    proof_name: string | null;
                                    proof_type: string | null;
                                    reason: string | null;
                                    score_percent: number | null;
                                    /** @enum {string} */
                                    state: "waiting" | "passed" | "failed";
                                } | null;
                                pass_percent: number;
                                questions: {
                                    choices: string[];
                                    key: string;
                                    several: boolean;
                                    text: string;
                                }[];
                                valid_days: number | null;
                            } | null;
                            fees: {
                                amount_minor: number;
                                created_at: string;
                                currency: string;
                                /** @description The first day after the period; null: for good */
                                ends_on: string | null;
                                id: string;
                                invoice_external_id: string | null;
                                partner_id: string;
                                partner_name: string;
                                programme_id: string;
                                programme_name: string;
                                reason: string | null;
                                /** @description What an invoice names as programme_fee to settle it */
                                reference: string;
                                settled_at: string | null;
                                settled_by: string | null;
                                starts_on: string;
                                /** @enum {string} */
                                state: "due" | "paid" | "waived" | "refunded";
                            }[];
                            gates: {
                                /** @enum {string} */
                                gate: "company_readiness" | "enrolment" | "invitation" | "application" | "entry_fee" | "certification" | "terms" | "country" | "category" | "payout_details";
                                open: boolean;
                                reason: string;
                                reason_code: string;
                                since: string | null;
                                title: string;
                                until: string | null;
                            }[];
                            id: string;
                            in_words: string[];
                            may_earn: boolean;
                            name: string;
                            state: string;
                            version: number | null;
                            versions: {
                                /** @description What differs from the version before, sentence by sentence */
                                changes: {
                                    after: string | null;
                                    before: string | null;
                                    /** @enum {string} */
                                    kind: "added" | "removed" | "changed";
                                }[];
                                effective_at: string;
                                /** @description The terms as sentences */
                                in_words: string[];
                                needs_acceptance: boolean;
                                version: number;
                            }[];
                        }[];
                        open: {
                            audience: string;
                            id: string;
                            in_words: string[];
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalProgrammesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attribution_in_words: string[];
                        certification: {
                            from: string | null;
                            instructions: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            may_try: boolean;
                            name: string;
                            newest: {
                                created_at: string;
                                decided_at: string | null;
                                decided_by: string | null;
                                expires_at: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "quiz" | "proof";
                                note: string | null;
                                partner_id: string;
                                programme_id: string;
                                proof_name: string | null;
                                proof_type: string | null;
                                reason: string | null;
                                score_percent: number | null;
                                /** @enum {string} */
                                state: "waiting" | "passed" | "failed";
                            } | null;
                            pass_percent: number;
                            questions: {
                                choices: string[];
                                key: string;
                                several: boolean;
                                text: string;
                            }[];
                            valid_days: number | null;
                        } | null;
                        fees: {
                            amount_minor: number;
                            created_at: string;
                            currency: string;
                            /** @description The first day after the period; null: for good */
                            ends_on: string | null;
                            id: string;
                            invoice_external_id: string | null;
                            partner_id: string;
                            partner_name: string;
                            programme_id: string;
                            programme_name: string;
                            reason: string | null;
                            /** @description What an invoice names as programme_fee to settle it */
                            reference: string;
                            settled_at: string | null;
                            settled_by: string | null;
                            starts_on: string;
                            /** @enum {string} */
                            state: "due" | "paid" | "waived" | "refunded";
                        }[];
                        gates: {
                            /** @enum {string} */
                            gate: "company_readiness" | "enrolment" | "invitation" | "application" | "entry_fee" | "certification" | "terms" | "country" | "category" | "payout_details";
                            open: boolean;
                            reason: string;
                            reason_code: string;
                            since: string | null;
                            title: string;
                            until: string | null;
                        }[];
                        id: string;
                        in_words: string[];
                        may_earn: boolean;
                        name: string;
                        state: string;
                        version: number | null;
                        versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            effective_at: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalProgrammesIdApplications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | string[];
                    };
                    terms_version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "approved" | "queued" | "rejected";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalProgrammesIdForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attribution_in_words: string[];
                        audience: string;
                        fields: {
                            choices?: string[];
                            help?: string;
                            /** @description The answers to `category` become what kind of business the partner is */
                            key: string;
                            /** @enum {string} */
                            kind: "text" | "long_text" | "url" | "number" | "choice" | "choices";
                            label: string;
                            required: boolean;
                        }[];
                        gates_in_words: string[];
                        id: string;
                        in_words: string[];
                        name: string;
                        reviewed: boolean;
                        version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalProgrammesIdProofs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content_base64: string;
                    name: string;
                    note?: string;
                    /** @enum {string} */
                    type: "application/pdf" | "image/png" | "image/jpeg";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        expires_at: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "quiz" | "proof";
                        note: string | null;
                        partner_id: string;
                        programme_id: string;
                        proof_name: string | null;
                        proof_type: string | null;
                        reason: string | null;
                        score_percent: number | null;
                        /** @enum {string} */
                        state: "waiting" | "passed" | "failed";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalProgrammesIdQuiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Chosen positions by question */
                    answers: {
                        [key: string]: number[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempt: {
                            created_at: string;
                            decided_at: string | null;
                            decided_by: string | null;
                            expires_at: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            note: string | null;
                            partner_id: string;
                            programme_id: string;
                            proof_name: string | null;
                            proof_type: string | null;
                            reason: string | null;
                            score_percent: number | null;
                            /** @enum {string} */
                            state: "waiting" | "passed" | "failed";
                        };
                        /** @description Questions answered wrong */
                        wrong: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalProgrammesIdTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The programme, pr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attribution_in_words: string[];
                        certification: {
                            from: string | null;
                            instructions: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            may_try: boolean;
                            name: string;
                            newest: {
                                created_at: string;
                                decided_at: string | null;
                                decided_by: string | null;
                                expires_at: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "quiz" | "proof";
                                note: string | null;
                                partner_id: string;
                                programme_id: string;
                                proof_name: string | null;
                                proof_type: string | null;
                                reason: string | null;
                                score_percent: number | null;
                                /** @enum {string} */
                                state: "waiting" | "passed" | "failed";
                            } | null;
                            pass_percent: number;
                            questions: {
                                choices: string[];
                                key: string;
                                several: boolean;
                                text: string;
                            }[];
                            valid_days: number | null;
                        } | null;
                        fees: {
                            amount_minor: number;
                            created_at: string;
                            currency: string;
                            /** @description The first day after the period; null: for good */
                            ends_on: string | null;
                            id: string;
                            invoice_external_id: string | null;
                            partner_id: string;
                            partner_name: string;
                            programme_id: string;
                            programme_name: string;
                            reason: string | null;
                            /** @description What an invoice names as programme_fee to settle it */
                            reference: string;
                            settled_at: string | null;
                            settled_by: string | null;
                            starts_on: string;
                            /** @enum {string} */
                            state: "due" | "paid" | "waived" | "refunded";
                        }[];
                        gates: {
                            /** @enum {string} */
                            gate: "company_readiness" | "enrolment" | "invitation" | "application" | "entry_fee" | "certification" | "terms" | "country" | "category" | "payout_details";
                            open: boolean;
                            reason: string;
                            reason_code: string;
                            since: string | null;
                            title: string;
                            until: string | null;
                        }[];
                        id: string;
                        in_words: string[];
                        may_earn: boolean;
                        name: string;
                        state: string;
                        version: number | null;
                        versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            effective_at: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalQrCodeSvg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the qr, by its code */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SVG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalReferrals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answer_by: string;
                            company_name: string;
                            contact_email: string;
                            contact_name: string;
                            currency: string;
                            expected_value_minor: number | null;
                            id: string;
                            is_overdue: boolean;
                            lost_reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                            moved_at: string;
                            note: string;
                            programme: {
                                id: string;
                                name: string;
                            };
                            protected_until: string;
                            /** @description Where it stands, in the sentence the partner reads */
                            reason: string;
                            /** @enum {string} */
                            source: "form" | "portal" | "console" | "api";
                            /** @enum {string} */
                            stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                            submitted_at: string;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalReferrals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_name: string;
                    /**
                     * @description The prospect agreed to be contacted
                     * @enum {boolean}
                     */
                    consent: true;
                    /** Format: email */
                    contact_email: string;
                    contact_name: string;
                    /** @description The deal as the partner sees it, a year, in the programme currency */
                    expected_value_minor?: number;
                    /**
                     * @description Why they should talk to us
                     * @default
                     */
                    note?: string;
                    programme_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lost_reason: string | null;
                        /** @enum {string} */
                        stage: "submitted" | "lost";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalRewards: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The words one agrees to when giving an address */
                        address_consent: string;
                        items: {
                            address: {
                                city: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                name: string;
                                postcode: string;
                                region?: string;
                                street: string;
                                street2?: string;
                            } | null;
                            amount_minor: number;
                            currency: string;
                            /** @description The referred customer's first word */
                            customer: string | null;
                            /** @description When it should be delivered at the latest */
                            due_on: string | null;
                            gift: string | null;
                            has_code: boolean;
                            id: string;
                            /** @enum {string} */
                            kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                            may_give_address: boolean;
                            programme: string;
                            promised_at: string;
                            /** @description Why it is where it is, in one sentence */
                            reason: string;
                            reason_code: string;
                            /**
                             * @description The one who referred, their company, or the friend
                             * @enum {string}
                             */
                            receiver: "referrer" | "company" | "friend";
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                            tracking: string | null;
                            /** @description Of a credit: what the invoice took */
                            used_minor: number | null;
                            waits_for: ("address" | "gift") | null;
                            /** @description What is given, in words */
                            what: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1PortalRewardsIdAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the rewards, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    city: string;
                    /** @enum {boolean} */
                    consent: true;
                    /** @description ISO 3166-1 alpha-2 */
                    country: string;
                    name: string;
                    postcode: string;
                    region?: string;
                    street: string;
                    street2?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The words one agrees to when giving an address */
                        address_consent: string;
                        items: {
                            address: {
                                city: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                name: string;
                                postcode: string;
                                region?: string;
                                street: string;
                                street2?: string;
                            } | null;
                            amount_minor: number;
                            currency: string;
                            /** @description The referred customer's first word */
                            customer: string | null;
                            /** @description When it should be delivered at the latest */
                            due_on: string | null;
                            gift: string | null;
                            has_code: boolean;
                            id: string;
                            /** @enum {string} */
                            kind: "company_credit" | "free_months" | "discount" | "feature_unlock" | "gift" | "gift_card" | "donation";
                            may_give_address: boolean;
                            programme: string;
                            promised_at: string;
                            /** @description Why it is where it is, in one sentence */
                            reason: string;
                            reason_code: string;
                            /**
                             * @description The one who referred, their company, or the friend
                             * @enum {string}
                             */
                            receiver: "referrer" | "company" | "friend";
                            /** @enum {string} */
                            state: "promised" | "earned" | "held" | "ready" | "sent" | "delivered" | "failed" | "expired" | "revoked" | "refused";
                            tracking: string | null;
                            /** @description Of a credit: what the invoice took */
                            used_minor: number | null;
                            waits_for: ("address" | "gift") | null;
                            /** @description What is given, in words */
                            what: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1PortalRewardsIdCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the rewards, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1PortalTaxProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description none: no tax form is on file
                         * @enum {string}
                         */
                        form: "none" | "w9" | "w8ben" | "w8bene" | "residence" | "vat" | "other";
                        /** @description Above this much in a calendar year nobody is paid without a form */
                        form_needed_above: {
                            amount_minor: number;
                            currency: string;
                        }[];
                        form_received_on: string | null;
                        /** @description Withheld from every payout, in hundredths of a per cent: 3000 is 30 % */
                        rate_bps: number;
                        /** @description Kept for the tax office so far */
                        withheld: {
                            amount_minor: number;
                            currency: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammeFees: {
        parameters: {
            query?: {
                partner_id?: string;
                programme_id?: string;
                state?: "due" | "paid" | "waived" | "refunded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_minor: number;
                            created_at: string;
                            currency: string;
                            /** @description The first day after the period; null: for good */
                            ends_on: string | null;
                            id: string;
                            invoice_external_id: string | null;
                            partner_id: string;
                            partner_name: string;
                            programme_id: string;
                            programme_name: string;
                            reason: string | null;
                            /** @description What an invoice names as programme_fee to settle it */
                            reference: string;
                            settled_at: string | null;
                            settled_by: string | null;
                            starts_on: string;
                            /** @enum {string} */
                            state: "due" | "paid" | "waived" | "refunded";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammeFeesIdSettle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programme-fees, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    state: "paid" | "waived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammeTemplates: {
        parameters: {
            query?: {
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string;
                            attribution_in_words: string[];
                            audience: string;
                            currency: string;
                            gates_in_words: string[];
                            in_words: string[];
                            /** @enum {string} */
                            key: "customer_referral" | "product_invite" | "affiliate" | "solutions_partner" | "certified_partner" | "private_advocates" | "reviews" | "pay_per_lead" | "newsletter" | "performance_network";
                            name: string;
                            /**
                             * @description A private one is seen only by who is in it
                             * @enum {string}
                             */
                            visibility: "public" | "private";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Programmes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Who is credited */
                            attribution: {
                                coupon_over_click: boolean;
                                /** @description Days after the last paid period until an account may find a new partner */
                                lapse_days: number;
                                /** @enum {string} */
                                model: "last_click" | "first_click";
                                /** @description A binding that never paid ends after this many days */
                                unpaid_binding_days: number;
                                /** @description A click counts for this many days of 86,400 s */
                                window_days: number;
                            };
                            attribution_in_words: string[];
                            audience: string;
                            created_at: string;
                            currency: string;
                            /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                            gates: ({
                                /** @enum {string} */
                                kind: "invitation";
                            } | {
                                /** @enum {string} */
                                kind: "application";
                            } | {
                                /** @description In the programme's currency */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "entry_fee";
                                /** @enum {string} */
                                period: "month" | "quarter" | "year" | "once";
                            } | {
                                /** @enum {string} */
                                kind: "certification";
                            } | {
                                /** @description ISO 3166-1, two letters */
                                allowed?: string[];
                                /** @enum {string} */
                                kind: "country";
                                refused?: string[];
                            } | {
                                allowed: string[];
                                /** @enum {string} */
                                kind: "category";
                            } | {
                                /** @enum {string} */
                                kind: "payout_details";
                            } | {
                                answers_least?: number;
                                /** @enum {string} */
                                kind: "company_readiness";
                                nps_least?: number;
                                /** @description Share of last year’s revenue that stayed, 0 to 1 */
                                retention_least?: number;
                                stories_least?: number;
                            })[];
                            gates_in_words: string[];
                            id: string;
                            name: string;
                            slug: string;
                            /** @enum {string} */
                            state: "draft" | "live" | "paused" | "closed";
                            template: string;
                            /** @description The version in force now */
                            terms: {
                                /** @description What differs from the version before, sentence by sentence */
                                changes: {
                                    after: string | null;
                                    before: string | null;
                                    /** @enum {string} */
                                    kind: "added" | "removed" | "changed";
                                }[];
                                created_at: string;
                                created_by: string;
                                effective_at: string;
                                id: string;
                                /** @description The terms as sentences */
                                in_words: string[];
                                needs_acceptance: boolean;
                                /** @description What the programme promises; versioned, never edited */
                                terms: {
                                    /** @description Paid once when the customer passes the day and still pays */
                                    bounty?: {
                                        amount_minor: number;
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        needs_healthy: boolean;
                                    };
                                    /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                    budget_per_month_minor?: number;
                                    /** @description At most this much for one partner and calendar month */
                                    cap_per_month_minor?: number;
                                    /** @description At most this much for one invoice */
                                    cap_per_sale_minor?: number;
                                    /** @description At most this much for one partner and calendar year */
                                    cap_per_year_minor?: number;
                                    /** @description So many sales of one partner earn */
                                    cap_sales?: {
                                        most: number;
                                        /** @enum {string} */
                                        per: "month" | "year" | "ever";
                                    };
                                    commission: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_lead";
                                        /**
                                         * @description The stage of a referral that pays
                                         * @enum {string}
                                         */
                                        stage: "accepted" | "qualified" | "meeting" | "won";
                                    } | {
                                        /** @enum {string} */
                                        kind: "none";
                                    };
                                    excluded_products?: string[];
                                    /** @description What the friend gets, in words; empty: nothing */
                                    friend_offer: string;
                                    /** @description Days between earning and being payable */
                                    hold_days: number;
                                    /** @description Smaller balances wait for the next payout */
                                    minimum_payout_minor: number;
                                    /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                    payout?: {
                                        day: number;
                                        /** @enum {string} */
                                        every: "month" | "week" | "demand";
                                    };
                                    /** @description When money goes out, in words */
                                    payout_schedule: string;
                                    /** @description What lines of these products pay instead */
                                    products?: {
                                        earning: {
                                            /** @enum {string} */
                                            kind: "percent";
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        } | {
                                            /** @description For each paid invoice */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "flat";
                                        } | {
                                            /** @description Times the quantity of the lines that earn */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "per_seat";
                                        };
                                        product: string;
                                    }[];
                                    /** @description Invoices after the account's first; absent: the same */
                                    renewal?: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    /** @description What a referral gives that is not cash */
                                    rewards?: {
                                        /** @description Grants one receiver gets in a calendar year; absent: any number */
                                        cap_per_year?: number;
                                        /** @description The milestone: so many referred customers who paid */
                                        count?: number;
                                        give: {
                                            /** @enum {string} */
                                            kind: "company_credit";
                                            /** @description Of that invoice, at most: "100%" */
                                            most: string;
                                            /** @description Off the next annual invoice, for each seat the referred customer bought */
                                            per_seat_minor: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "free_months";
                                            /** @description For each referral */
                                            months: number;
                                            /** @description Months granted in one calendar year, at most */
                                            per_year: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "discount";
                                            /** @description Of billing it applies to; null: for good */
                                            months: number | null;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            percent: string;
                                        } | {
                                            /** @description null: for good */
                                            days: number | null;
                                            feature: string;
                                            /** @enum {string} */
                                            kind: "feature_unlock";
                                        } | {
                                            /** @enum {string} */
                                            kind: "gift";
                                            /** @description A gift of the catalogue up to this worth */
                                            worth_minor: number;
                                        } | {
                                            amount_minor: number;
                                            brand: string;
                                            /** @enum {string} */
                                            kind: "gift_card";
                                        } | {
                                            amount_minor: number;
                                            charity: string;
                                            /** @enum {string} */
                                            kind: "donation";
                                        };
                                        /** @description Days between earning and sending; absent: the terms' hold_days */
                                        hold_days?: number;
                                        /** @description Its name within the terms: "friend-discount" */
                                        key: string;
                                        /**
                                         * @description What earns it
                                         * @enum {string}
                                         */
                                        on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                        /** @description Days from ready until delivered; absent: the usual for its kind */
                                        target_days?: number;
                                        /** @description What it counts for in taxes; absent: worked out from what is given */
                                        tax_value_minor?: number;
                                        /**
                                         * @description The one who referred, their company, or the customer they brought
                                         * @enum {string}
                                         */
                                        to: "referrer" | "company" | "friend";
                                    }[];
                                    /** @description Every commission is shared by these partners */
                                    split?: {
                                        partner_id: string;
                                        weight: number;
                                    }[];
                                    /** @description Of a commission, on top, to who recruited the partner */
                                    sub_partner_rate?: string;
                                    /** @description Rates by what the partner brought in the period */
                                    tiers?: {
                                        /** @enum {string} */
                                        basis: "revenue" | "sales" | "active_customers";
                                        /**
                                         * @description Retroactive: the step reached applies to the whole period
                                         * @enum {string}
                                         */
                                        mode: "marginal" | "retroactive";
                                        /** @enum {string} */
                                        period: "month" | "year" | "ever";
                                        steps: {
                                            /** @description Minor units, sales or customers */
                                            from: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        }[];
                                    };
                                    /** @description Paid in parts as the customer stays */
                                    vesting?: {
                                        needs_healthy: boolean;
                                        tranches: {
                                            /** @description Days since the customer's first paid invoice */
                                            day: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            share: string;
                                        }[];
                                    };
                                };
                                version: number;
                            } | null;
                            updated_at: string;
                            /**
                             * @description A private one is seen only by who is in it
                             * @enum {string}
                             */
                            visibility: "public" | "private";
                            zone: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Programmes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What differs from the template */
                    attribution?: {
                        coupon_over_click?: boolean;
                        /** @description Days after the last paid period until an account may find a new partner */
                        lapse_days?: number;
                        /** @enum {string} */
                        model?: "last_click" | "first_click";
                        /** @description A binding that never paid ends after this many days */
                        unpaid_binding_days?: number;
                        /** @description A click counts for this many days of 86,400 s */
                        window_days?: number;
                    };
                    /** @description Who it is for, in words */
                    audience?: string;
                    /** @description ISO 4217; the company's reporting currency when absent */
                    currency?: string;
                    /** @description Instead of the template's */
                    gates?: ({
                        /** @enum {string} */
                        kind: "invitation";
                    } | {
                        /** @enum {string} */
                        kind: "application";
                    } | {
                        /** @description In the programme's currency */
                        amount_minor: number;
                        /** @enum {string} */
                        kind: "entry_fee";
                        /** @enum {string} */
                        period: "month" | "quarter" | "year" | "once";
                    } | {
                        /** @enum {string} */
                        kind: "certification";
                    } | {
                        /** @description ISO 3166-1, two letters */
                        allowed?: string[];
                        /** @enum {string} */
                        kind: "country";
                        refused?: string[];
                    } | {
                        allowed: string[];
                        /** @enum {string} */
                        kind: "category";
                    } | {
                        /** @enum {string} */
                        kind: "payout_details";
                    } | {
                        answers_least?: number;
                        /** @enum {string} */
                        kind: "company_readiness";
                        nps_least?: number;
                        /** @description Share of last year’s revenue that stayed, 0 to 1 */
                        retention_least?: number;
                        stories_least?: number;
                    })[];
                    name: string;
                    /** @description Its name in addresses; made from the name when absent */
                    slug?: string;
                    /**
                     * @description What to start from
                     * @enum {string}
                     */
                    template: "customer_referral" | "product_invite" | "affiliate" | "solutions_partner" | "certified_partner" | "private_advocates" | "reviews" | "pay_per_lead" | "newsletter" | "performance_network";
                    /** @description What differs from the template */
                    terms?: {
                        /** @description Paid once when the customer passes the day and still pays */
                        bounty?: {
                            amount_minor: number;
                            /** @description Days since the customer's first paid invoice */
                            day: number;
                            needs_healthy: boolean;
                        };
                        /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                        budget_per_month_minor?: number;
                        /** @description At most this much for one partner and calendar month */
                        cap_per_month_minor?: number;
                        /** @description At most this much for one invoice */
                        cap_per_sale_minor?: number;
                        /** @description At most this much for one partner and calendar year */
                        cap_per_year_minor?: number;
                        /** @description So many sales of one partner earn */
                        cap_sales?: {
                            most: number;
                            /** @enum {string} */
                            per: "month" | "year" | "ever";
                        };
                        commission?: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                        } | {
                            /** @description For each paid invoice */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "flat";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                        } | {
                            /** @description Times the quantity of the lines that earn */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_seat";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                        } | {
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_lead";
                            /**
                             * @description The stage of a referral that pays
                             * @enum {string}
                             */
                            stage: "accepted" | "qualified" | "meeting" | "won";
                        } | {
                            /** @enum {string} */
                            kind: "none";
                        };
                        excluded_products?: string[];
                        /** @description What the friend gets, in words; empty: nothing */
                        friend_offer?: string;
                        /** @description Days between earning and being payable */
                        hold_days?: number;
                        /** @description Smaller balances wait for the next payout */
                        minimum_payout_minor?: number;
                        /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                        payout?: {
                            day: number;
                            /** @enum {string} */
                            every: "month" | "week" | "demand";
                        };
                        /** @description When money goes out, in words */
                        payout_schedule?: string;
                        /** @description What lines of these products pay instead */
                        products?: {
                            earning: {
                                /** @enum {string} */
                                kind: "percent";
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            } | {
                                /** @description For each paid invoice */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "flat";
                            } | {
                                /** @description Times the quantity of the lines that earn */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "per_seat";
                            };
                            product: string;
                        }[];
                        /** @description Invoices after the account's first; absent: the same */
                        renewal?: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                        } | {
                            /** @description For each paid invoice */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "flat";
                        } | {
                            /** @description Times the quantity of the lines that earn */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_seat";
                        };
                        /** @description What a referral gives that is not cash */
                        rewards?: {
                            /** @description Grants one receiver gets in a calendar year; absent: any number */
                            cap_per_year?: number;
                            /** @description The milestone: so many referred customers who paid */
                            count?: number;
                            give: {
                                /** @enum {string} */
                                kind: "company_credit";
                                /** @description Of that invoice, at most: "100%" */
                                most: string;
                                /** @description Off the next annual invoice, for each seat the referred customer bought */
                                per_seat_minor: number;
                            } | {
                                /** @enum {string} */
                                kind: "free_months";
                                /** @description For each referral */
                                months: number;
                                /** @description Months granted in one calendar year, at most */
                                per_year: number;
                            } | {
                                /** @enum {string} */
                                kind: "discount";
                                /** @description Of billing it applies to; null: for good */
                                months: number | null;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                percent: string;
                            } | {
                                /** @description null: for good */
                                days: number | null;
                                feature: string;
                                /** @enum {string} */
                                kind: "feature_unlock";
                            } | {
                                /** @enum {string} */
                                kind: "gift";
                                /** @description A gift of the catalogue up to this worth */
                                worth_minor: number;
                            } | {
                                amount_minor: number;
                                brand: string;
                                /** @enum {string} */
                                kind: "gift_card";
                            } | {
                                amount_minor: number;
                                charity: string;
                                /** @enum {string} */
                                kind: "donation";
                            };
                            /** @description Days between earning and sending; absent: the terms' hold_days */
                            hold_days?: number;
                            /** @description Its name within the terms: "friend-discount" */
                            key: string;
                            /**
                             * @description What earns it
                             * @enum {string}
                             */
                            on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                            /** @description Days from ready until delivered; absent: the usual for its kind */
                            target_days?: number;
                            /** @description What it counts for in taxes; absent: worked out from what is given */
                            tax_value_minor?: number;
                            /**
                             * @description The one who referred, their company, or the customer they brought
                             * @enum {string}
                             */
                            to: "referrer" | "company" | "friend";
                        }[];
                        /** @description Every commission is shared by these partners */
                        split?: {
                            partner_id: string;
                            weight: number;
                        }[];
                        /** @description Of a commission, on top, to who recruited the partner */
                        sub_partner_rate?: string;
                        /** @description Rates by what the partner brought in the period */
                        tiers?: {
                            /** @enum {string} */
                            basis: "revenue" | "sales" | "active_customers";
                            /**
                             * @description Retroactive: the step reached applies to the whole period
                             * @enum {string}
                             */
                            mode: "marginal" | "retroactive";
                            /** @enum {string} */
                            period: "month" | "year" | "ever";
                            steps: {
                                /** @description Minor units, sales or customers */
                                from: number;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            }[];
                        };
                        /** @description Paid in parts as the customer stays */
                        vesting?: {
                            needs_healthy: boolean;
                            tranches: {
                                /** @description Days since the customer's first paid invoice */
                                day: number;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                share: string;
                            }[];
                        };
                    };
                    /**
                     * @description A private one is seen only by who is in it
                     * @enum {string}
                     */
                    visibility?: "public" | "private";
                    /** @description IANA time zone of months and caps; the company's when absent */
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who is credited */
                        attribution: {
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                        };
                        attribution_in_words: string[];
                        audience: string;
                        created_at: string;
                        currency: string;
                        /** @description Partners in it */
                        enrolled: number;
                        /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                        gates: ({
                            /** @enum {string} */
                            kind: "invitation";
                        } | {
                            /** @enum {string} */
                            kind: "application";
                        } | {
                            /** @description In the programme's currency */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "entry_fee";
                            /** @enum {string} */
                            period: "month" | "quarter" | "year" | "once";
                        } | {
                            /** @enum {string} */
                            kind: "certification";
                        } | {
                            /** @description ISO 3166-1, two letters */
                            allowed?: string[];
                            /** @enum {string} */
                            kind: "country";
                            refused?: string[];
                        } | {
                            allowed: string[];
                            /** @enum {string} */
                            kind: "category";
                        } | {
                            /** @enum {string} */
                            kind: "payout_details";
                        } | {
                            answers_least?: number;
                            /** @enum {string} */
                            kind: "company_readiness";
                            nps_least?: number;
                            /** @description Share of last year’s revenue that stayed, 0 to 1 */
                            retention_least?: number;
                            stories_least?: number;
                        })[];
                        gates_in_words: string[];
                        id: string;
                        name: string;
                        pages: {
                            audience: string;
                            created_at: string;
                            headline: string;
                            id: string;
                            language: string;
                            offer: string;
                            programme_id: string;
                            slug: string;
                            /** @enum {string} */
                            state: "published" | "hidden";
                            updated_at: string;
                            url: string;
                        }[];
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        template: string;
                        /** @description The version in force now */
                        terms: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        } | null;
                        /** @description Every version, newest first */
                        terms_versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        }[];
                        updated_at: string;
                        /**
                         * @description A private one is seen only by who is in it
                         * @enum {string}
                         */
                        visibility: "public" | "private";
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who is credited */
                        attribution: {
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                        };
                        attribution_in_words: string[];
                        audience: string;
                        created_at: string;
                        currency: string;
                        /** @description Partners in it */
                        enrolled: number;
                        /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                        gates: ({
                            /** @enum {string} */
                            kind: "invitation";
                        } | {
                            /** @enum {string} */
                            kind: "application";
                        } | {
                            /** @description In the programme's currency */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "entry_fee";
                            /** @enum {string} */
                            period: "month" | "quarter" | "year" | "once";
                        } | {
                            /** @enum {string} */
                            kind: "certification";
                        } | {
                            /** @description ISO 3166-1, two letters */
                            allowed?: string[];
                            /** @enum {string} */
                            kind: "country";
                            refused?: string[];
                        } | {
                            allowed: string[];
                            /** @enum {string} */
                            kind: "category";
                        } | {
                            /** @enum {string} */
                            kind: "payout_details";
                        } | {
                            answers_least?: number;
                            /** @enum {string} */
                            kind: "company_readiness";
                            nps_least?: number;
                            /** @description Share of last year’s revenue that stayed, 0 to 1 */
                            retention_least?: number;
                            stories_least?: number;
                        })[];
                        gates_in_words: string[];
                        id: string;
                        name: string;
                        pages: {
                            audience: string;
                            created_at: string;
                            headline: string;
                            id: string;
                            language: string;
                            offer: string;
                            programme_id: string;
                            slug: string;
                            /** @enum {string} */
                            state: "published" | "hidden";
                            updated_at: string;
                            url: string;
                        }[];
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        template: string;
                        /** @description The version in force now */
                        terms: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        } | null;
                        /** @description Every version, newest first */
                        terms_versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        }[];
                        updated_at: string;
                        /**
                         * @description A private one is seen only by who is in it
                         * @enum {string}
                         */
                        visibility: "public" | "private";
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1ProgrammesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attribution?: {
                        coupon_over_click?: boolean;
                        /** @description Days after the last paid period until an account may find a new partner */
                        lapse_days?: number;
                        /** @enum {string} */
                        model?: "last_click" | "first_click";
                        /** @description A binding that never paid ends after this many days */
                        unpaid_binding_days?: number;
                        /** @description A click counts for this many days of 86,400 s */
                        window_days?: number;
                    };
                    /** @description Who it is for, in words */
                    audience?: string;
                    /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                    gates?: ({
                        /** @enum {string} */
                        kind: "invitation";
                    } | {
                        /** @enum {string} */
                        kind: "application";
                    } | {
                        /** @description In the programme's currency */
                        amount_minor: number;
                        /** @enum {string} */
                        kind: "entry_fee";
                        /** @enum {string} */
                        period: "month" | "quarter" | "year" | "once";
                    } | {
                        /** @enum {string} */
                        kind: "certification";
                    } | {
                        /** @description ISO 3166-1, two letters */
                        allowed?: string[];
                        /** @enum {string} */
                        kind: "country";
                        refused?: string[];
                    } | {
                        allowed: string[];
                        /** @enum {string} */
                        kind: "category";
                    } | {
                        /** @enum {string} */
                        kind: "payout_details";
                    } | {
                        answers_least?: number;
                        /** @enum {string} */
                        kind: "company_readiness";
                        nps_least?: number;
                        /** @description Share of last year’s revenue that stayed, 0 to 1 */
                        retention_least?: number;
                        stories_least?: number;
                    })[];
                    name?: string;
                    /**
                     * @description A private one is seen only by who is in it
                     * @enum {string}
                     */
                    visibility?: "public" | "private";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who is credited */
                        attribution: {
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                        };
                        attribution_in_words: string[];
                        audience: string;
                        created_at: string;
                        currency: string;
                        /** @description Partners in it */
                        enrolled: number;
                        /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                        gates: ({
                            /** @enum {string} */
                            kind: "invitation";
                        } | {
                            /** @enum {string} */
                            kind: "application";
                        } | {
                            /** @description In the programme's currency */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "entry_fee";
                            /** @enum {string} */
                            period: "month" | "quarter" | "year" | "once";
                        } | {
                            /** @enum {string} */
                            kind: "certification";
                        } | {
                            /** @description ISO 3166-1, two letters */
                            allowed?: string[];
                            /** @enum {string} */
                            kind: "country";
                            refused?: string[];
                        } | {
                            allowed: string[];
                            /** @enum {string} */
                            kind: "category";
                        } | {
                            /** @enum {string} */
                            kind: "payout_details";
                        } | {
                            answers_least?: number;
                            /** @enum {string} */
                            kind: "company_readiness";
                            nps_least?: number;
                            /** @description Share of last year’s revenue that stayed, 0 to 1 */
                            retention_least?: number;
                            stories_least?: number;
                        })[];
                        gates_in_words: string[];
                        id: string;
                        name: string;
                        pages: {
                            audience: string;
                            created_at: string;
                            headline: string;
                            id: string;
                            language: string;
                            offer: string;
                            programme_id: string;
                            slug: string;
                            /** @enum {string} */
                            state: "published" | "hidden";
                            updated_at: string;
                            url: string;
                        }[];
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        template: string;
                        /** @description The version in force now */
                        terms: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        } | null;
                        /** @description Every version, newest first */
                        terms_versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        }[];
                        updated_at: string;
                        /**
                         * @description A private one is seen only by who is in it
                         * @enum {string}
                         */
                        visibility: "public" | "private";
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammesIdAsked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certification: {
                            instructions: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            name: string;
                            pass_percent: number;
                            /** @description `right`: the positions of the right choices, from 0; all of them have to be chosen */
                            questions: {
                                choices: string[];
                                key: string;
                                right: number[];
                                text: string;
                            }[];
                            /** @description After a failure, until one may try again */
                            retry_hours: number;
                            /** @description null: for good */
                            valid_days: number | null;
                        } | null;
                        form: {
                            fields: {
                                choices?: string[];
                                help?: string;
                                /** @description The answers to `category` become what kind of business the partner is */
                                key: string;
                                /** @enum {string} */
                                kind: "text" | "long_text" | "url" | "number" | "choice" | "choices";
                                label: string;
                                required: boolean;
                            }[];
                            /** @description After a refusal, until one may apply again */
                            reapply_days: number;
                            /** @description The first that fits decides; else a person */
                            rules: {
                                /** @description `country`, `email_domain`, or the key of a question */
                                field: string;
                                /** @enum {string} */
                                is: "one_of" | "not_one_of" | "at_least" | "at_most" | "free_mailbox";
                                number?: number;
                                /** @enum {string} */
                                outcome: "approve" | "reject" | "queue";
                                /** @description What a rejected applicant is told */
                                reason?: string;
                                values?: string[];
                            }[];
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1ProgrammesIdCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instructions: string;
                    /** @enum {string} */
                    kind: "quiz" | "proof";
                    name: string;
                    pass_percent: number;
                    /** @description `right`: the positions of the right choices, from 0; all of them have to be chosen */
                    questions: {
                        choices: string[];
                        key: string;
                        right: number[];
                        text: string;
                    }[];
                    /** @description After a failure, until one may try again */
                    retry_hours: number;
                    /** @description null: for good */
                    valid_days: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certification: {
                            instructions: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            name: string;
                            pass_percent: number;
                            /** @description `right`: the positions of the right choices, from 0; all of them have to be chosen */
                            questions: {
                                choices: string[];
                                key: string;
                                right: number[];
                                text: string;
                            }[];
                            /** @description After a failure, until one may try again */
                            retry_hours: number;
                            /** @description null: for good */
                            valid_days: number | null;
                        } | null;
                        form: {
                            fields: {
                                choices?: string[];
                                help?: string;
                                /** @description The answers to `category` become what kind of business the partner is */
                                key: string;
                                /** @enum {string} */
                                kind: "text" | "long_text" | "url" | "number" | "choice" | "choices";
                                label: string;
                                required: boolean;
                            }[];
                            /** @description After a refusal, until one may apply again */
                            reapply_days: number;
                            /** @description The first that fits decides; else a person */
                            rules: {
                                /** @description `country`, `email_domain`, or the key of a question */
                                field: string;
                                /** @enum {string} */
                                is: "one_of" | "not_one_of" | "at_least" | "at_most" | "free_mailbox";
                                number?: number;
                                /** @enum {string} */
                                outcome: "approve" | "reject" | "queue";
                                /** @description What a rejected applicant is told */
                                reason?: string;
                                values?: string[];
                            }[];
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who is credited */
                        attribution: {
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                        };
                        attribution_in_words: string[];
                        audience: string;
                        created_at: string;
                        currency: string;
                        /** @description Partners in it */
                        enrolled: number;
                        /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                        gates: ({
                            /** @enum {string} */
                            kind: "invitation";
                        } | {
                            /** @enum {string} */
                            kind: "application";
                        } | {
                            /** @description In the programme's currency */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "entry_fee";
                            /** @enum {string} */
                            period: "month" | "quarter" | "year" | "once";
                        } | {
                            /** @enum {string} */
                            kind: "certification";
                        } | {
                            /** @description ISO 3166-1, two letters */
                            allowed?: string[];
                            /** @enum {string} */
                            kind: "country";
                            refused?: string[];
                        } | {
                            allowed: string[];
                            /** @enum {string} */
                            kind: "category";
                        } | {
                            /** @enum {string} */
                            kind: "payout_details";
                        } | {
                            answers_least?: number;
                            /** @enum {string} */
                            kind: "company_readiness";
                            nps_least?: number;
                            /** @description Share of last year’s revenue that stayed, 0 to 1 */
                            retention_least?: number;
                            stories_least?: number;
                        })[];
                        gates_in_words: string[];
                        id: string;
                        name: string;
                        pages: {
                            audience: string;
                            created_at: string;
                            headline: string;
                            id: string;
                            language: string;
                            offer: string;
                            programme_id: string;
                            slug: string;
                            /** @enum {string} */
                            state: "published" | "hidden";
                            updated_at: string;
                            url: string;
                        }[];
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        template: string;
                        /** @description The version in force now */
                        terms: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        } | null;
                        /** @description Every version, newest first */
                        terms_versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        }[];
                        updated_at: string;
                        /**
                         * @description A private one is seen only by who is in it
                         * @enum {string}
                         */
                        visibility: "public" | "private";
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdEnrolments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partner_id: string;
                    /** @description The version of the terms the partner accepted */
                    terms_version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enrolled_at: string;
                        enrolled_by: string;
                        id: string;
                        /** @enum {string} */
                        origin: "invited" | "applied" | "joined";
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        terms_accepted_at: string;
                        terms_accepted_version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1ProgrammesIdEnrolmentsPartnerId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
                /** @description Which of the enrolments, by its partner_id */
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    state: "active" | "paused" | "ended";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enrolled_at: string;
                        enrolled_by: string;
                        id: string;
                        /** @enum {string} */
                        origin: "invited" | "applied" | "joined";
                        partner_id: string;
                        programme_id: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        terms_accepted_at: string;
                        terms_accepted_version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1ProgrammesIdForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fields: {
                        choices?: string[];
                        help?: string;
                        /** @description The answers to `category` become what kind of business the partner is */
                        key: string;
                        /** @enum {string} */
                        kind: "text" | "long_text" | "url" | "number" | "choice" | "choices";
                        label: string;
                        required: boolean;
                    }[];
                    /** @description After a refusal, until one may apply again */
                    reapply_days: number;
                    /** @description The first that fits decides; else a person */
                    rules: {
                        /** @description `country`, `email_domain`, or the key of a question */
                        field: string;
                        /** @enum {string} */
                        is: "one_of" | "not_one_of" | "at_least" | "at_most" | "free_mailbox";
                        number?: number;
                        /** @enum {string} */
                        outcome: "approve" | "reject" | "queue";
                        /** @description What a rejected applicant is told */
                        reason?: string;
                        values?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certification: {
                            instructions: string;
                            /** @enum {string} */
                            kind: "quiz" | "proof";
                            name: string;
                            pass_percent: number;
                            /** @description `right`: the positions of the right choices, from 0; all of them have to be chosen */
                            questions: {
                                choices: string[];
                                key: string;
                                right: number[];
                                text: string;
                            }[];
                            /** @description After a failure, until one may try again */
                            retry_hours: number;
                            /** @description null: for good */
                            valid_days: number | null;
                        } | null;
                        form: {
                            fields: {
                                choices?: string[];
                                help?: string;
                                /** @description The answers to `category` become what kind of business the partner is */
                                key: string;
                                /** @enum {string} */
                                kind: "text" | "long_text" | "url" | "number" | "choice" | "choices";
                                label: string;
                                required: boolean;
                            }[];
                            /** @description After a refusal, until one may apply again */
                            reapply_days: number;
                            /** @description The first that fits decides; else a person */
                            rules: {
                                /** @description `country`, `email_domain`, or the key of a question */
                                field: string;
                                /** @enum {string} */
                                is: "one_of" | "not_one_of" | "at_least" | "at_most" | "free_mailbox";
                                number?: number;
                                /** @enum {string} */
                                outcome: "approve" | "reject" | "queue";
                                /** @description What a rejected applicant is told */
                                reason?: string;
                                values?: string[];
                            }[];
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdGateEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    gate: "invitation" | "application" | "entry_fee" | "certification";
                    partner_id: string;
                    /** @description True opens the gate, false closes it */
                    passed: boolean;
                    reason: string;
                    /** Format: date-time */
                    valid_until?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            gates: {
                                /** @enum {string} */
                                gate: "company_readiness" | "enrolment" | "invitation" | "application" | "entry_fee" | "certification" | "terms" | "country" | "category" | "payout_details";
                                open: boolean;
                                reason: string;
                                reason_code: string;
                                since: string | null;
                                title: string;
                                until: string | null;
                            }[];
                            history: {
                                actor_id: string;
                                /** @enum {string} */
                                gate: "invitation" | "application" | "entry_fee" | "certification" | "company_readiness";
                                id: string;
                                passed: boolean;
                                recorded_at: string;
                                says: string;
                                title: string;
                                valid_from: string;
                                valid_until: string | null;
                            }[];
                            may_earn: boolean;
                            programme_id: string;
                            programme_name: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail_id: string;
                        sent_to: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammesIdLaunch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        missing: {
                            code: string;
                            says: string;
                        }[];
                        /** @description The company's own numbers, where the programme asks for them */
                        readiness: {
                            answers: number;
                            nps: number | null;
                            /** @description GRR, 0 to 1 */
                            retention: number | null;
                            stories: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdPages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who it speaks to */
                    audience: string;
                    headline: string;
                    /**
                     * @description ISO 639-1
                     * @default en
                     */
                    language?: string;
                    /** @description Paragraphs, with an empty line between them */
                    offer: string;
                    /** @description The last part of its address, /join/… */
                    slug: string;
                    /**
                     * @default published
                     * @enum {string}
                     */
                    state?: "published" | "hidden";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audience: string;
                        created_at: string;
                        headline: string;
                        id: string;
                        language: string;
                        offer: string;
                        programme_id: string;
                        slug: string;
                        /** @enum {string} */
                        state: "published" | "hidden";
                        updated_at: string;
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1ProgrammesIdPagesPageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
                /** @description Which of the pages, by its page_id */
                page_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who it speaks to */
                    audience?: string;
                    headline?: string;
                    language?: string;
                    /** @description Paragraphs, with an empty line between them */
                    offer?: string;
                    /** @description The last part of its address, /join/… */
                    slug?: string;
                    /** @enum {string} */
                    state?: "published" | "hidden";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audience: string;
                        created_at: string;
                        headline: string;
                        id: string;
                        language: string;
                        offer: string;
                        programme_id: string;
                        slug: string;
                        /** @enum {string} */
                        state: "published" | "hidden";
                        updated_at: string;
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who is credited */
                        attribution: {
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                        };
                        attribution_in_words: string[];
                        audience: string;
                        created_at: string;
                        currency: string;
                        /** @description Partners in it */
                        enrolled: number;
                        /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                        gates: ({
                            /** @enum {string} */
                            kind: "invitation";
                        } | {
                            /** @enum {string} */
                            kind: "application";
                        } | {
                            /** @description In the programme's currency */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "entry_fee";
                            /** @enum {string} */
                            period: "month" | "quarter" | "year" | "once";
                        } | {
                            /** @enum {string} */
                            kind: "certification";
                        } | {
                            /** @description ISO 3166-1, two letters */
                            allowed?: string[];
                            /** @enum {string} */
                            kind: "country";
                            refused?: string[];
                        } | {
                            allowed: string[];
                            /** @enum {string} */
                            kind: "category";
                        } | {
                            /** @enum {string} */
                            kind: "payout_details";
                        } | {
                            answers_least?: number;
                            /** @enum {string} */
                            kind: "company_readiness";
                            nps_least?: number;
                            /** @description Share of last year’s revenue that stayed, 0 to 1 */
                            retention_least?: number;
                            stories_least?: number;
                        })[];
                        gates_in_words: string[];
                        id: string;
                        name: string;
                        pages: {
                            audience: string;
                            created_at: string;
                            headline: string;
                            id: string;
                            language: string;
                            offer: string;
                            programme_id: string;
                            slug: string;
                            /** @enum {string} */
                            state: "published" | "hidden";
                            updated_at: string;
                            url: string;
                        }[];
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        template: string;
                        /** @description The version in force now */
                        terms: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        } | null;
                        /** @description Every version, newest first */
                        terms_versions: {
                            /** @description What differs from the version before, sentence by sentence */
                            changes: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                kind: "added" | "removed" | "changed";
                            }[];
                            created_at: string;
                            created_by: string;
                            effective_at: string;
                            id: string;
                            /** @description The terms as sentences */
                            in_words: string[];
                            needs_acceptance: boolean;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                /** @description Paid once when the customer passes the day and still pays */
                                bounty?: {
                                    amount_minor: number;
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    needs_healthy: boolean;
                                };
                                /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                budget_per_month_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar year */
                                cap_per_year_minor?: number;
                                /** @description So many sales of one partner earn */
                                cap_sales?: {
                                    most: number;
                                    /** @enum {string} */
                                    per: "month" | "year" | "ever";
                                };
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                    /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                    months: number | null;
                                } | {
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_lead";
                                    /**
                                     * @description The stage of a referral that pays
                                     * @enum {string}
                                     */
                                    stage: "accepted" | "qualified" | "meeting" | "won";
                                } | {
                                    /** @enum {string} */
                                    kind: "none";
                                };
                                excluded_products?: string[];
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                payout?: {
                                    day: number;
                                    /** @enum {string} */
                                    every: "month" | "week" | "demand";
                                };
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What lines of these products pay instead */
                                products?: {
                                    earning: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    product: string;
                                }[];
                                /** @description Invoices after the account's first; absent: the same */
                                renewal?: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                /** @description What a referral gives that is not cash */
                                rewards?: {
                                    /** @description Grants one receiver gets in a calendar year; absent: any number */
                                    cap_per_year?: number;
                                    /** @description The milestone: so many referred customers who paid */
                                    count?: number;
                                    give: {
                                        /** @enum {string} */
                                        kind: "company_credit";
                                        /** @description Of that invoice, at most: "100%" */
                                        most: string;
                                        /** @description Off the next annual invoice, for each seat the referred customer bought */
                                        per_seat_minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "free_months";
                                        /** @description For each referral */
                                        months: number;
                                        /** @description Months granted in one calendar year, at most */
                                        per_year: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "discount";
                                        /** @description Of billing it applies to; null: for good */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        percent: string;
                                    } | {
                                        /** @description null: for good */
                                        days: number | null;
                                        feature: string;
                                        /** @enum {string} */
                                        kind: "feature_unlock";
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        /** @description A gift of the catalogue up to this worth */
                                        worth_minor: number;
                                    } | {
                                        amount_minor: number;
                                        brand: string;
                                        /** @enum {string} */
                                        kind: "gift_card";
                                    } | {
                                        amount_minor: number;
                                        charity: string;
                                        /** @enum {string} */
                                        kind: "donation";
                                    };
                                    /** @description Days between earning and sending; absent: the terms' hold_days */
                                    hold_days?: number;
                                    /** @description Its name within the terms: "friend-discount" */
                                    key: string;
                                    /**
                                     * @description What earns it
                                     * @enum {string}
                                     */
                                    on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                    /** @description Days from ready until delivered; absent: the usual for its kind */
                                    target_days?: number;
                                    /** @description What it counts for in taxes; absent: worked out from what is given */
                                    tax_value_minor?: number;
                                    /**
                                     * @description The one who referred, their company, or the customer they brought
                                     * @enum {string}
                                     */
                                    to: "referrer" | "company" | "friend";
                                }[];
                                /** @description Every commission is shared by these partners */
                                split?: {
                                    partner_id: string;
                                    weight: number;
                                }[];
                                /** @description Of a commission, on top, to who recruited the partner */
                                sub_partner_rate?: string;
                                /** @description Rates by what the partner brought in the period */
                                tiers?: {
                                    /** @enum {string} */
                                    basis: "revenue" | "sales" | "active_customers";
                                    /**
                                     * @description Retroactive: the step reached applies to the whole period
                                     * @enum {string}
                                     */
                                    mode: "marginal" | "retroactive";
                                    /** @enum {string} */
                                    period: "month" | "year" | "ever";
                                    steps: {
                                        /** @description Minor units, sales or customers */
                                        from: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    }[];
                                };
                                /** @description Paid in parts as the customer stays */
                                vesting?: {
                                    needs_healthy: boolean;
                                    tranches: {
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        share: string;
                                    }[];
                                };
                            };
                            version: number;
                        }[];
                        updated_at: string;
                        /**
                         * @description A private one is seen only by who is in it
                         * @enum {string}
                         */
                        visibility: "public" | "private";
                        zone: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why to publish below the LTV:CAC guard */
                    override_reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guard: {
                            allowed: boolean;
                            guard: number;
                            in_words: string;
                            ltv_cac: number | null;
                            /** @enum {string} */
                            why: "above_guard" | "unknown" | "overridden" | "below_guard";
                        };
                        programme: {
                            /** @description Who is credited */
                            attribution: {
                                coupon_over_click: boolean;
                                /** @description Days after the last paid period until an account may find a new partner */
                                lapse_days: number;
                                /** @enum {string} */
                                model: "last_click" | "first_click";
                                /** @description A binding that never paid ends after this many days */
                                unpaid_binding_days: number;
                                /** @description A click counts for this many days of 86,400 s */
                                window_days: number;
                            };
                            attribution_in_words: string[];
                            audience: string;
                            created_at: string;
                            currency: string;
                            /** @description Partners in it */
                            enrolled: number;
                            /** @description What a partner must have done before it may earn, beside being enrolled and having accepted the terms */
                            gates: ({
                                /** @enum {string} */
                                kind: "invitation";
                            } | {
                                /** @enum {string} */
                                kind: "application";
                            } | {
                                /** @description In the programme's currency */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "entry_fee";
                                /** @enum {string} */
                                period: "month" | "quarter" | "year" | "once";
                            } | {
                                /** @enum {string} */
                                kind: "certification";
                            } | {
                                /** @description ISO 3166-1, two letters */
                                allowed?: string[];
                                /** @enum {string} */
                                kind: "country";
                                refused?: string[];
                            } | {
                                allowed: string[];
                                /** @enum {string} */
                                kind: "category";
                            } | {
                                /** @enum {string} */
                                kind: "payout_details";
                            } | {
                                answers_least?: number;
                                /** @enum {string} */
                                kind: "company_readiness";
                                nps_least?: number;
                                /** @description Share of last year’s revenue that stayed, 0 to 1 */
                                retention_least?: number;
                                stories_least?: number;
                            })[];
                            gates_in_words: string[];
                            id: string;
                            name: string;
                            pages: {
                                audience: string;
                                created_at: string;
                                headline: string;
                                id: string;
                                language: string;
                                offer: string;
                                programme_id: string;
                                slug: string;
                                /** @enum {string} */
                                state: "published" | "hidden";
                                updated_at: string;
                                url: string;
                            }[];
                            slug: string;
                            /** @enum {string} */
                            state: "draft" | "live" | "paused" | "closed";
                            template: string;
                            /** @description The version in force now */
                            terms: {
                                /** @description What differs from the version before, sentence by sentence */
                                changes: {
                                    after: string | null;
                                    before: string | null;
                                    /** @enum {string} */
                                    kind: "added" | "removed" | "changed";
                                }[];
                                created_at: string;
                                created_by: string;
                                effective_at: string;
                                id: string;
                                /** @description The terms as sentences */
                                in_words: string[];
                                needs_acceptance: boolean;
                                /** @description What the programme promises; versioned, never edited */
                                terms: {
                                    /** @description Paid once when the customer passes the day and still pays */
                                    bounty?: {
                                        amount_minor: number;
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        needs_healthy: boolean;
                                    };
                                    /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                    budget_per_month_minor?: number;
                                    /** @description At most this much for one partner and calendar month */
                                    cap_per_month_minor?: number;
                                    /** @description At most this much for one invoice */
                                    cap_per_sale_minor?: number;
                                    /** @description At most this much for one partner and calendar year */
                                    cap_per_year_minor?: number;
                                    /** @description So many sales of one partner earn */
                                    cap_sales?: {
                                        most: number;
                                        /** @enum {string} */
                                        per: "month" | "year" | "ever";
                                    };
                                    commission: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_lead";
                                        /**
                                         * @description The stage of a referral that pays
                                         * @enum {string}
                                         */
                                        stage: "accepted" | "qualified" | "meeting" | "won";
                                    } | {
                                        /** @enum {string} */
                                        kind: "none";
                                    };
                                    excluded_products?: string[];
                                    /** @description What the friend gets, in words; empty: nothing */
                                    friend_offer: string;
                                    /** @description Days between earning and being payable */
                                    hold_days: number;
                                    /** @description Smaller balances wait for the next payout */
                                    minimum_payout_minor: number;
                                    /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                    payout?: {
                                        day: number;
                                        /** @enum {string} */
                                        every: "month" | "week" | "demand";
                                    };
                                    /** @description When money goes out, in words */
                                    payout_schedule: string;
                                    /** @description What lines of these products pay instead */
                                    products?: {
                                        earning: {
                                            /** @enum {string} */
                                            kind: "percent";
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        } | {
                                            /** @description For each paid invoice */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "flat";
                                        } | {
                                            /** @description Times the quantity of the lines that earn */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "per_seat";
                                        };
                                        product: string;
                                    }[];
                                    /** @description Invoices after the account's first; absent: the same */
                                    renewal?: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    /** @description What a referral gives that is not cash */
                                    rewards?: {
                                        /** @description Grants one receiver gets in a calendar year; absent: any number */
                                        cap_per_year?: number;
                                        /** @description The milestone: so many referred customers who paid */
                                        count?: number;
                                        give: {
                                            /** @enum {string} */
                                            kind: "company_credit";
                                            /** @description Of that invoice, at most: "100%" */
                                            most: string;
                                            /** @description Off the next annual invoice, for each seat the referred customer bought */
                                            per_seat_minor: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "free_months";
                                            /** @description For each referral */
                                            months: number;
                                            /** @description Months granted in one calendar year, at most */
                                            per_year: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "discount";
                                            /** @description Of billing it applies to; null: for good */
                                            months: number | null;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            percent: string;
                                        } | {
                                            /** @description null: for good */
                                            days: number | null;
                                            feature: string;
                                            /** @enum {string} */
                                            kind: "feature_unlock";
                                        } | {
                                            /** @enum {string} */
                                            kind: "gift";
                                            /** @description A gift of the catalogue up to this worth */
                                            worth_minor: number;
                                        } | {
                                            amount_minor: number;
                                            brand: string;
                                            /** @enum {string} */
                                            kind: "gift_card";
                                        } | {
                                            amount_minor: number;
                                            charity: string;
                                            /** @enum {string} */
                                            kind: "donation";
                                        };
                                        /** @description Days between earning and sending; absent: the terms' hold_days */
                                        hold_days?: number;
                                        /** @description Its name within the terms: "friend-discount" */
                                        key: string;
                                        /**
                                         * @description What earns it
                                         * @enum {string}
                                         */
                                        on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                        /** @description Days from ready until delivered; absent: the usual for its kind */
                                        target_days?: number;
                                        /** @description What it counts for in taxes; absent: worked out from what is given */
                                        tax_value_minor?: number;
                                        /**
                                         * @description The one who referred, their company, or the customer they brought
                                         * @enum {string}
                                         */
                                        to: "referrer" | "company" | "friend";
                                    }[];
                                    /** @description Every commission is shared by these partners */
                                    split?: {
                                        partner_id: string;
                                        weight: number;
                                    }[];
                                    /** @description Of a commission, on top, to who recruited the partner */
                                    sub_partner_rate?: string;
                                    /** @description Rates by what the partner brought in the period */
                                    tiers?: {
                                        /** @enum {string} */
                                        basis: "revenue" | "sales" | "active_customers";
                                        /**
                                         * @description Retroactive: the step reached applies to the whole period
                                         * @enum {string}
                                         */
                                        mode: "marginal" | "retroactive";
                                        /** @enum {string} */
                                        period: "month" | "year" | "ever";
                                        steps: {
                                            /** @description Minor units, sales or customers */
                                            from: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        }[];
                                    };
                                    /** @description Paid in parts as the customer stays */
                                    vesting?: {
                                        needs_healthy: boolean;
                                        tranches: {
                                            /** @description Days since the customer's first paid invoice */
                                            day: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            share: string;
                                        }[];
                                    };
                                };
                                version: number;
                            } | null;
                            /** @description Every version, newest first */
                            terms_versions: {
                                /** @description What differs from the version before, sentence by sentence */
                                changes: {
                                    after: string | null;
                                    before: string | null;
                                    /** @enum {string} */
                                    kind: "added" | "removed" | "changed";
                                }[];
                                created_at: string;
                                created_by: string;
                                effective_at: string;
                                id: string;
                                /** @description The terms as sentences */
                                in_words: string[];
                                needs_acceptance: boolean;
                                /** @description What the programme promises; versioned, never edited */
                                terms: {
                                    /** @description Paid once when the customer passes the day and still pays */
                                    bounty?: {
                                        amount_minor: number;
                                        /** @description Days since the customer's first paid invoice */
                                        day: number;
                                        needs_healthy: boolean;
                                    };
                                    /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                                    budget_per_month_minor?: number;
                                    /** @description At most this much for one partner and calendar month */
                                    cap_per_month_minor?: number;
                                    /** @description At most this much for one invoice */
                                    cap_per_sale_minor?: number;
                                    /** @description At most this much for one partner and calendar year */
                                    cap_per_year_minor?: number;
                                    /** @description So many sales of one partner earn */
                                    cap_sales?: {
                                        most: number;
                                        /** @enum {string} */
                                        per: "month" | "year" | "ever";
                                    };
                                    commission: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                        /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                        months: number | null;
                                    } | {
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_lead";
                                        /**
                                         * @description The stage of a referral that pays
                                         * @enum {string}
                                         */
                                        stage: "accepted" | "qualified" | "meeting" | "won";
                                    } | {
                                        /** @enum {string} */
                                        kind: "none";
                                    };
                                    excluded_products?: string[];
                                    /** @description What the friend gets, in words; empty: nothing */
                                    friend_offer: string;
                                    /** @description Days between earning and being payable */
                                    hold_days: number;
                                    /** @description Smaller balances wait for the next payout */
                                    minimum_payout_minor: number;
                                    /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                                    payout?: {
                                        day: number;
                                        /** @enum {string} */
                                        every: "month" | "week" | "demand";
                                    };
                                    /** @description When money goes out, in words */
                                    payout_schedule: string;
                                    /** @description What lines of these products pay instead */
                                    products?: {
                                        earning: {
                                            /** @enum {string} */
                                            kind: "percent";
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        } | {
                                            /** @description For each paid invoice */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "flat";
                                        } | {
                                            /** @description Times the quantity of the lines that earn */
                                            amount_minor: number;
                                            /** @enum {string} */
                                            kind: "per_seat";
                                        };
                                        product: string;
                                    }[];
                                    /** @description Invoices after the account's first; absent: the same */
                                    renewal?: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                    } | {
                                        /** @description For each paid invoice */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        /** @description Times the quantity of the lines that earn */
                                        amount_minor: number;
                                        /** @enum {string} */
                                        kind: "per_seat";
                                    };
                                    /** @description What a referral gives that is not cash */
                                    rewards?: {
                                        /** @description Grants one receiver gets in a calendar year; absent: any number */
                                        cap_per_year?: number;
                                        /** @description The milestone: so many referred customers who paid */
                                        count?: number;
                                        give: {
                                            /** @enum {string} */
                                            kind: "company_credit";
                                            /** @description Of that invoice, at most: "100%" */
                                            most: string;
                                            /** @description Off the next annual invoice, for each seat the referred customer bought */
                                            per_seat_minor: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "free_months";
                                            /** @description For each referral */
                                            months: number;
                                            /** @description Months granted in one calendar year, at most */
                                            per_year: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "discount";
                                            /** @description Of billing it applies to; null: for good */
                                            months: number | null;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            percent: string;
                                        } | {
                                            /** @description null: for good */
                                            days: number | null;
                                            feature: string;
                                            /** @enum {string} */
                                            kind: "feature_unlock";
                                        } | {
                                            /** @enum {string} */
                                            kind: "gift";
                                            /** @description A gift of the catalogue up to this worth */
                                            worth_minor: number;
                                        } | {
                                            amount_minor: number;
                                            brand: string;
                                            /** @enum {string} */
                                            kind: "gift_card";
                                        } | {
                                            amount_minor: number;
                                            charity: string;
                                            /** @enum {string} */
                                            kind: "donation";
                                        };
                                        /** @description Days between earning and sending; absent: the terms' hold_days */
                                        hold_days?: number;
                                        /** @description Its name within the terms: "friend-discount" */
                                        key: string;
                                        /**
                                         * @description What earns it
                                         * @enum {string}
                                         */
                                        on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                        /** @description Days from ready until delivered; absent: the usual for its kind */
                                        target_days?: number;
                                        /** @description What it counts for in taxes; absent: worked out from what is given */
                                        tax_value_minor?: number;
                                        /**
                                         * @description The one who referred, their company, or the customer they brought
                                         * @enum {string}
                                         */
                                        to: "referrer" | "company" | "friend";
                                    }[];
                                    /** @description Every commission is shared by these partners */
                                    split?: {
                                        partner_id: string;
                                        weight: number;
                                    }[];
                                    /** @description Of a commission, on top, to who recruited the partner */
                                    sub_partner_rate?: string;
                                    /** @description Rates by what the partner brought in the period */
                                    tiers?: {
                                        /** @enum {string} */
                                        basis: "revenue" | "sales" | "active_customers";
                                        /**
                                         * @description Retroactive: the step reached applies to the whole period
                                         * @enum {string}
                                         */
                                        mode: "marginal" | "retroactive";
                                        /** @enum {string} */
                                        period: "month" | "year" | "ever";
                                        steps: {
                                            /** @description Minor units, sales or customers */
                                            from: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            rate: string;
                                        }[];
                                    };
                                    /** @description Paid in parts as the customer stays */
                                    vesting?: {
                                        needs_healthy: boolean;
                                        tranches: {
                                            /** @description Days since the customer's first paid invoice */
                                            day: number;
                                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                            share: string;
                                        }[];
                                    };
                                };
                                version: number;
                            }[];
                            updated_at: string;
                            /**
                             * @description A private one is seen only by who is in it
                             * @enum {string}
                             */
                            visibility: "public" | "private";
                            zone: string;
                        };
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammesIdReferralSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The partner may expect an answer within so long */
                        answer_within_hours: number;
                        /** @description Whether the public forms of partners take referrals */
                        form_open: boolean;
                        /** @description An address that gets each accepted referral */
                        hand_off_email: string | null;
                        /** @description The member who gets new referrals */
                        owner_id: string | null;
                        /** @description Nobody else is credited with the prospect for so long */
                        protect_days: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1ProgrammesIdReferralSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The partner may expect an answer within so long */
                    answer_within_hours: number;
                    /** @description Whether the public forms of partners take referrals */
                    form_open: boolean;
                    /** @description An address that gets each accepted referral */
                    hand_off_email: string | null;
                    /** @description The member who gets new referrals */
                    owner_id: string | null;
                    /** @description Nobody else is credited with the prospect for so long */
                    protect_days: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The partner may expect an answer within so long */
                        answer_within_hours: number;
                        /** @description Whether the public forms of partners take referrals */
                        form_open: boolean;
                        /** @description An address that gets each accepted referral */
                        hand_off_email: string | null;
                        /** @description The member who gets new referrals */
                        owner_id: string | null;
                        /** @description Nobody else is credited with the prospect for so long */
                        protect_days: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ProgrammesIdTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the programmes, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Not before now; now when absent
                     */
                    effective_at?: string;
                    /**
                     * @description From then on nobody earns who has not accepted this version
                     * @default false
                     */
                    needs_acceptance?: boolean;
                    /** @description What the programme promises; versioned, never edited */
                    terms: {
                        /** @description Paid once when the customer passes the day and still pays */
                        bounty?: {
                            amount_minor: number;
                            /** @description Days since the customer's first paid invoice */
                            day: number;
                            needs_healthy: boolean;
                        };
                        /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                        budget_per_month_minor?: number;
                        /** @description At most this much for one partner and calendar month */
                        cap_per_month_minor?: number;
                        /** @description At most this much for one invoice */
                        cap_per_sale_minor?: number;
                        /** @description At most this much for one partner and calendar year */
                        cap_per_year_minor?: number;
                        /** @description So many sales of one partner earn */
                        cap_sales?: {
                            most: number;
                            /** @enum {string} */
                            per: "month" | "year" | "ever";
                        };
                        commission: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                        } | {
                            /** @description For each paid invoice */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "flat";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                        } | {
                            /** @description Times the quantity of the lines that earn */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_seat";
                            /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                            months: number | null;
                        } | {
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_lead";
                            /**
                             * @description The stage of a referral that pays
                             * @enum {string}
                             */
                            stage: "accepted" | "qualified" | "meeting" | "won";
                        } | {
                            /** @enum {string} */
                            kind: "none";
                        };
                        excluded_products?: string[];
                        /** @description What the friend gets, in words; empty: nothing */
                        friend_offer: string;
                        /** @description Days between earning and being payable */
                        hold_days: number;
                        /** @description Smaller balances wait for the next payout */
                        minimum_payout_minor: number;
                        /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                        payout?: {
                            day: number;
                            /** @enum {string} */
                            every: "month" | "week" | "demand";
                        };
                        /** @description When money goes out, in words */
                        payout_schedule: string;
                        /** @description What lines of these products pay instead */
                        products?: {
                            earning: {
                                /** @enum {string} */
                                kind: "percent";
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            } | {
                                /** @description For each paid invoice */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "flat";
                            } | {
                                /** @description Times the quantity of the lines that earn */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "per_seat";
                            };
                            product: string;
                        }[];
                        /** @description Invoices after the account's first; absent: the same */
                        renewal?: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                        } | {
                            /** @description For each paid invoice */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "flat";
                        } | {
                            /** @description Times the quantity of the lines that earn */
                            amount_minor: number;
                            /** @enum {string} */
                            kind: "per_seat";
                        };
                        /** @description What a referral gives that is not cash */
                        rewards?: {
                            /** @description Grants one receiver gets in a calendar year; absent: any number */
                            cap_per_year?: number;
                            /** @description The milestone: so many referred customers who paid */
                            count?: number;
                            give: {
                                /** @enum {string} */
                                kind: "company_credit";
                                /** @description Of that invoice, at most: "100%" */
                                most: string;
                                /** @description Off the next annual invoice, for each seat the referred customer bought */
                                per_seat_minor: number;
                            } | {
                                /** @enum {string} */
                                kind: "free_months";
                                /** @description For each referral */
                                months: number;
                                /** @description Months granted in one calendar year, at most */
                                per_year: number;
                            } | {
                                /** @enum {string} */
                                kind: "discount";
                                /** @description Of billing it applies to; null: for good */
                                months: number | null;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                percent: string;
                            } | {
                                /** @description null: for good */
                                days: number | null;
                                feature: string;
                                /** @enum {string} */
                                kind: "feature_unlock";
                            } | {
                                /** @enum {string} */
                                kind: "gift";
                                /** @description A gift of the catalogue up to this worth */
                                worth_minor: number;
                            } | {
                                amount_minor: number;
                                brand: string;
                                /** @enum {string} */
                                kind: "gift_card";
                            } | {
                                amount_minor: number;
                                charity: string;
                                /** @enum {string} */
                                kind: "donation";
                            };
                            /** @description Days between earning and sending; absent: the terms' hold_days */
                            hold_days?: number;
                            /** @description Its name within the terms: "friend-discount" */
                            key: string;
                            /**
                             * @description What earns it
                             * @enum {string}
                             */
                            on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                            /** @description Days from ready until delivered; absent: the usual for its kind */
                            target_days?: number;
                            /** @description What it counts for in taxes; absent: worked out from what is given */
                            tax_value_minor?: number;
                            /**
                             * @description The one who referred, their company, or the customer they brought
                             * @enum {string}
                             */
                            to: "referrer" | "company" | "friend";
                        }[];
                        /** @description Every commission is shared by these partners */
                        split?: {
                            partner_id: string;
                            weight: number;
                        }[];
                        /** @description Of a commission, on top, to who recruited the partner */
                        sub_partner_rate?: string;
                        /** @description Rates by what the partner brought in the period */
                        tiers?: {
                            /** @enum {string} */
                            basis: "revenue" | "sales" | "active_customers";
                            /**
                             * @description Retroactive: the step reached applies to the whole period
                             * @enum {string}
                             */
                            mode: "marginal" | "retroactive";
                            /** @enum {string} */
                            period: "month" | "year" | "ever";
                            steps: {
                                /** @description Minor units, sales or customers */
                                from: number;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            }[];
                        };
                        /** @description Paid in parts as the customer stays */
                        vesting?: {
                            needs_healthy: boolean;
                            tranches: {
                                /** @description Days since the customer's first paid invoice */
                                day: number;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                share: string;
                            }[];
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What differs from the version before, sentence by sentence */
                        changes: {
                            after: string | null;
                            before: string | null;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                        }[];
                        created_at: string;
                        created_by: string;
                        effective_at: string;
                        id: string;
                        /** @description The terms as sentences */
                        in_words: string[];
                        needs_acceptance: boolean;
                        /** @description What the programme promises; versioned, never edited */
                        terms: {
                            /** @description Paid once when the customer passes the day and still pays */
                            bounty?: {
                                amount_minor: number;
                                /** @description Days since the customer's first paid invoice */
                                day: number;
                                needs_healthy: boolean;
                            };
                            /** @description Of the whole programme; once spent, new commissions are held until there is budget */
                            budget_per_month_minor?: number;
                            /** @description At most this much for one partner and calendar month */
                            cap_per_month_minor?: number;
                            /** @description At most this much for one invoice */
                            cap_per_sale_minor?: number;
                            /** @description At most this much for one partner and calendar year */
                            cap_per_year_minor?: number;
                            /** @description So many sales of one partner earn */
                            cap_sales?: {
                                most: number;
                                /** @enum {string} */
                                per: "month" | "year" | "ever";
                            };
                            commission: {
                                /** @enum {string} */
                                kind: "percent";
                                /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                months: number | null;
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            } | {
                                /** @description For each paid invoice */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "flat";
                                /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                months: number | null;
                            } | {
                                /** @description Times the quantity of the lines that earn */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "per_seat";
                                /** @description Calendar months from the first paid invoice that earn; null: as long as it pays */
                                months: number | null;
                            } | {
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "per_lead";
                                /**
                                 * @description The stage of a referral that pays
                                 * @enum {string}
                                 */
                                stage: "accepted" | "qualified" | "meeting" | "won";
                            } | {
                                /** @enum {string} */
                                kind: "none";
                            };
                            excluded_products?: string[];
                            /** @description What the friend gets, in words; empty: nothing */
                            friend_offer: string;
                            /** @description Days between earning and being payable */
                            hold_days: number;
                            /** @description Smaller balances wait for the next payout */
                            minimum_payout_minor: number;
                            /** @description When money goes out; day of the month (1-28) or of the week (1 is Monday) */
                            payout?: {
                                day: number;
                                /** @enum {string} */
                                every: "month" | "week" | "demand";
                            };
                            /** @description When money goes out, in words */
                            payout_schedule: string;
                            /** @description What lines of these products pay instead */
                            products?: {
                                earning: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                } | {
                                    /** @description For each paid invoice */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "flat";
                                } | {
                                    /** @description Times the quantity of the lines that earn */
                                    amount_minor: number;
                                    /** @enum {string} */
                                    kind: "per_seat";
                                };
                                product: string;
                            }[];
                            /** @description Invoices after the account's first; absent: the same */
                            renewal?: {
                                /** @enum {string} */
                                kind: "percent";
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                            } | {
                                /** @description For each paid invoice */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "flat";
                            } | {
                                /** @description Times the quantity of the lines that earn */
                                amount_minor: number;
                                /** @enum {string} */
                                kind: "per_seat";
                            };
                            /** @description What a referral gives that is not cash */
                            rewards?: {
                                /** @description Grants one receiver gets in a calendar year; absent: any number */
                                cap_per_year?: number;
                                /** @description The milestone: so many referred customers who paid */
                                count?: number;
                                give: {
                                    /** @enum {string} */
                                    kind: "company_credit";
                                    /** @description Of that invoice, at most: "100%" */
                                    most: string;
                                    /** @description Off the next annual invoice, for each seat the referred customer bought */
                                    per_seat_minor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "free_months";
                                    /** @description For each referral */
                                    months: number;
                                    /** @description Months granted in one calendar year, at most */
                                    per_year: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "discount";
                                    /** @description Of billing it applies to; null: for good */
                                    months: number | null;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    percent: string;
                                } | {
                                    /** @description null: for good */
                                    days: number | null;
                                    feature: string;
                                    /** @enum {string} */
                                    kind: "feature_unlock";
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    /** @description A gift of the catalogue up to this worth */
                                    worth_minor: number;
                                } | {
                                    amount_minor: number;
                                    brand: string;
                                    /** @enum {string} */
                                    kind: "gift_card";
                                } | {
                                    amount_minor: number;
                                    charity: string;
                                    /** @enum {string} */
                                    kind: "donation";
                                };
                                /** @description Days between earning and sending; absent: the terms' hold_days */
                                hold_days?: number;
                                /** @description Its name within the terms: "friend-discount" */
                                key: string;
                                /**
                                 * @description What earns it
                                 * @enum {string}
                                 */
                                on: "signup" | "first_payment" | "qualified_lead" | "milestone" | "review";
                                /** @description Days from ready until delivered; absent: the usual for its kind */
                                target_days?: number;
                                /** @description What it counts for in taxes; absent: worked out from what is given */
                                tax_value_minor?: number;
                                /**
                                 * @description The one who referred, their company, or the customer they brought
                                 * @enum {string}
                                 */
                                to: "referrer" | "company" | "friend";
                            }[];
                            /** @description Every commission is shared by these partners */
                            split?: {
                                partner_id: string;
                                weight: number;
                            }[];
                            /** @description Of a commission, on top, to who recruited the partner */
                            sub_partner_rate?: string;
                            /** @description Rates by what the partner brought in the period */
                            tiers?: {
                                /** @enum {string} */
                                basis: "revenue" | "sales" | "active_customers";
                                /**
                                 * @description Retroactive: the step reached applies to the whole period
                                 * @enum {string}
                                 */
                                mode: "marginal" | "retroactive";
                                /** @enum {string} */
                                period: "month" | "year" | "ever";
                                steps: {
                                    /** @description Minor units, sales or customers */
                                    from: number;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                }[];
                            };
                            /** @description Paid in parts as the customer stays */
                            vesting?: {
                                needs_healthy: boolean;
                                tranches: {
                                    /** @description Days since the customer's first paid invoice */
                                    day: number;
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    share: string;
                                }[];
                            };
                        };
                        version: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ProgrammesGuard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                        guard: number;
                        in_words: string;
                        ltv_cac: number | null;
                        /** @enum {string} */
                        why: "above_guard" | "unknown" | "overridden" | "below_guard";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Referrals: {
        parameters: {
            query?: {
                order?: "asc" | "desc";
                /** @description Only those whose answer is late */
                overdue?: string;
                owner_id?: string;
                page?: number;
                partner_id?: string;
                per_page?: number;
                programme_id?: string;
                /** @description Part of the prospect's or the partner's name */
                q?: string;
                sort?: "submitted_at" | "moved_at" | "answer_by" | "company_name" | "partner";
                stage?: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many stand in each stage, the other filters applied */
                        by_stage: {
                            [key: string]: number;
                        };
                        items: {
                            /** @description The account it became */
                            account: {
                                id: string;
                                name: string;
                            } | null;
                            answer_by: string;
                            company_name: string;
                            contact_email: string;
                            contact_name: string;
                            currency: string;
                            expected_value_minor: number | null;
                            id: string;
                            is_overdue: boolean;
                            lost_reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                            moved_at: string;
                            next_stages: ("submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost")[];
                            note: string;
                            /** @description The member in sales who has it */
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            partner: {
                                id: string;
                                name: string;
                            };
                            programme: {
                                id: string;
                                name: string;
                            };
                            protected_until: string;
                            /** @description Where it stands, in the sentence the partner reads */
                            reason: string;
                            /** @enum {string} */
                            source: "form" | "portal" | "console" | "api";
                            /** @enum {string} */
                            stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                            submitted_at: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Referrals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_name: string;
                    /**
                     * @description The prospect agreed to be contacted
                     * @enum {boolean}
                     */
                    consent: true;
                    /** Format: email */
                    contact_email: string;
                    contact_name: string;
                    /** @description The deal as the partner sees it, a year, in the programme currency */
                    expected_value_minor?: number;
                    /**
                     * @description Why they should talk to us
                     * @default
                     */
                    note?: string;
                    partner_id: string;
                    programme_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lost_reason: string | null;
                        /** @enum {string} */
                        stage: "submitted" | "lost";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReferralsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the referrals, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The account it became */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        answer_by: string;
                        company_name: string;
                        consent_text: string;
                        contact_email: string;
                        contact_name: string;
                        currency: string;
                        expected_value_minor: number | null;
                        id: string;
                        is_overdue: boolean;
                        lost_reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                        moved_at: string;
                        next_stages: ("submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost")[];
                        note: string;
                        /** @description The member in sales who has it */
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        protected_until: string;
                        /** @description Where it stands, in the sentence the partner reads */
                        reason: string;
                        /** @enum {string} */
                        source: "form" | "portal" | "console" | "api";
                        /** @enum {string} */
                        stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        /** @description Oldest first */
                        steps: {
                            at: string;
                            /** @description Who made the step */
                            by: string;
                            note: string;
                            reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                            /** @enum {string} */
                            stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        }[];
                        submitted_at: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1ReferralsIdMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the referrals, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description For the team only
                     * @default
                     */
                    note?: string;
                    /**
                     * @description Why it is lost; the partner reads it
                     * @enum {string}
                     */
                    reason?: "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other";
                    /** @enum {string} */
                    stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The account it became */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        answer_by: string;
                        company_name: string;
                        consent_text: string;
                        contact_email: string;
                        contact_name: string;
                        currency: string;
                        expected_value_minor: number | null;
                        id: string;
                        is_overdue: boolean;
                        lost_reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                        moved_at: string;
                        next_stages: ("submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost")[];
                        note: string;
                        /** @description The member in sales who has it */
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        protected_until: string;
                        /** @description Where it stands, in the sentence the partner reads */
                        reason: string;
                        /** @enum {string} */
                        source: "form" | "portal" | "console" | "api";
                        /** @enum {string} */
                        stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        /** @description Oldest first */
                        steps: {
                            at: string;
                            /** @description Who made the step */
                            by: string;
                            note: string;
                            reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                            /** @enum {string} */
                            stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        }[];
                        submitted_at: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1ReferralsIdOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the referrals, by its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner_id: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The account it became */
                        account: {
                            id: string;
                            name: string;
                        } | null;
                        answer_by: string;
                        company_name: string;
                        consent_text: string;
                        contact_email: string;
                        contact_name: string;
                        currency: string;
                        expected_value_minor: number | null;
                        id: string;
                        is_overdue: boolean;
                        lost_reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                        moved_at: string;
                        next_stages: ("submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost")[];
                        note: string;
                        /** @description The member in sales who has it */
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        programme: {
                            id: string;
                            name: string;
                        };
                        protected_until: string;
                        /** @description Where it stands, in the sentence the partner reads */
                        reason: string;
                        /** @enum {string} */
                        source: "form" | "portal" | "console" | "api";
                        /** @enum {string} */
                        stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        /** @description Oldest first */
                        steps: {
                            at: string;
                            /** @description Who made the step */
                            by: string;
                            note: string;
                            reason: ("already_referred" | "existing_customer" | "self_referral" | "not_a_fit" | "no_answer" | "chose_another" | "no_budget" | "not_now" | "other") | null;
                            /** @enum {string} */
                            stage: "submitted" | "accepted" | "qualified" | "meeting" | "won" | "lost";
                        }[];
                        submitted_at: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Refunds: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_minor: number;
                    /** @description The invoice's currency */
                    currency?: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
                    invoice_id: string;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    reason?: string;
                    refund_id: string;
                };
            };
        };
        responses: {
            /** @description Received before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: number;
                        /** Format: date */
                        at: string;
                        /** @description The same accounts as four sources tell it, side by side */
                        channels: {
                            /** @description null: not known */
                            channel: string | null;
                            first_touch: {
                                accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                paying_accounts: number;
                            };
                            imported: {
                                accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                paying_accounts: number;
                            };
                            last_touch: {
                                accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                paying_accounts: number;
                            };
                            self_reported: {
                                accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                paying_accounts: number;
                            };
                            /** @description How the customers of this channel fare, by `won_by` */
                            worth: {
                                active_year_ago: number;
                                /** @description What winning a customer costs, or what must be entered to know it */
                                cac: {
                                    /** @description The day at whose end the number holds */
                                    at?: string;
                                    /** @description ISO 4217, of amounts */
                                    currency?: string;
                                    /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                    definition: string;
                                    /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                    interval?: {
                                        confidence: number;
                                        high: number;
                                        low: number;
                                    };
                                    /** @description Which number this is */
                                    key: string;
                                    /** @description How many accounts, people, tickets or subscriptions it rests on */
                                    n: number | null;
                                    /** @description What the number could not use */
                                    note?: string;
                                    /** @description First and last day the number covers */
                                    period?: {
                                        from: string;
                                        to: string;
                                    };
                                    /** @description Why there is no value, and what would give one */
                                    unavailable_reason?: string;
                                    unavailable_reason_code?: string;
                                    /** @enum {string} */
                                    unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                    /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                    value: number | null;
                                };
                                churned_since: number;
                                /** @description Of these, green */
                                healthy: number;
                                /** @description LTV (projected) */
                                ltv: {
                                    /** @description The day at whose end the number holds */
                                    at?: string;
                                    /** @description ISO 4217, of amounts */
                                    currency?: string;
                                    /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                    definition: string;
                                    /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                    interval?: {
                                        confidence: number;
                                        high: number;
                                        low: number;
                                    };
                                    /** @description Which number this is */
                                    key: string;
                                    /** @description How many accounts, people, tickets or subscriptions it rests on */
                                    n: number | null;
                                    /** @description What the number could not use */
                                    note?: string;
                                    /** @description First and last day the number covers */
                                    period?: {
                                        from: string;
                                        to: string;
                                    };
                                    /** @description Why there is no value, and what would give one */
                                    unavailable_reason?: string;
                                    unavailable_reason_code?: string;
                                    /** @enum {string} */
                                    unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                    /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                    value: number | null;
                                };
                                /** @description LTV (projected) ÷ CAC */
                                ltv_cac: {
                                    /** @description The day at whose end the number holds */
                                    at?: string;
                                    /** @description ISO 4217, of amounts */
                                    currency?: string;
                                    /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                    definition: string;
                                    /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                    interval?: {
                                        confidence: number;
                                        high: number;
                                        low: number;
                                    };
                                    /** @description Which number this is */
                                    key: string;
                                    /** @description How many accounts, people, tickets or subscriptions it rests on */
                                    n: number | null;
                                    /** @description What the number could not use */
                                    note?: string;
                                    /** @description First and last day the number covers */
                                    period?: {
                                        from: string;
                                        to: string;
                                    };
                                    /** @description Why there is no value, and what would give one */
                                    unavailable_reason?: string;
                                    unavailable_reason_code?: string;
                                    /** @enum {string} */
                                    unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                    /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                    value: number | null;
                                };
                                /** @description Accounts with a health score */
                                scored: number;
                            };
                        }[];
                        /** @description The twelve whole months costs are taken from */
                        cost_period: {
                            from: string;
                            to: string;
                        };
                        currency: string;
                        /**
                         * @description The source that says which channel won an account, for `worth`
                         * @enum {string}
                         */
                        won_by: "first_touch" | "imported";
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsChurnBySource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The company’s own
                         * @enum {string}
                         */
                        definition: "subscriptions" | "events" | "flags";
                        items: {
                            accounts: number;
                            churn_share: {
                                /** @description 0.25 is 25%; null when there is nothing to divide by */
                                events: number | null;
                                /** @description 0.25 is 25%; null when there is nothing to divide by */
                                flags: number | null;
                                /** @description 0.25 is 25%; null when there is nothing to divide by */
                                subscriptions: number | null;
                            };
                            churned: {
                                events: number | null;
                                flags: number | null;
                                subscriptions: number | null;
                            };
                            /** @description Wilson, 95%, of the share under `definition` */
                            interval: {
                                high: number;
                                low: number;
                            } | null;
                            /** @description The imported source; null: not known */
                            source: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsDataQuality: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        computed_at: string;
                        /** @description The last day the data speak of */
                        data_until: string;
                        findings: {
                            code: string;
                            /** @description How many rows have it */
                            count: number;
                            /** @description The figures behind the sentence */
                            detail?: unknown;
                            /** @description What it does to the numbers */
                            effect?: string;
                            examples: string[];
                            /** @description How many rows were looked at */
                            of: number;
                            sentence: string;
                            /** @enum {string} */
                            severity: "serious" | "notable" | "note";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsLifetime: {
        parameters: {
            query?: {
                /** @description What customers are told apart by */
                by?: "plan" | "source" | "first_touch" | "industry" | "country" | "size_band" | "use_case";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: {
                            /** @description The share still here at the last month that ten could be watched */
                            check: {
                                high: number;
                                /** @description Of its 95% band */
                                low: number;
                                months: number;
                                /** @description Kaplan-Meier */
                                observed: number;
                                projected: number;
                            } | null;
                            /** @description Years a new customer stays, within the horizon */
                            lifetime: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                            lost: number;
                            /** @description A metric */
                            ltv: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                            /** @description How often somebody was or is a customer */
                            stays: number;
                            /** @description null: not known */
                            value: string | null;
                        };
                        /** Format: date */
                        at: string;
                        /** @enum {string} */
                        by: "plan" | "source" | "first_touch" | "industry" | "country" | "size_band" | "use_case";
                        confidence: number;
                        currency: string;
                        discount_rate_bps: number;
                        horizon_months: number;
                        items: {
                            /** @description The share still here at the last month that ten could be watched */
                            check: {
                                high: number;
                                /** @description Of its 95% band */
                                low: number;
                                months: number;
                                /** @description Kaplan-Meier */
                                observed: number;
                                projected: number;
                            } | null;
                            /** @description Years a new customer stays, within the horizon */
                            lifetime: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                            lost: number;
                            /** @description A metric */
                            ltv: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                            /** @description How often somebody was or is a customer */
                            stays: number;
                            /** @description null: not known */
                            value: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsMrrMovements: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        items: {
                            accounts: {
                                churn: number;
                                contraction: number;
                                expansion: number;
                                new: number;
                                reactivation: number;
                            };
                            amounts: {
                                /** @description Minor units of `currency` */
                                churn: number;
                                /** @description Minor units of `currency` */
                                contraction: number;
                                /** @description Minor units of `currency` */
                                expansion: number;
                                /** @description Minor units of `currency` */
                                new: number;
                                /** @description Minor units of `currency` */
                                reactivation: number;
                            };
                            /** @description start_minor plus the five amounts, exactly */
                            end_minor: number;
                            month: string;
                            /** @description Minor units of `currency` */
                            start_minor: number;
                        }[];
                        /**
                         * Format: date
                         * @description The last day counted; its month may be unfinished
                         */
                        through: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsMrrTrend: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        items: {
                            month: string;
                            /** @description Minor units of `currency` */
                            mrr_minor: number;
                            paying_accounts: number;
                        }[];
                        /**
                         * Format: date
                         * @description The last day counted; its month may be unfinished
                         */
                        through: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        at: string;
                        /** Format: date */
                        compared_with: string;
                        currency: string;
                        headline: {
                            /** @description A metric */
                            metric: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                            /** @description A metric */
                            previous: {
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                /** @description Of estimates: where the true value lies, with confidence 0.8 for 80% */
                                interval?: {
                                    confidence: number;
                                    high: number;
                                    low: number;
                                };
                                /** @description Which number this is */
                                key: string;
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description What the number could not use */
                                note?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                unavailable_reason_code?: string;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason */
                                value: number | null;
                            };
                        }[];
                        health: {
                            amber: number;
                            green: number;
                            red: number;
                            unknown: number;
                        };
                        is_live: boolean;
                        nominations: {
                            almost: number;
                            ready: number;
                        };
                        programmes: {
                            approved_partners: number;
                            clicks_30_days: number;
                            commissions: {
                                /** @description Net of reversals */
                                amount_minor: number;
                                commissions: number;
                                currency: string;
                                state: string;
                            }[];
                            live_programmes: number;
                            signups_30_days: number;
                        };
                        simulated: boolean;
                        trend: {
                            month: string;
                            /** @description Minor units of `currency` */
                            mrr_minor: number;
                            paying_accounts: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsReconciliation: {
        parameters: {
            query?: {
                /** @description Only customers with something missing, late or double */
                only?: "problems";
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Everything missing, beyond its service target, or double */
                        findings: {
                            account_id: string | null;
                            grant_id: string | null;
                            /** @enum {string} */
                            kind: "missing_grant" | "missing_commission" | "stuck" | "double";
                            partner_id: string;
                            says: string;
                        }[];
                        items: {
                            account: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            commissions: {
                                currency: string;
                                id: string;
                                net_minor: number;
                                state: string;
                            }[];
                            grants: {
                                id: string;
                                kind: string;
                                receiver: string;
                                reward_key: string;
                                state: string;
                            }[];
                            invoice: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            problems: string[];
                            programme: {
                                id: string;
                                name: string;
                            };
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1ReportsRetentionCohorts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cohorts: {
                            accounts: number;
                            cells: {
                                active: number;
                                /** @description 0.25 is 25%; null when there is nothing to divide by */
                                logo_retention: number | null;
                                /** @description Months after the first one, which is 0 */
                                months: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                /** @description 0.25 is 25%; null when there is nothing to divide by */
                                revenue_retention: number | null;
                            }[];
                            /** @description When the accounts first paid */
                            month: string;
                        }[];
                        currency: string;
                        /** Format: date */
                        through: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address; upper and lower case are the same
                     */
                    email: string;
                    password: string;
                    /** @description The path to open after signing in, such as /accounts */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The path to open now */
                        to: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1SignInLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address; upper and lower case are the same
                     */
                    email: string;
                    /** @description The path to open after signing in, such as /accounts */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How long a link works */
                        minutes: number;
                        /**
                         * @description Always true: whether the address is known is not told
                         * @enum {boolean}
                         */
                        sent: true;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Signups: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The account's id in your product */
                    account_id: string;
                    account_name?: string;
                    /** @description The value of gw_click the visitor arrived with */
                    click_token?: string;
                    /** @description Several of them, when the visitor came more than once */
                    click_tokens?: string[];
                    /**
                     * Format: email
                     * @description Who signed up
                     */
                    email?: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    trial?: boolean;
                    /** @description The visitor whose clicks these are, when clicks carry one */
                    visitor?: string;
                };
            };
        };
        responses: {
            /** @description Received before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account_external_id: string | null;
                        account_id: string | null;
                        account_name: string | null;
                        commission_id: string | null;
                        commission_state: string | null;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            at: string | null;
                            counts: boolean;
                            id: string | null;
                            /** @enum {string} */
                            kind: "click" | "referral" | "coupon" | "binding" | "override" | "episode";
                            partner_id: string | null;
                            programme_id: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                            reason_code: string | null;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason: string;
                            reason_code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        event_id: string;
                        flags: string[];
                        id: string;
                        invoice_external_id: string | null;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund" | "dispute";
                        occurred_at: string;
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        reason: string;
                        reason_code: string;
                        received_at: string;
                        reversals: {
                            amount_minor: number;
                            commission_id: string;
                            was_paid: boolean;
                        }[];
                        rule: string | null;
                        source: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        suspicions: {
                            code: string;
                            evidence: {
                                [key: string]: string;
                            };
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1StripeEvents: {
        parameters: {
            query?: {
                order?: "asc" | "desc";
                page?: number;
                per_page?: number;
                /** @description Part of an event's, customer's or object's id */
                q?: string;
                state?: "applied" | "waiting" | "ignored" | "refused";
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            api_version: string | null;
                            attempts: number;
                            /** @description What it made (cv_…) */
                            conversion_id: string | null;
                            customer_id: string | null;
                            /** @description How often Stripe sent it */
                            deliveries: number;
                            id: string;
                            livemode: boolean;
                            /** Format: date-time */
                            occurred_at: string;
                            /** Format: date-time */
                            processed_at: string;
                            reason: string;
                            reason_code: string;
                            /** Format: date-time */
                            received_at: string;
                            /** @enum {string} */
                            state: "applied" | "waiting" | "ignored" | "refused";
                            stripe_id: string;
                            /** @description Stripe's id of what it is about */
                            subject_id: string | null;
                            type: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1StripeEventsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event as it is kept, se_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        api_version: string | null;
                        attempts: number;
                        /** @description What it made (cv_…) */
                        conversion_id: string | null;
                        customer_id: string | null;
                        /** @description How often Stripe sent it */
                        deliveries: number;
                        id: string;
                        livemode: boolean;
                        /** Format: date-time */
                        occurred_at: string;
                        /** @description As Stripe sent it */
                        payload: unknown;
                        /** Format: date-time */
                        processed_at: string;
                        reason: string;
                        reason_code: string;
                        /** Format: date-time */
                        received_at: string;
                        /** @enum {string} */
                        state: "applied" | "waiting" | "ignored" | "refused";
                        stripe_id: string;
                        /** @description Stripe's id of what it is about */
                        subject_id: string | null;
                        type: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1StripeEventsIdReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event as it is kept, se_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        api_version: string | null;
                        attempts: number;
                        /** @description What it made (cv_…) */
                        conversion_id: string | null;
                        customer_id: string | null;
                        /** @description How often Stripe sent it */
                        deliveries: number;
                        id: string;
                        livemode: boolean;
                        /** Format: date-time */
                        occurred_at: string;
                        /** @description As Stripe sent it */
                        payload: unknown;
                        /** Format: date-time */
                        processed_at: string;
                        reason: string;
                        reason_code: string;
                        /** Format: date-time */
                        received_at: string;
                        /** @enum {string} */
                        state: "applied" | "waiting" | "ignored" | "refused";
                        stripe_id: string;
                        /** @description Stripe's id of what it is about */
                        subject_id: string | null;
                        type: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1StripeRejections: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            body_bytes: number;
                            /** @description SHA-256 of all of it */
                            body_hash: string;
                            /** @description How it began */
                            body_head: string;
                            id: string;
                            reason: string;
                            reason_code: string;
                            /** Format: date-time */
                            received_at: string;
                            signature: string | null;
                            /** @description What it called itself; nobody signed for it */
                            stripe_id: string | null;
                            type: string | null;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1StripeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The metadata key that holds your own id of the account; Stripe's customer id stands in for it otherwise */
                        account_metadata_key: string;
                        /**
                         * @description What client_reference_id of a checkout holds: our click token or a partner's code, or your account's id
                         * @enum {string}
                         */
                        client_reference: "referral" | "account";
                        /** @description Where Stripe has to send its events */
                        endpoint: string;
                        /** @description How many events ended how */
                        events: {
                            [key: string]: number;
                        };
                        is_set_up: boolean;
                        /** @description true: live events only; false: test events only */
                        livemode: boolean;
                        /** @description The secret before the last change is good until then */
                        previous_until: string | null;
                        /** @description The last characters of the secret, to recognise it by */
                        secret_ends: string | null;
                        /** @description The connected account whose events count; events of any other are turned away */
                        stripe_account: string | null;
                        /** @description The kinds of event to choose */
                        types: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1StripeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The metadata key that holds your own id of the account; Stripe's customer id stands in for it otherwise */
                    account_metadata_key?: string;
                    /**
                     * @description What client_reference_id of a checkout holds: our click token or a partner's code, or your account's id
                     * @enum {string}
                     */
                    client_reference?: "referral" | "account";
                    /** @description true: live events only; false: test events only */
                    livemode?: boolean;
                    /** @description The endpoint's signing secret, whsec_… */
                    signing_secret?: string;
                    /** @description The connected account whose events count; events of any other are turned away */
                    stripe_account?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The metadata key that holds your own id of the account; Stripe's customer id stands in for it otherwise */
                        account_metadata_key: string;
                        /**
                         * @description What client_reference_id of a checkout holds: our click token or a partner's code, or your account's id
                         * @enum {string}
                         */
                        client_reference: "referral" | "account";
                        /** @description Where Stripe has to send its events */
                        endpoint: string;
                        /** @description How many events ended how */
                        events: {
                            [key: string]: number;
                        };
                        is_set_up: boolean;
                        /** @description true: live events only; false: test events only */
                        livemode: boolean;
                        /** @description The secret before the last change is good until then */
                        previous_until: string | null;
                        /** @description The last characters of the secret, to recognise it by */
                        secret_ends: string | null;
                        /** @description The connected account whose events count; events of any other are turned away */
                        stripe_account: string | null;
                        /** @description The kinds of event to choose */
                        types: string[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1StripeWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The event as it is kept, se_… */
                        id: string;
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Subscriptions: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The account's id in your product */
                    account_id: string;
                    /** @description What one interval costs, all seats together, without tax, after discounts that last */
                    amount_minor: number;
                    /** @description ISO 4217, capital letters */
                    currency: string;
                    /**
                     * Format: date-time
                     * @description With status ended: when it ended; occurred_at when absent
                     */
                    ended_at?: string;
                    /** @description Names this change; a repetition of it changes nothing. Its instant names it otherwise */
                    event_id?: string;
                    /**
                     * @default month
                     * @enum {string}
                     */
                    interval?: "day" | "week" | "month" | "quarter" | "half_year" | "year";
                    /** @default 1 */
                    interval_count?: number;
                    /**
                     * Format: date-time
                     * @description Since when it is so; now when absent
                     */
                    occurred_at?: string;
                    plan?: string;
                    seats?: number;
                    /**
                     * Format: date-time
                     * @description When the subscription began; occurred_at when absent
                     */
                    started_at?: string;
                    /** @enum {string} */
                    status: "trial" | "active" | "paused" | "ended";
                    subscription_id: string;
                };
            };
        };
        responses: {
            /** @description Received before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ac_… */
                        account_id: string;
                        currency: string;
                        /** @description Of the change: a month’s share */
                        mrr_minor: number;
                        /** @description The subscription from its beginning, by what it was; MRR moves by them */
                        spans: {
                            currency: string;
                            /** @description The first day after it */
                            ended_on: string | null;
                            is_trial: boolean;
                            mrr_minor: number;
                            plan: string | null;
                            seats: number | null;
                            /** Format: date */
                            started_on: string;
                        }[];
                        subscription_id: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ac_… */
                        account_id: string;
                        currency: string;
                        /** @description Of the change: a month’s share */
                        mrr_minor: number;
                        /** @description The subscription from its beginning, by what it was; MRR moves by them */
                        spans: {
                            currency: string;
                            /** @description The first day after it */
                            ended_on: string | null;
                            is_trial: boolean;
                            mrr_minor: number;
                            plan: string | null;
                            seats: number | null;
                            /** Format: date */
                            started_on: string;
                        }[];
                        subscription_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1TaxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Above this gross in a calendar year a partner without a tax form is not paid; absent: never needed */
                        thresholds: {
                            currency: string;
                            form_threshold_minor: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putV1TaxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Above this gross in a calendar year a partner without a tax form is not paid; absent: never needed */
                    thresholds: {
                        currency: string;
                        form_threshold_minor: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Above this gross in a calendar year a partner without a tax form is not paid; absent: never needed */
                        thresholds: {
                            currency: string;
                            form_threshold_minor: number;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1WebhookMessagesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message (`wd_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        /** @description The message as it is signed and sent */
                        body: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The `webhook-id` of the message: the same at every attempt, so receivers can skip repeats */
                        event_id: string;
                        id: string;
                        last_error: string | null;
                        last_status: number | null;
                        log: {
                            /** @description The beginning of what was answered */
                            answer: string;
                            /** Format: date-time */
                            at: string;
                            error: string | null;
                            ms: number;
                            number: number;
                            status: number | null;
                        }[];
                        /** @description null when it is settled */
                        next_attempt_at: string | null;
                        settled_at: string | null;
                        /**
                         * @description waiting: will be sent or tried again; delivered: answered with 2xx; failed: given up after ten attempts
                         * @enum {string}
                         */
                        state: "waiting" | "delivered" | "failed";
                        topic: string;
                        webhook_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1WebhookMessagesIdRedeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message (`wd_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The `webhook-id` of the message: the same at every attempt, so receivers can skip repeats */
                        event_id: string;
                        id: string;
                        last_error: string | null;
                        last_status: number | null;
                        /** @description null when it is settled */
                        next_attempt_at: string | null;
                        settled_at: string | null;
                        /**
                         * @description waiting: will be sent or tried again; delivered: answered with 2xx; failed: given up after ten attempts
                         * @enum {string}
                         */
                        state: "waiting" | "delivered" | "failed";
                        topic: string;
                        webhook_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1WebhookTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            says: string;
                            /** @enum {string} */
                            topic: "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded";
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1Webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            /** @description Since when no message has got through; null when the last one did */
                            failing_since: string | null;
                            id: string;
                            /** @description Until when messages are signed with the old secret too */
                            old_secret_until: string | null;
                            /**
                             * @description off: by you; failing: by us after five days without a success; gone: by us after an answer of 410
                             * @enum {string}
                             */
                            state: "on" | "off" | "failing" | "gone";
                            /** @description What it listens to; `*` is everything, topics to come included */
                            topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                            url: string;
                        }[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1Webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for
                     * @default
                     */
                    description?: string;
                    /** @description What to send: topics, or `*` for everything */
                    topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                    /** @description Where messages are posted; https on the public internet */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        description: string;
                        /** @description Since when no message has got through; null when the last one did */
                        failing_since: string | null;
                        id: string;
                        /** @description Until when messages are signed with the old secret too */
                        old_secret_until: string | null;
                        /** @description Verifies signatures (`whsec_…`, Standard Webhooks). It is shown this once. */
                        secret: string;
                        /**
                         * @description off: by you; failing: by us after five days without a success; gone: by us after an answer of 410
                         * @enum {string}
                         */
                        state: "on" | "off" | "failing" | "gone";
                        /** @description What it listens to; `*` is everything, topics to come included */
                        topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1WebhooksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        description: string;
                        /** @description Since when no message has got through; null when the last one did */
                        failing_since: string | null;
                        id: string;
                        /** @description Until when messages are signed with the old secret too */
                        old_secret_until: string | null;
                        /**
                         * @description off: by you; failing: by us after five days without a success; gone: by us after an answer of 410
                         * @enum {string}
                         */
                        state: "on" | "off" | "failing" | "gone";
                        /** @description What it listens to; `*` is everything, topics to come included */
                        topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteV1WebhooksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchV1WebhooksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for */
                    description?: string;
                    /**
                     * @description on: messages that waited are sent now
                     * @enum {string}
                     */
                    state?: "on" | "off";
                    /** @description What to send: topics, or `*` for everything */
                    topics?: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                    /** @description Where messages are posted; https on the public internet */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        description: string;
                        /** @description Since when no message has got through; null when the last one did */
                        failing_since: string | null;
                        id: string;
                        /** @description Until when messages are signed with the old secret too */
                        old_secret_until: string | null;
                        /**
                         * @description off: by you; failing: by us after five days without a success; gone: by us after an answer of 410
                         * @enum {string}
                         */
                        state: "on" | "off" | "failing" | "gone";
                        /** @description What it listens to; `*` is everything, topics to come included */
                        topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getV1WebhooksIdMessages: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                state?: "waiting" | "delivered" | "failed";
                topic?: string;
            };
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            /** @description The `webhook-id` of the message: the same at every attempt, so receivers can skip repeats */
                            event_id: string;
                            id: string;
                            last_error: string | null;
                            last_status: number | null;
                            /** @description null when it is settled */
                            next_attempt_at: string | null;
                            settled_at: string | null;
                            /**
                             * @description waiting: will be sent or tried again; delivered: answered with 2xx; failed: given up after ten attempts
                             * @enum {string}
                             */
                            state: "waiting" | "delivered" | "failed";
                            topic: string;
                            webhook_id: string;
                        }[];
                        page: number;
                        per_page: number;
                        total: number;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1WebhooksIdSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        description: string;
                        /** @description Since when no message has got through; null when the last one did */
                        failing_since: string | null;
                        id: string;
                        /** @description Until when messages are signed with the old secret too */
                        old_secret_until: string | null;
                        /** @description Verifies signatures (`whsec_…`, Standard Webhooks). It is shown this once. */
                        secret: string;
                        /**
                         * @description off: by you; failing: by us after five days without a success; gone: by us after an answer of 410
                         * @enum {string}
                         */
                        state: "on" | "off" | "failing" | "gone";
                        /** @description What it listens to; `*` is everything, topics to come included */
                        topics: ("*" | "ask.sent" | "ask.accepted" | "ask.declined" | "dispute.recorded" | "grant.delivered" | "grant.promised" | "grant.ready" | "grant.revoked" | "grant.sent" | "invoice.recorded" | "partner.state_changed" | "referral.moved" | "refund.recorded" | "signup.recorded" | "subscription.recorded")[];
                        url: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postV1WebhooksIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook (`we_…`) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        /** Format: date-time */
                        created_at: string;
                        /** @description The `webhook-id` of the message: the same at every attempt, so receivers can skip repeats */
                        event_id: string;
                        id: string;
                        last_error: string | null;
                        last_status: number | null;
                        /** @description null when it is settled */
                        next_attempt_at: string | null;
                        settled_at: string | null;
                        /**
                         * @description waiting: will be sent or tried again; delivered: answered with 2xx; failed: given up after ten attempts
                         * @enum {string}
                         */
                        state: "waiting" | "delivered" | "failed";
                        topic: string;
                        webhook_id: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
