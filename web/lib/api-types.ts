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
        /** Change the name or the attribution policy */
        patch: operations["patchV1ProgrammesId"];
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
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a partner, or return the one that has the mailbox */
        post: operations["postV1Partners"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            field?: string;
            hint?: string;
            errors?: {
                field: string;
                message: string;
            }[];
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
                        /** @description null: the default, stored with the first scoring */
                        id: string | null;
                        version: number;
                        name: string;
                        definition: {
                            components: {
                                /** @enum {string} */
                                key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                /**
                                 * @description up: more is better; down: less is better. The points must agree
                                 * @enum {string}
                                 */
                                direction: "up" | "down";
                                /** @description Raw value and score 0-100; straight lines between, flat outside */
                                points: [
                                    number,
                                    number
                                ][];
                                window_days: number;
                                weight: number;
                                /** @description Older facts count as missing; null: never */
                                stale_after_days: number | null;
                                /** @description Without fresh facts: leave the component out, or give it this score */
                                missing: "skip" | {
                                    score: number;
                                };
                            }[];
                            /** @description At or above green is green, at or above amber is amber */
                            bands: {
                                green: number;
                                amber: number;
                            };
                            /** @description Below this share of weight present there is no score */
                            min_coverage: number;
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
                    /** @default Default */
                    name?: string;
                    definition: {
                        components: {
                            /** @enum {string} */
                            key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                            /**
                             * @description up: more is better; down: less is better. The points must agree
                             * @enum {string}
                             */
                            direction: "up" | "down";
                            /** @description Raw value and score 0-100; straight lines between, flat outside */
                            points: [
                                number,
                                number
                            ][];
                            window_days: number;
                            weight: number;
                            /** @description Older facts count as missing; null: never */
                            stale_after_days: number | null;
                            /** @description Without fresh facts: leave the component out, or give it this score */
                            missing: "skip" | {
                                score: number;
                            };
                        }[];
                        /** @description At or above green is green, at or above amber is amber */
                        bands: {
                            green: number;
                            amber: number;
                        };
                        /** @description Below this share of weight present there is no score */
                        min_coverage: number;
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
                        /** @description null: the default, stored with the first scoring */
                        id: string | null;
                        version: number;
                        name: string;
                        definition: {
                            components: {
                                /** @enum {string} */
                                key: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                /**
                                 * @description up: more is better; down: less is better. The points must agree
                                 * @enum {string}
                                 */
                                direction: "up" | "down";
                                /** @description Raw value and score 0-100; straight lines between, flat outside */
                                points: [
                                    number,
                                    number
                                ][];
                                window_days: number;
                                weight: number;
                                /** @description Older facts count as missing; null: never */
                                stale_after_days: number | null;
                                /** @description Without fresh facts: leave the component out, or give it this score */
                                missing: "skip" | {
                                    score: number;
                                };
                            }[];
                            /** @description At or above green is green, at or above amber is amber */
                            bands: {
                                green: number;
                                amber: number;
                            };
                            /** @description Below this share of weight present there is no score */
                            min_coverage: number;
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
    postV1AccountsIdHealthOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    band: "green" | "amber" | "red";
                    /** @description What you know that the score does not */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description When the score speaks for itself again; at most a year from now
                     */
                    expires_at: string;
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
                        /** @description What you know that the score does not */
                        reason: string;
                        /**
                         * Format: date-time
                         * @description When the score speaks for itself again; at most a year from now
                         */
                        expires_at: string;
                        id: string;
                        set_by: string;
                        set_at: string;
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
    getV1Accounts: {
        parameters: {
            query?: {
                /** @description Found in name, domain or the outside id */
                q?: string;
                plan?: string;
                /** @description The imported source */
                source?: string;
                /** @description Health; a hand-set band counts first */
                band?: "green" | "amber" | "red" | "unknown";
                state?: "paying" | "trial" | "churned" | "prospect";
                churned?: "true" | "false";
                country?: string;
                industry?: string;
                readiness?: "ready" | "almost" | "not_now" | "unknown";
                sort?: "name" | "mrr" | "health" | "readiness" | "signed_up_at" | "last_active";
                /** @description What is not known comes last either way */
                order?: "asc" | "desc";
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
                            id: string;
                            external_id: string;
                            name: string;
                            domain: string | null;
                            industry: string | null;
                            country: string | null;
                            plan: string | null;
                            imported_source: string | null;
                            owner_name: string | null;
                            seats: number | null;
                            signed_up_at: string | null;
                            /**
                             * @description By the company’s churn definition, at the data time
                             * @enum {string}
                             */
                            state: "paying" | "trial" | "churned" | "prospect";
                            churned_on: string | null;
                            /** @description Minor units of `currency` */
                            mrr_minor: number;
                            currency: string;
                            health_score: number | null;
                            /** @description A hand-set band stands above the score’s */
                            health_band: string | null;
                            is_overridden: boolean;
                            readiness_score: number | null;
                            readiness_status: string | null;
                            last_active_on: string | null;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                        plans: string[];
                        sources: string[];
                        countries: string[];
                        industries: string[];
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
                /** @description Found in name, domain or the outside id */
                q?: string;
                plan?: string;
                /** @description The imported source */
                source?: string;
                /** @description Health; a hand-set band counts first */
                band?: "green" | "amber" | "red" | "unknown";
                state?: "paying" | "trial" | "churned" | "prospect";
                churned?: "true" | "false";
                country?: string;
                industry?: string;
                readiness?: "ready" | "almost" | "not_now" | "unknown";
                sort?: "name" | "mrr" | "health" | "readiness" | "signed_up_at" | "last_active";
                /** @description What is not known comes last either way */
                order?: "asc" | "desc";
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
                        /** @description Data until */
                        at: string;
                        is_live: boolean;
                        currency: string;
                        account: {
                            id: string;
                            /** @description Where the account was imported from */
                            source: string;
                            external_id: string;
                            name: string;
                            domain: string | null;
                            industry: string | null;
                            country: string | null;
                            size_band: string | null;
                            employees: number | null;
                            plan: string | null;
                            seats: number | null;
                            owner_name: string | null;
                            use_case: string | null;
                            pain_point: string | null;
                            signed_up_at: string | null;
                            churn_notice_at: string | null;
                            merged_into_id: string | null;
                            first_touch_channel: string | null;
                            last_touch_channel: string | null;
                            imported_source: string | null;
                            self_reported_source: string | null;
                            /** @description What an outside file says, kept beside our own definition */
                            imported_churned: boolean | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "paying" | "trial" | "churned" | "prospect";
                            churned_on: string | null;
                        };
                        metrics: {
                            /** @description Which number this is */
                            key: string;
                            /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
                            value: number | null;
                            /** @enum {string} */
                            unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                            /** @description ISO 4217, of amounts */
                            currency?: string;
                            /** @description The day at whose end the number holds */
                            at?: string;
                            /** @description First and last day the number covers */
                            period?: {
                                from: string;
                                to: string;
                            };
                            /** @description How many accounts, people, tickets or subscriptions it rests on */
                            n: number | null;
                            /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                            definition: string;
                            unavailable_reason_code?: string;
                            /** @description Why there is no value, and what would give one */
                            unavailable_reason?: string;
                            /** @description What the number could not use */
                            note?: string;
                        }[];
                        people: {
                            id: string;
                            name: string | null;
                            email: string | null;
                            title: string | null;
                            role: string | null;
                            locale: string | null;
                            last_active_at: string | null;
                            unsubscribed_at: string | null;
                            /** @description The latest word per purpose */
                            consents: {
                                purpose: string;
                                granted: boolean;
                                at: string;
                            }[];
                            /** @description 0-100 */
                            readiness_score: number | null;
                            readiness_status: string | null;
                        }[];
                        subscriptions: {
                            external_id: string;
                            plan: string | null;
                            seats: number | null;
                            billing_interval: string | null;
                            interval_count: number;
                            currency: string;
                            /** @description Minor units of the currency beside it */
                            mrr_minor: number;
                            mrr_reporting_minor: number | null;
                            is_trial: boolean;
                            started_on: string;
                            ended_on: string | null;
                            is_active: boolean;
                        }[];
                        invoices: {
                            external_id: string;
                            status: string;
                            currency: string;
                            /** @description Minor units of the currency beside it */
                            total_minor: number;
                            /** @description Minor units of the currency beside it */
                            refunded_minor: number;
                            issued_at: string;
                            due_on: string | null;
                            paid_at: string | null;
                            is_overdue: boolean;
                        }[];
                        mrr_history: {
                            month: string;
                            /** @description Minor units of the currency beside it */
                            mrr_minor: number;
                            /** @description Minor units of the currency beside it */
                            change_minor: number;
                            movement: ("new" | "expansion" | "contraction" | "churn" | "reactivation") | null;
                        }[];
                        usage: {
                            from: string;
                            to: string;
                            /** @description Days without use included */
                            days: {
                                on: string;
                                events: number;
                                features: number;
                            }[];
                            features: {
                                feature: string;
                                events: number;
                                active_days: number;
                                last_on: string;
                            }[];
                        };
                        tickets: {
                            total: number;
                            items: {
                                external_id: string;
                                subject: string | null;
                                topic: string | null;
                                status: string;
                                priority: string | null;
                                severity: number | null;
                                opened_at: string;
                                closed_at: string | null;
                                resolution_minutes: number | null;
                                reopened_count: number;
                                satisfaction: number | null;
                                satisfaction_scale: number | null;
                            }[];
                        };
                        answers: {
                            kind: string;
                            title: string;
                            score: number | null;
                            scale_max: number | null;
                            answer_text: string | null;
                            person_name: string | null;
                            answered_at: string;
                        }[];
                        churn_claims: {
                            source: string;
                            churned_on: string;
                            reason_code: string | null;
                            is_reactivation: boolean | null;
                            feedback: string | null;
                        }[];
                        health: {
                            /** @description 0-100 */
                            score: number | null;
                            /** @description The band that counts: the hand-set one while it holds */
                            band: string;
                            scored_band: string;
                            /** @description Share of the model’s weight that was present */
                            coverage: number;
                            data_until: string;
                            scored_at: string;
                            model_name: string;
                            model_version: number;
                            contributions: {
                                /** @enum {string} */
                                component: "adoption" | "engagement" | "friction" | "sentiment" | "commercial" | "relationship" | "tenure";
                                name: string;
                                present: boolean;
                                raw: number | null;
                                /** @description 0-100 */
                                score: number | null;
                                weight: number;
                                /** @description Its part of the score; the parts sum to it */
                                points: number;
                                reason_code: string;
                                reason: string;
                            }[];
                            override: {
                                band: string;
                                reason: string;
                                set_by: string;
                                set_at: string;
                                expires_at: string;
                            } | null;
                        } | null;
                        health_history: {
                            /** @description 0-100 */
                            score: number | null;
                            band: string;
                            data_until: string;
                            scored_at: string;
                        }[];
                        readiness: {
                            score: number;
                            base: number;
                            damper: number;
                            status: string;
                            scored_at: string;
                        } | null;
                        partners: {
                            id: string;
                            name: string;
                            kind: string;
                            state: string;
                        }[];
                        referrals_given: {
                            partner_id: string;
                            partner_name: string;
                            bound_at: string;
                            ended_at: string | null;
                            account_id: string;
                            account_name: string;
                        }[];
                        referrals_received: {
                            partner_id: string;
                            partner_name: string;
                            bound_at: string;
                            ended_at: string | null;
                            programme_id: string;
                            programme_name: string;
                            rule: string;
                        }[];
                        asks: {
                            id: string;
                            kind: string;
                            state: string;
                            person_id: string;
                            person_name: string | null;
                            created_at: string;
                            sent_at: string | null;
                            answered_at: string | null;
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
                        /** @description false: the data ends at `at` */
                        is_live: boolean;
                        currency: string;
                        metrics: {
                            /** @description Which number this is */
                            key: string;
                            /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
                            value: number | null;
                            /** @enum {string} */
                            unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                            /** @description ISO 4217, of amounts */
                            currency?: string;
                            /** @description The day at whose end the number holds */
                            at?: string;
                            /** @description First and last day the number covers */
                            period?: {
                                from: string;
                                to: string;
                            };
                            /** @description How many accounts, people, tickets or subscriptions it rests on */
                            n: number | null;
                            /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                            definition: string;
                            unavailable_reason_code?: string;
                            /** @description Why there is no value, and what would give one */
                            unavailable_reason?: string;
                            /** @description What the number could not use */
                            note?: string;
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
                            slug: string;
                            name: string;
                            formula: string;
                            /** @description What it means, in a sentence or two */
                            words: string;
                            /** @description How missing data is treated */
                            missing: string;
                            /** @description The facts it is computed from */
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
                        is_live: boolean;
                        /** Format: date */
                        compared_with: string;
                        currency: string;
                        simulated: boolean;
                        headline: {
                            /** @description A metric */
                            metric: {
                                /** @description Which number this is */
                                key: string;
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
                                value: number | null;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                unavailable_reason_code?: string;
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                /** @description What the number could not use */
                                note?: string;
                            };
                            /** @description A metric */
                            previous: {
                                /** @description Which number this is */
                                key: string;
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
                                value: number | null;
                                /** @enum {string} */
                                unit: "minor" | "ratio" | "count" | "months" | "years" | "score" | "hours" | "log_per_week";
                                /** @description ISO 4217, of amounts */
                                currency?: string;
                                /** @description The day at whose end the number holds */
                                at?: string;
                                /** @description First and last day the number covers */
                                period?: {
                                    from: string;
                                    to: string;
                                };
                                /** @description How many accounts, people, tickets or subscriptions it rests on */
                                n: number | null;
                                /** @description Its slug in /v1/metrics/definitions and docs/metrics.md */
                                definition: string;
                                unavailable_reason_code?: string;
                                /** @description Why there is no value, and what would give one */
                                unavailable_reason?: string;
                                /** @description What the number could not use */
                                note?: string;
                            };
                        }[];
                        trend: {
                            month: string;
                            /** @description Minor units of `currency` */
                            mrr_minor: number;
                            paying_accounts: number;
                        }[];
                        health: {
                            green: number;
                            amber: number;
                            red: number;
                            unknown: number;
                        };
                        nominations: {
                            ready: number;
                            almost: number;
                        };
                        programmes: {
                            live_programmes: number;
                            approved_partners: number;
                            clicks_30_days: number;
                            signups_30_days: number;
                            commissions: {
                                currency: string;
                                state: string;
                                commissions: number;
                                /** @description Net of reversals */
                                amount_minor: number;
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
                        /**
                         * Format: date
                         * @description The last day counted; its month may be unfinished
                         */
                        through: string;
                        items: {
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
                        /**
                         * Format: date
                         * @description The last day counted; its month may be unfinished
                         */
                        through: string;
                        items: {
                            month: string;
                            /** @description Minor units of `currency` */
                            start_minor: number;
                            /** @description start_minor plus the five amounts, exactly */
                            end_minor: number;
                            amounts: {
                                /** @description Minor units of `currency` */
                                new: number;
                                /** @description Minor units of `currency` */
                                expansion: number;
                                /** @description Minor units of `currency` */
                                contraction: number;
                                /** @description Minor units of `currency` */
                                churn: number;
                                /** @description Minor units of `currency` */
                                reactivation: number;
                            };
                            accounts: {
                                new: number;
                                expansion: number;
                                contraction: number;
                                churn: number;
                                reactivation: number;
                            };
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
                        currency: string;
                        /** Format: date */
                        through: string;
                        cohorts: {
                            /** @description When the accounts first paid */
                            month: string;
                            accounts: number;
                            cells: {
                                /** @description Months after the first one, which is 0 */
                                months: number;
                                active: number;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                logo_retention: number | null;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                revenue_retention: number | null;
                            }[];
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
                        currency: string;
                        /** Format: date */
                        at: string;
                        accounts: number;
                        /** @description The same accounts as four sources tell it, side by side */
                        channels: {
                            /** @description null: not known */
                            channel: string | null;
                            first_touch: {
                                accounts: number;
                                paying_accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                            };
                            last_touch: {
                                accounts: number;
                                paying_accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                            };
                            imported: {
                                accounts: number;
                                paying_accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                            };
                            self_reported: {
                                accounts: number;
                                paying_accounts: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                            };
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
                        items: {
                            /** @description The imported source; null: not known */
                            source: string | null;
                            accounts: number;
                            churned: {
                                subscriptions: number | null;
                                events: number | null;
                                flags: number | null;
                            };
                            churn_share: {
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                subscriptions: number | null;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                events: number | null;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                flags: number | null;
                            };
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
                            /** @enum {string} */
                            severity: "serious" | "notable" | "note";
                            /** @description How many rows have it */
                            count: number;
                            /** @description How many rows were looked at */
                            of: number;
                            sentence: string;
                            /** @description What it does to the numbers */
                            effect?: string;
                            examples: string[];
                            /** @description The figures behind the sentence */
                            detail?: unknown;
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
                            id: string;
                            slug: string;
                            name: string;
                            template: string;
                            /** @enum {string} */
                            state: "draft" | "live" | "paused" | "closed";
                            currency: string;
                            zone: string;
                            /** @description Who is credited */
                            attribution: {
                                /** @description A click counts for this many days of 86,400 s */
                                window_days: number;
                                /** @enum {string} */
                                model: "last_click" | "first_click";
                                coupon_over_click: boolean;
                                /** @description Days after the last paid period until an account may find a new partner */
                                lapse_days: number;
                                /** @description A binding that never paid ends after this many days */
                                unpaid_binding_days: number;
                            };
                            attribution_in_words: string[];
                            /** @description The version in force now */
                            terms: {
                                id: string;
                                version: number;
                                effective_at: string;
                                /** @description What the programme promises; versioned, never edited */
                                terms: {
                                    commission: {
                                        /** @enum {string} */
                                        kind: "percent";
                                        /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                        rate: string;
                                        /** @description Calendar months an account earns; null: as long as it pays */
                                        months: number | null;
                                    };
                                    /** @description Marginal rates on the partner's base of the month */
                                    tiers?: {
                                        from_minor: number;
                                        rate: string;
                                    }[];
                                    /** @description At most this much for one invoice */
                                    cap_per_sale_minor?: number;
                                    /** @description At most this much for one partner and calendar month */
                                    cap_per_month_minor?: number;
                                    excluded_products?: string[];
                                    /** @description Days between earning and being payable */
                                    hold_days: number;
                                    /** @description Smaller balances wait for the next payout */
                                    minimum_payout_minor: number;
                                    /** @description When money goes out, in words */
                                    payout_schedule: string;
                                    /** @description What the friend gets, in words; empty: nothing */
                                    friend_offer: string;
                                };
                                /** @description The terms as sentences */
                                in_words: string[];
                                created_by: string;
                                created_at: string;
                            } | null;
                            created_at: string;
                            updated_at: string;
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
                    /**
                     * @description What to start from
                     * @enum {string}
                     */
                    template: "customer_referral";
                    name: string;
                    /** @description Its name in addresses; made from the name when absent */
                    slug?: string;
                    /** @description ISO 4217; the company's reporting currency when absent */
                    currency?: string;
                    /** @description IANA time zone of months and caps; the company's when absent */
                    zone?: string;
                    /** @description What differs from the template */
                    terms?: {
                        commission?: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                            /** @description Calendar months an account earns; null: as long as it pays */
                            months: number | null;
                        };
                        /** @description Marginal rates on the partner's base of the month */
                        tiers?: {
                            from_minor: number;
                            rate: string;
                        }[];
                        /** @description At most this much for one invoice */
                        cap_per_sale_minor?: number;
                        /** @description At most this much for one partner and calendar month */
                        cap_per_month_minor?: number;
                        excluded_products?: string[];
                        /** @description Days between earning and being payable */
                        hold_days?: number;
                        /** @description Smaller balances wait for the next payout */
                        minimum_payout_minor?: number;
                        /** @description When money goes out, in words */
                        payout_schedule?: string;
                        /** @description What the friend gets, in words; empty: nothing */
                        friend_offer?: string;
                    };
                    /** @description What differs from the template */
                    attribution?: {
                        /** @description A click counts for this many days of 86,400 s */
                        window_days?: number;
                        /** @enum {string} */
                        model?: "last_click" | "first_click";
                        coupon_over_click?: boolean;
                        /** @description Days after the last paid period until an account may find a new partner */
                        lapse_days?: number;
                        /** @description A binding that never paid ends after this many days */
                        unpaid_binding_days?: number;
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
                        id: string;
                        slug: string;
                        name: string;
                        template: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        currency: string;
                        zone: string;
                        /** @description Who is credited */
                        attribution: {
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                        };
                        attribution_in_words: string[];
                        /** @description The version in force now */
                        terms: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        } | null;
                        created_at: string;
                        updated_at: string;
                        /** @description Every version, newest first */
                        terms_versions: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        }[];
                        /** @description Partners who may earn now */
                        enrolled: number;
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
                        id: string;
                        slug: string;
                        name: string;
                        template: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        currency: string;
                        zone: string;
                        /** @description Who is credited */
                        attribution: {
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                        };
                        attribution_in_words: string[];
                        /** @description The version in force now */
                        terms: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        } | null;
                        created_at: string;
                        updated_at: string;
                        /** @description Every version, newest first */
                        terms_versions: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        }[];
                        /** @description Partners who may earn now */
                        enrolled: number;
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    attribution?: {
                        /** @description A click counts for this many days of 86,400 s */
                        window_days?: number;
                        /** @enum {string} */
                        model?: "last_click" | "first_click";
                        coupon_over_click?: boolean;
                        /** @description Days after the last paid period until an account may find a new partner */
                        lapse_days?: number;
                        /** @description A binding that never paid ends after this many days */
                        unpaid_binding_days?: number;
                    };
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
                        slug: string;
                        name: string;
                        template: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        currency: string;
                        zone: string;
                        /** @description Who is credited */
                        attribution: {
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                        };
                        attribution_in_words: string[];
                        /** @description The version in force now */
                        terms: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        } | null;
                        created_at: string;
                        updated_at: string;
                        /** @description Every version, newest first */
                        terms_versions: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        }[];
                        /** @description Partners who may earn now */
                        enrolled: number;
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the programme promises; versioned, never edited */
                    terms: {
                        commission: {
                            /** @enum {string} */
                            kind: "percent";
                            /** @description A decimal string with %, exact: "20%" or "2.9%" */
                            rate: string;
                            /** @description Calendar months an account earns; null: as long as it pays */
                            months: number | null;
                        };
                        /** @description Marginal rates on the partner's base of the month */
                        tiers?: {
                            from_minor: number;
                            rate: string;
                        }[];
                        /** @description At most this much for one invoice */
                        cap_per_sale_minor?: number;
                        /** @description At most this much for one partner and calendar month */
                        cap_per_month_minor?: number;
                        excluded_products?: string[];
                        /** @description Days between earning and being payable */
                        hold_days: number;
                        /** @description Smaller balances wait for the next payout */
                        minimum_payout_minor: number;
                        /** @description When money goes out, in words */
                        payout_schedule: string;
                        /** @description What the friend gets, in words; empty: nothing */
                        friend_offer: string;
                    };
                    /**
                     * Format: date-time
                     * @description Not before now; now when absent
                     */
                    effective_at?: string;
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
                        version: number;
                        effective_at: string;
                        /** @description What the programme promises; versioned, never edited */
                        terms: {
                            commission: {
                                /** @enum {string} */
                                kind: "percent";
                                /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                rate: string;
                                /** @description Calendar months an account earns; null: as long as it pays */
                                months: number | null;
                            };
                            /** @description Marginal rates on the partner's base of the month */
                            tiers?: {
                                from_minor: number;
                                rate: string;
                            }[];
                            /** @description At most this much for one invoice */
                            cap_per_sale_minor?: number;
                            /** @description At most this much for one partner and calendar month */
                            cap_per_month_minor?: number;
                            excluded_products?: string[];
                            /** @description Days between earning and being payable */
                            hold_days: number;
                            /** @description Smaller balances wait for the next payout */
                            minimum_payout_minor: number;
                            /** @description When money goes out, in words */
                            payout_schedule: string;
                            /** @description What the friend gets, in words; empty: nothing */
                            friend_offer: string;
                        };
                        /** @description The terms as sentences */
                        in_words: string[];
                        created_by: string;
                        created_at: string;
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
                        id: string;
                        slug: string;
                        name: string;
                        template: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "paused" | "closed";
                        currency: string;
                        zone: string;
                        /** @description Who is credited */
                        attribution: {
                            /** @description A click counts for this many days of 86,400 s */
                            window_days: number;
                            /** @enum {string} */
                            model: "last_click" | "first_click";
                            coupon_over_click: boolean;
                            /** @description Days after the last paid period until an account may find a new partner */
                            lapse_days: number;
                            /** @description A binding that never paid ends after this many days */
                            unpaid_binding_days: number;
                        };
                        attribution_in_words: string[];
                        /** @description The version in force now */
                        terms: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        } | null;
                        created_at: string;
                        updated_at: string;
                        /** @description Every version, newest first */
                        terms_versions: {
                            id: string;
                            version: number;
                            effective_at: string;
                            /** @description What the programme promises; versioned, never edited */
                            terms: {
                                commission: {
                                    /** @enum {string} */
                                    kind: "percent";
                                    /** @description A decimal string with %, exact: "20%" or "2.9%" */
                                    rate: string;
                                    /** @description Calendar months an account earns; null: as long as it pays */
                                    months: number | null;
                                };
                                /** @description Marginal rates on the partner's base of the month */
                                tiers?: {
                                    from_minor: number;
                                    rate: string;
                                }[];
                                /** @description At most this much for one invoice */
                                cap_per_sale_minor?: number;
                                /** @description At most this much for one partner and calendar month */
                                cap_per_month_minor?: number;
                                excluded_products?: string[];
                                /** @description Days between earning and being payable */
                                hold_days: number;
                                /** @description Smaller balances wait for the next payout */
                                minimum_payout_minor: number;
                                /** @description When money goes out, in words */
                                payout_schedule: string;
                                /** @description What the friend gets, in words; empty: nothing */
                                friend_offer: string;
                            };
                            /** @description The terms as sentences */
                            in_words: string[];
                            created_by: string;
                            created_at: string;
                        }[];
                        /** @description Partners who may earn now */
                        enrolled: number;
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
                    /** @enum {string} */
                    kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                    name: string;
                    /** Format: email */
                    email: string;
                    /** @description The customer company the partner belongs to */
                    account_id?: string;
                    /** @description The person at that company */
                    person_id?: string;
                    /** @description ISO 3166-1, two letters */
                    country?: string;
                    /**
                     * @default invited
                     * @enum {string}
                     */
                    state?: "invited" | "approved";
                    /** @description Why this state, kept in its history */
                    reason?: string;
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
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        email: string;
                        account_id: string | null;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                        approved_at: string | null;
                        country: string | null;
                        created_at: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        email: string;
                        account_id: string | null;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                        approved_at: string | null;
                        country: string | null;
                        created_at: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        email: string;
                        account_id: string | null;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                        approved_at: string | null;
                        country: string | null;
                        created_at: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "customer" | "affiliate" | "creator" | "agency" | "adviser" | "reader";
                        name: string;
                        email: string;
                        account_id: string | null;
                        person_id: string | null;
                        /** @enum {string} */
                        state: "invited" | "approved" | "suspended" | "closed";
                        approved_at: string | null;
                        country: string | null;
                        created_at: string;
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
                    partner_id: string;
                    programme_id: string;
                    /** @description A page of the product; its start page when absent */
                    target_url?: string;
                    /** @description The last part of the address; made from the name of the partner when absent */
                    code?: string;
                    /** Format: date-time */
                    expires_at?: string;
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
                        code: string;
                        /** @description What the partner shares */
                        url: string;
                        programme_id: string;
                        partner_id: string;
                        target_url: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        expires_at: string | null;
                        created_at: string;
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
                        id: string;
                        code: string;
                        /** @description What the partner shares */
                        url: string;
                        programme_id: string;
                        partner_id: string;
                        target_url: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        expires_at: string | null;
                        created_at: string;
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
                    partner_id: string;
                    programme_id: string;
                    /** @description As it stands on invoices; capital letters and small ones are the same */
                    code: string;
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
                        programme_id: string;
                        partner_id: string;
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
    postV1ProgrammesIdEnrolments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                        id: string;
                        programme_id: string;
                        partner_id: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        terms_accepted_version: number;
                        terms_accepted_at: string;
                        enrolled_at: string;
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
                            /** @enum {string} */
                            rail: "sepa" | "manual";
                            holder_name: string;
                            /** @description Masked, except for those who make payouts */
                            iban: string | null;
                            bic: string | null;
                            details: string | null;
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
                    /** @enum {string} */
                    rail: "sepa";
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                    bic?: string | null;
                } | {
                    /** @enum {string} */
                    rail: "manual";
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description Where to pay, in words: "PayPal anna@example.com" */
                    details: string;
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
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        holder_name: string;
                        /** @description Masked, except for those who make payouts */
                        iban: string | null;
                        bic: string | null;
                        details: string | null;
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
                        /** @description null: not said yet */
                        holder_name: string | null;
                        iban: string | null;
                        bic: string | null;
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
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                    bic?: string | null;
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
                        /** @description null: not said yet */
                        holder_name: string | null;
                        iban: string | null;
                        bic: string | null;
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
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            /**
                             * Format: date
                             * @description The promised date
                             */
                            expected_on: string;
                            paid_at: string | null;
                            /** @description Where it goes, masked */
                            to: string;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                            /** @enum {string} */
                            rail: "sepa" | "manual";
                            holder_name: string;
                            /** @description Masked, except for those who make payouts */
                            iban: string | null;
                            bic: string | null;
                            details: string | null;
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
                    /** @enum {string} */
                    rail: "sepa";
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description With or without spaces */
                    iban: string;
                    bic?: string | null;
                } | {
                    /** @enum {string} */
                    rail: "manual";
                    /** @description Who holds the account, as the bank knows them */
                    holder_name: string;
                    /** @description Where to pay, in words: "PayPal anna@example.com" */
                    details: string;
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
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        holder_name: string;
                        /** @description Masked, except for those who make payouts */
                        iban: string | null;
                        bic: string | null;
                        details: string | null;
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
                state?: "draft" | "approved" | "sent" | "paid" | "cancelled";
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
                            id: string;
                            currency: string;
                            /** @enum {string} */
                            rail: "sepa" | "manual";
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                            /** Format: date */
                            expected_on: string;
                            payout_count: number;
                            total_minor: number;
                            /** @description Payouts whose outcome is not known yet */
                            open_count: number;
                            created_by: string;
                            /** @description Whoever made a batch cannot approve it */
                            created_by_you: boolean;
                            /** Format: date-time */
                            created_at: string;
                            approved_by: string | null;
                            approved_at: string | null;
                            sent_at: string | null;
                            paid_at: string | null;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                     * @description sepa: a credit transfer file in euros; manual: a list, any currency
                     * @default sepa
                     * @enum {string}
                     */
                    rail?: "sepa" | "manual";
                    /**
                     * Format: date
                     * @description The date partners are promised; the second next bank day when absent
                     */
                    expected_on?: string;
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
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
                        id: string;
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
                        id: string;
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
                        id: string;
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
                        id: string;
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
    getV1LedgerAccounts: {
        parameters: {
            query?: {
                kind?: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "fx" | "writeoff";
                /** @description A programme, a partner, a payout, or "company" */
                owner_id?: string;
                currency?: string;
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
                            id: string;
                            /** @enum {string} */
                            kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "fx" | "writeoff";
                            owner_id: string;
                            currency: string;
                            /** @description Credits less debits */
                            balance_minor: number;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                event?: "accrue" | "mature" | "hold" | "release" | "reverse" | "payout_claimed" | "withheld" | "payout_confirmed" | "payout_failed" | "payout_returned" | "convert" | "writeoff";
                /** @description Whoever gives or gets */
                owner_id?: string;
                /** @description The commission or payout it belongs to */
                ref_id?: string;
                currency?: string;
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
                            id: string;
                            idempotency_key: string;
                            /** @enum {string} */
                            event: "accrue" | "mature" | "hold" | "release" | "reverse" | "payout_claimed" | "withheld" | "payout_confirmed" | "payout_failed" | "payout_returned" | "convert" | "writeoff";
                            debit: {
                                /** @enum {string} */
                                kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "fx" | "writeoff";
                                owner_id: string;
                            };
                            credit: {
                                /** @enum {string} */
                                kind: "programme.expense" | "partner.pending" | "partner.held" | "partner.available" | "payout.in_transit" | "tax.withheld" | "cash" | "company.credit" | "fx" | "writeoff";
                                owner_id: string;
                            };
                            currency: string;
                            amount_minor: number;
                            ref_kind: string;
                            ref_id: string;
                            reason: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
    getV1Commissions: {
        parameters: {
            query?: {
                partner_id?: string;
                account_id?: string;
                programme_id?: string;
                invoice_id?: string;
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                /** @description A reason code, such as after_last_month */
                reason?: string;
                /** @description Part of the partner's, the customer's or the invoice's name */
                q?: string;
                sort?: "earned_at" | "available_at" | "gross_minor" | "partner" | "account" | "state";
                order?: "asc" | "desc";
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
                            id: string;
                            /** @enum {string} */
                            state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                            reason_code: string;
                            /** @description Why it is in this state, in a sentence the partner reads too */
                            reason: string;
                            /** @description How the amount came about, in one line */
                            explanation: string;
                            programme: {
                                id: string;
                                name: string;
                            };
                            partner: {
                                id: string;
                                name: string;
                            };
                            account: {
                                id: string;
                                name: string;
                            };
                            invoice: {
                                id: string;
                                external_id: string;
                            };
                            currency: string;
                            /** @description What was paid in cash for the lines that earn, without tax */
                            base_minor: number;
                            /** @description The commission before refunds */
                            gross_minor: number;
                            /** @description What refunds took back */
                            reversed_minor: number;
                            net_minor: number;
                            /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                            settled_minor: number;
                            flags: string[];
                            /** Format: date-time */
                            earned_at: string;
                            /** Format: date-time */
                            available_at: string;
                            paid_at: string | null;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                partner_id?: string;
                account_id?: string;
                programme_id?: string;
                invoice_id?: string;
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                /** @description A reason code, such as after_last_month */
                reason?: string;
                /** @description Part of the partner's, the customer's or the invoice's name */
                q?: string;
                sort?: "earned_at" | "available_at" | "gross_minor" | "partner" | "account" | "state";
                order?: "asc" | "desc";
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
                        id: string;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        reason_code: string;
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        programme: {
                            id: string;
                            name: string;
                        };
                        partner: {
                            id: string;
                            name: string;
                        };
                        account: {
                            id: string;
                            name: string;
                        };
                        invoice: {
                            id: string;
                            external_id: string;
                        };
                        currency: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description What refunds took back */
                        reversed_minor: number;
                        net_minor: number;
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        flags: string[];
                        /** Format: date-time */
                        earned_at: string;
                        /** Format: date-time */
                        available_at: string;
                        paid_at: string | null;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        decision: {
                            id: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                            outcome: string;
                            reason_code: string;
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            flags: string[];
                            /** Format: date-time */
                            decided_at: string;
                        } | null;
                        transfers: {
                            id: string;
                            event: string;
                            from: string;
                            to: string;
                            amount_minor: number;
                            reason: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        reversals: {
                            id: string;
                            amount_minor: number;
                            was_paid: boolean;
                            reason_code: string;
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        payouts: {
                            payout_id: string;
                            batch_id: string;
                            state: string;
                            amount_minor: number;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            /** Format: date */
                            expected_on: string;
                            paid_at: string | null;
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
                        id: string;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        reason_code: string;
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        programme: {
                            id: string;
                            name: string;
                        };
                        partner: {
                            id: string;
                            name: string;
                        };
                        account: {
                            id: string;
                            name: string;
                        };
                        invoice: {
                            id: string;
                            external_id: string;
                        };
                        currency: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description What refunds took back */
                        reversed_minor: number;
                        net_minor: number;
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        flags: string[];
                        /** Format: date-time */
                        earned_at: string;
                        /** Format: date-time */
                        available_at: string;
                        paid_at: string | null;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        decision: {
                            id: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                            outcome: string;
                            reason_code: string;
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            flags: string[];
                            /** Format: date-time */
                            decided_at: string;
                        } | null;
                        transfers: {
                            id: string;
                            event: string;
                            from: string;
                            to: string;
                            amount_minor: number;
                            reason: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        reversals: {
                            id: string;
                            amount_minor: number;
                            was_paid: boolean;
                            reason_code: string;
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        payouts: {
                            payout_id: string;
                            batch_id: string;
                            state: string;
                            amount_minor: number;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            /** Format: date */
                            expected_on: string;
                            paid_at: string | null;
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
                        id: string;
                        /** @enum {string} */
                        state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                        reason_code: string;
                        /** @description Why it is in this state, in a sentence the partner reads too */
                        reason: string;
                        /** @description How the amount came about, in one line */
                        explanation: string;
                        programme: {
                            id: string;
                            name: string;
                        };
                        partner: {
                            id: string;
                            name: string;
                        };
                        account: {
                            id: string;
                            name: string;
                        };
                        invoice: {
                            id: string;
                            external_id: string;
                        };
                        currency: string;
                        /** @description What was paid in cash for the lines that earn, without tax */
                        base_minor: number;
                        /** @description The commission before refunds */
                        gross_minor: number;
                        /** @description What refunds took back */
                        reversed_minor: number;
                        net_minor: number;
                        /** @description What payouts have taken of it; a clawback after the payout makes it shrink again */
                        settled_minor: number;
                        flags: string[];
                        /** Format: date-time */
                        earned_at: string;
                        /** Format: date-time */
                        available_at: string;
                        paid_at: string | null;
                        /** @description Every number the amount was computed from */
                        calculation: {
                            [key: string]: unknown;
                        };
                        decision: {
                            id: string;
                            /** @description The row of the decision table that decided, R0 to R7 */
                            rule: string;
                            outcome: string;
                            reason_code: string;
                            /** @description Every touch that was considered, and why the others fell away */
                            considered: unknown;
                            flags: string[];
                            /** Format: date-time */
                            decided_at: string;
                        } | null;
                        transfers: {
                            id: string;
                            event: string;
                            from: string;
                            to: string;
                            amount_minor: number;
                            reason: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        reversals: {
                            id: string;
                            amount_minor: number;
                            was_paid: boolean;
                            reason_code: string;
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        payouts: {
                            payout_id: string;
                            batch_id: string;
                            state: string;
                            amount_minor: number;
                            /** @description False when the payout failed, came back or was cancelled */
                            is_live: boolean;
                            /** Format: date */
                            expected_on: string;
                            paid_at: string | null;
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
                state?: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
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
                        totals: {
                            currency: string;
                            /** @description Everything below together */
                            earned_minor: number;
                            pending_minor: number;
                            /** @description When the first pending commission becomes payable */
                            next_available_at: string | null;
                            held_minor: number;
                            /** @description Payable now; below 0 when a refund after a payout left something owing */
                            available_minor: number;
                            /** @description In a payout on its way */
                            in_transit_minor: number;
                            paid_minor: number;
                        }[];
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "pending" | "held" | "available" | "paid" | "reversed" | "refused";
                            reason_code: string;
                            /** @description Why it is in this state, in a sentence the partner reads too */
                            reason: string;
                            /** @description How the amount came about, in one line */
                            explanation: string;
                            programme: {
                                id: string;
                                name: string;
                            };
                            currency: string;
                            /** @description The commission before refunds */
                            gross_minor: number;
                            /** @description What refunds took back */
                            reversed_minor: number;
                            net_minor: number;
                            /** Format: date-time */
                            earned_at: string;
                            /** Format: date-time */
                            available_at: string;
                            paid_at: string | null;
                            /** @description The customer who paid */
                            customer: string;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                page?: number;
                per_page?: number;
                state?: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                account_id?: string;
                person_id?: string;
                /** @description Part of the name of the account or the person */
                q?: string;
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
                            id: string;
                            /** @enum {string} */
                            kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                            /** @enum {string} */
                            state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                            /** @description Who asks */
                            company: string | null;
                            account: {
                                id: string;
                                name: string;
                            };
                            person: {
                                id: string;
                                name: string | null;
                                email: string | null;
                            };
                            programme: {
                                id: string;
                                name: string;
                            } | null;
                            /** @description Of the person, when the draft was made */
                            readiness_score: number | null;
                            subject: string;
                            body_text: string;
                            evidence: {
                                code: string;
                                sentence: string;
                                source: string;
                            }[];
                            mail_id: string | null;
                            /** @description The partner a yes made */
                            partner_id: string | null;
                            override_reason: string | null;
                            created_by: string;
                            created_at: string;
                            sent_at: string | null;
                            answered_at: string | null;
                            expires_at: string | null;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                    /** @description Whom; the nominated person when absent */
                    person_id?: string;
                    /**
                     * @description For what; the ask that fits when absent
                     * @enum {string}
                     */
                    kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                    /** @description What a yes enrols in; the live programme when absent and the ask is a referral or a partnership */
                    programme_id?: string;
                    subject?: string;
                    /** @description Plain text; {link} marks where the invitation’s link goes */
                    body_text?: string;
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
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        /** @description Who asks */
                        company: string | null;
                        account: {
                            id: string;
                            name: string;
                        };
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        subject: string;
                        body_text: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        mail_id: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        override_reason: string | null;
                        created_by: string;
                        created_at: string;
                        sent_at: string | null;
                        answered_at: string | null;
                        expires_at: string | null;
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
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        /** @description Who asks */
                        company: string | null;
                        account: {
                            id: string;
                            name: string;
                        };
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        subject: string;
                        body_text: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        mail_id: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        override_reason: string | null;
                        created_by: string;
                        created_at: string;
                        sent_at: string | null;
                        answered_at: string | null;
                        expires_at: string | null;
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
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        /** @description Who asks */
                        company: string | null;
                        account: {
                            id: string;
                            name: string;
                        };
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        subject: string;
                        body_text: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        mail_id: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        override_reason: string | null;
                        created_by: string;
                        created_at: string;
                        sent_at: string | null;
                        answered_at: string | null;
                        expires_at: string | null;
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
                    /**
                     * Format: email
                     * @description Who signed up
                     */
                    email?: string;
                    trial?: boolean;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    /** @description The value of gw_click the visitor arrived with */
                    click_token?: string;
                    /** @description Several of them, when the visitor came more than once */
                    click_tokens?: string[];
                    /** @description The visitor whose clicks these are, when clicks carry one */
                    visitor?: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                    invoice_id: string;
                    /** @description The account's id in your product */
                    account_id: string;
                    /** @description ISO 4217, capital letters */
                    currency: string;
                    /** Format: date-time */
                    paid_at?: string;
                    /** Format: date-time */
                    issued_at?: string;
                    /**
                     * Format: date-time
                     * @description The same as paid_at; now when neither is there
                     */
                    occurred_at?: string;
                    /**
                     * Format: date-time
                     * @description When the period it pays for ends
                     */
                    period_ends_at?: string;
                    lines: {
                        /** @description Before the discount, without tax */
                        amount_minor: number;
                        product?: string;
                        discount_minor?: number;
                        tax_minor?: number;
                        /** @description "21%": the tax is inside the amount */
                        tax_inclusive_rate?: string;
                    }[];
                    coupons?: string[];
                    /** @description Paid from a credit balance instead of cash */
                    credit_applied_minor?: number;
                    /** @description The value of gw_click the visitor arrived with */
                    click_token?: string;
                    /** @description Several of them, when the visitor came more than once */
                    click_tokens?: string[];
                    /** @description The visitor whose clicks these are, when clicks carry one */
                    visitor?: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                    refund_id: string;
                    invoice_id: string;
                    amount_minor: number;
                    /** @description The invoice's currency */
                    currency?: string;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    occurred_at?: string;
                    reason?: string;
                    /** @description Names this event; a repetition of it changes nothing */
                    event_id?: string;
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                page?: number;
                per_page?: number;
                sort?: "received_at" | "occurred_at";
                order?: "asc" | "desc";
                state?: "parked" | "decided" | "unattributed";
                outcome?: "credited" | "unattributed" | "refused";
                /** @description A reason code, such as outside_window */
                reason?: string;
                kind?: "signup" | "invoice" | "refund";
                partner_id?: string;
                account_id?: string;
                /** @description Part of the account's, invoice's or partner's name */
                q?: string;
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
                            id: string;
                            /** @enum {string} */
                            kind: "signup" | "invoice" | "refund";
                            source: string;
                            event_id: string;
                            /** @enum {string} */
                            state: "parked" | "decided" | "unattributed";
                            /** @description null: parked, or a refund */
                            outcome: ("credited" | "unattributed" | "refused") | null;
                            rule: string | null;
                            reason_code: string;
                            reason: string;
                            account_id: string | null;
                            account_external_id: string | null;
                            account_name: string | null;
                            invoice_external_id: string | null;
                            partner_id: string | null;
                            partner_name: string | null;
                            programme_id: string | null;
                            flags: string[];
                            commission_id: string | null;
                            commission_state: string | null;
                            occurred_at: string;
                            received_at: string;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
                        id: string;
                        /** @enum {string} */
                        kind: "signup" | "invoice" | "refund";
                        source: string;
                        event_id: string;
                        /** @enum {string} */
                        state: "parked" | "decided" | "unattributed";
                        /** @description null: parked, or a refund */
                        outcome: ("credited" | "unattributed" | "refused") | null;
                        rule: string | null;
                        reason_code: string;
                        reason: string;
                        account_id: string | null;
                        account_external_id: string | null;
                        account_name: string | null;
                        invoice_external_id: string | null;
                        partner_id: string | null;
                        partner_name: string | null;
                        programme_id: string | null;
                        flags: string[];
                        commission_id: string | null;
                        commission_state: string | null;
                        occurred_at: string;
                        received_at: string;
                        /** @description Everything that spoke for somebody, and why the rest fell away */
                        considered: {
                            /** @enum {string} */
                            kind: "click" | "coupon" | "binding" | "override" | "episode";
                            id: string | null;
                            partner_id: string | null;
                            programme_id: string | null;
                            at: string | null;
                            counts: boolean;
                            reason_code: string | null;
                            /** @description Why it fell away */
                            reason: string | null;
                        }[];
                        suspicions: {
                            code: string;
                            /** @description The commission waits until somebody has looked */
                            holds: boolean;
                            reason: string;
                            evidence: {
                                [key: string]: string;
                            };
                        }[];
                        reversals: {
                            commission_id: string;
                            amount_minor: number;
                            was_paid: boolean;
                        }[];
                        earlier: ({
                            decided_at: string;
                            outcome: string;
                            reason_code: string;
                            reason: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partner_id: string;
                    programme_id: string;
                    /**
                     * Format: date-time
                     * @description Invoices at or after it count for the partner; now when absent
                     */
                    effective_at?: string;
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
                        is_live: boolean;
                        health: {
                            scored: number;
                            /** @description Scores that differ from the present ones and were stored */
                            changed: number;
                            /** @description Accounts scored no longer: they left */
                            ended: number;
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
                        run_at: string;
                        data_until: string;
                        horizon_days: number;
                        model: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        /** @enum {string} */
                        chosen_definition: "subscriptions" | "events" | "flags";
                        /** @enum {string} */
                        judged_by: "subscriptions" | "events";
                        judged_by_reason: string;
                        /** @enum {string} */
                        verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                        /** @description The verdict in words */
                        sentence: string;
                        results: {
                            subscriptions: {
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                                snapshots: number;
                                from: string | null;
                                to: string | null;
                                observations: number;
                                accounts: number;
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                calibration: {
                                    from: number;
                                    to: number;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                            };
                            events: {
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                                snapshots: number;
                                from: string | null;
                                to: string | null;
                                observations: number;
                                accounts: number;
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                calibration: {
                                    from: number;
                                    to: number;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                            };
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
                        run_at: string;
                        data_until: string;
                        horizon_days: number;
                        model: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        /** @enum {string} */
                        chosen_definition: "subscriptions" | "events" | "flags";
                        /** @enum {string} */
                        judged_by: "subscriptions" | "events";
                        judged_by_reason: string;
                        /** @enum {string} */
                        verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                        /** @description The verdict in words */
                        sentence: string;
                        results: {
                            subscriptions: {
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                                snapshots: number;
                                from: string | null;
                                to: string | null;
                                observations: number;
                                accounts: number;
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                calibration: {
                                    from: number;
                                    to: number;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                            };
                            events: {
                                /** @enum {string} */
                                verdict: "too_early" | "does_not_predict" | "points_the_wrong_way" | "weak" | "fair" | "good" | "strong";
                                snapshots: number;
                                from: string | null;
                                to: string | null;
                                observations: number;
                                accounts: number;
                                churned_accounts: number;
                                churned_accounts_needed: number;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                /** @description Share of pairs of the same month ranked rightly; 95 % interval, an account counting once */
                                auc_later_half: {
                                    value: number;
                                    low: number;
                                    high: number;
                                    pairs: number;
                                } | null;
                                bands: {
                                    /** @enum {string} */
                                    band: "green" | "amber" | "red";
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                calibration: {
                                    from: number;
                                    to: number;
                                    mean_score: number;
                                    /** @description Account months; every third month, so that each churn counts once */
                                    n: number;
                                    churned: number;
                                    /** @description Observed churn within the horizon */
                                    rate: number | null;
                                    /** @description Wilson, 95 % */
                                    low: number | null;
                                    high: number | null;
                                }[];
                                /** @description Churn among the tenth with the lowest health ÷ churn among all */
                                lift_top_decile: number | null;
                            };
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
                        payout_id: string;
                        /** @enum {string} */
                        outcome: "paid" | "failed" | "returned";
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
                        id: string;
                        currency: string;
                        /** @enum {string} */
                        rail: "sepa" | "manual";
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "paid" | "cancelled";
                        /** Format: date */
                        expected_on: string;
                        payout_count: number;
                        total_minor: number;
                        /** @description Payouts whose outcome is not known yet */
                        open_count: number;
                        created_by: string;
                        /** @description Whoever made a batch cannot approve it */
                        created_by_you: boolean;
                        /** Format: date-time */
                        created_at: string;
                        approved_by: string | null;
                        approved_at: string | null;
                        sent_at: string | null;
                        paid_at: string | null;
                        /** @description Pins amounts, destinations and date */
                        content_hash: string;
                        payouts: {
                            id: string;
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "claimed" | "sent" | "paid" | "failed" | "returned" | "cancelled";
                            /** @description Where it is, in a sentence the partner reads too */
                            reason: string;
                            currency: string;
                            amount_minor: number;
                            destination: {
                                /** @enum {string} */
                                rail: "sepa" | "manual";
                                holder_name: string;
                                /** @description Masked, except for those who make payouts */
                                iban: string | null;
                                bic: string | null;
                                details: string | null;
                            };
                            /** @description The reference on the bank statement */
                            end_to_end_id: string;
                            paid_at: string | null;
                            items: {
                                commission_id: string;
                                /** @description Below 0: a clawback taken off */
                                amount_minor: number;
                            }[];
                        }[];
                        skipped: {
                            partner: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            reason_code: "no_destination" | "wrong_rail" | "below_minimum" | "negative_balance" | "not_approved" | "in_another_payout";
                            reason: string;
                            available_minor: number;
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
                        /** @description The company’s name, as partners and customers read it */
                        name: string;
                        /** @description The one currency that reports add up in (ISO 4217) */
                        reporting_currency: string;
                        /** @description The time zone that days and months are counted in, like Europe/Budapest */
                        zone: string;
                        /**
                         * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                         * @enum {string}
                         */
                        churn_definition: "subscriptions" | "flags" | "events";
                        /** @description Days a new subscription may take to not count as churn */
                        churn_grace_days: number;
                        /** @description Gross margin in basis points (8000 = 80 %) */
                        gross_margin_bps: number | null;
                        /** @description What customer success costs a year */
                        success_cost_year_minor: number | null;
                        /** @description What an hour of customer success costs */
                        success_hourly_cost_minor: number | null;
                        /** @description What sales and marketing cost a year */
                        acquisition_cost_year_minor: number | null;
                        /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                        ltv_cac_guard: string;
                        /** @description Where the product is */
                        product_url: string | null;
                        /** @description The address that mails come from */
                        mail_from: string | null;
                        /** @description Whether the company is made up */
                        simulated: boolean;
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
                    /** @description The company’s name, as partners and customers read it */
                    name?: string;
                    /** @description The one currency that reports add up in (ISO 4217) */
                    reporting_currency?: string;
                    /** @description The time zone that days and months are counted in, like Europe/Budapest */
                    zone?: string;
                    /**
                     * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                     * @enum {string}
                     */
                    churn_definition?: "subscriptions" | "flags" | "events";
                    /** @description Days a new subscription may take to not count as churn */
                    churn_grace_days?: number;
                    /** @description Gross margin in basis points (8000 = 80 %) */
                    gross_margin_bps?: number | null;
                    /** @description What customer success costs a year */
                    success_cost_year_minor?: number | null;
                    /** @description What an hour of customer success costs */
                    success_hourly_cost_minor?: number | null;
                    /** @description What sales and marketing cost a year */
                    acquisition_cost_year_minor?: number | null;
                    /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                    ltv_cac_guard?: string;
                    /** @description Where the product is */
                    product_url?: string | null;
                    /** @description The address that mails come from */
                    mail_from?: string | null;
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
                        /** @description The company’s name, as partners and customers read it */
                        name: string;
                        /** @description The one currency that reports add up in (ISO 4217) */
                        reporting_currency: string;
                        /** @description The time zone that days and months are counted in, like Europe/Budapest */
                        zone: string;
                        /**
                         * @description Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events
                         * @enum {string}
                         */
                        churn_definition: "subscriptions" | "flags" | "events";
                        /** @description Days a new subscription may take to not count as churn */
                        churn_grace_days: number;
                        /** @description Gross margin in basis points (8000 = 80 %) */
                        gross_margin_bps: number | null;
                        /** @description What customer success costs a year */
                        success_cost_year_minor: number | null;
                        /** @description What an hour of customer success costs */
                        success_hourly_cost_minor: number | null;
                        /** @description What sales and marketing cost a year */
                        acquisition_cost_year_minor: number | null;
                        /** @description Below this LTV:CAC a programme needs a reason to be published; a decimal like "4" */
                        ltv_cac_guard: string;
                        /** @description Where the product is */
                        product_url: string | null;
                        /** @description The address that mails come from */
                        mail_from: string | null;
                        /** @description Whether the company is made up */
                        simulated: boolean;
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
                        updated: number;
                        unchanged: number;
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
                        id: string;
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        /** @description Who asks */
                        company: string | null;
                        account: {
                            id: string;
                            name: string;
                        };
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        subject: string;
                        body_text: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        mail_id: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        override_reason: string | null;
                        created_by: string;
                        created_at: string;
                        sent_at: string | null;
                        answered_at: string | null;
                        expires_at: string | null;
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
                    subject?: string;
                    /** @description Plain text; {link} marks where the invitation’s link goes */
                    body_text?: string;
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
                        /** @enum {string} */
                        kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        /** @enum {string} */
                        state: "draft" | "sent" | "accepted" | "declined" | "expired" | "cancelled";
                        /** @description Who asks */
                        company: string | null;
                        account: {
                            id: string;
                            name: string;
                        };
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                        };
                        programme: {
                            id: string;
                            name: string;
                        } | null;
                        /** @description Of the person, when the draft was made */
                        readiness_score: number | null;
                        subject: string;
                        body_text: string;
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        mail_id: string | null;
                        /** @description The partner a yes made */
                        partner_id: string | null;
                        override_reason: string | null;
                        created_by: string;
                        created_at: string;
                        sent_at: string | null;
                        answered_at: string | null;
                        expires_at: string | null;
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
                page?: number;
                per_page?: number;
                /** @description Only accounts in this state */
                status?: "ready" | "almost" | "not_now" | "unknown";
                /** @description Only accounts for which this ask fits */
                ask_kind?: "review" | "case_study" | "reference" | "referral" | "partnership";
                /** @description Part of the name of the account or the person */
                q?: string;
                /** @description rank: who may be asked first, then by score */
                sort?: "rank" | "score" | "name";
                /** @description Default: best first, or A to Z */
                order?: "asc" | "desc";
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
                            /** @description Place in the whole list, from 1 */
                            rank: number;
                            account: {
                                id: string;
                                external_id: string;
                                name: string;
                                industry: string | null;
                                plan: string | null;
                                mrr_minor: number;
                                currency: string;
                            };
                            /** @description Whom to ask; null when nobody is known */
                            person: {
                                id: string;
                                name: string | null;
                                email: string | null;
                                role: string | null;
                                title: string | null;
                                score: number | null;
                            } | null;
                            /** @description The channel they came from, and how that is known */
                            channel: {
                                name: string;
                                /** @enum {string} */
                                evidence: "first_touch" | "last_touch" | "imported" | "self_reported";
                            } | null;
                            /**
                             * @description The ask that fits
                             * @enum {string}
                             */
                            ask_kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                            reason_code: string;
                            reason: string;
                            /** @description What happened lately that makes this a good time, newest first */
                            moments: {
                                code: string;
                                at: string;
                                reason: string;
                            }[];
                            score: number;
                            base: number;
                            damper: number;
                            coverage: number;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                            blockers: {
                                code: string;
                                reason: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                            }[];
                            open_ask: {
                                id: string;
                                state: string;
                            } | null;
                            scored_at: string;
                            /** @description The facts are as of this instant */
                            data_at: string;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
                        /** @description Accounts by status, whatever the filter */
                        counts: {
                            ready: number;
                            almost: number;
                            not_now: number;
                            unknown: number;
                        };
                        /** @description False when no person is known at any account: nobody can be asked yet */
                        people_known: boolean;
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
                            id: string;
                            external_id: string;
                            name: string;
                            industry: string | null;
                            plan: string | null;
                            mrr_minor: number;
                            currency: string;
                        };
                        /** @description Whom to ask; null when nobody is known */
                        person: {
                            id: string;
                            name: string | null;
                            email: string | null;
                            role: string | null;
                            title: string | null;
                            score: number | null;
                        } | null;
                        /** @description The channel they came from, and how that is known */
                        channel: {
                            name: string;
                            /** @enum {string} */
                            evidence: "first_touch" | "last_touch" | "imported" | "self_reported";
                        } | null;
                        /**
                         * @description The ask that fits
                         * @enum {string}
                         */
                        ask_kind: "review" | "case_study" | "reference" | "referral" | "partnership";
                        reason_code: string;
                        reason: string;
                        /** @description What happened lately that makes this a good time, newest first */
                        moments: {
                            code: string;
                            at: string;
                            reason: string;
                        }[];
                        score: number;
                        base: number;
                        damper: number;
                        coverage: number;
                        /**
                         * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                         * @enum {string}
                         */
                        status: "ready" | "almost" | "not_now" | "unknown";
                        blockers: {
                            code: string;
                            reason: string;
                            /** @description What ends it */
                            lifts: string;
                            /** @description When time alone ends it */
                            lifts_at: string | null;
                            /** @enum {string} */
                            of: "account" | "person";
                        }[];
                        open_ask: {
                            id: string;
                            state: string;
                        } | null;
                        scored_at: string;
                        /** @description The facts are as of this instant */
                        data_at: string;
                        explanation: {
                            score: number;
                            base: number;
                            damper: number;
                            /** @description Why the damper takes something off */
                            friction: string | null;
                            coverage: number;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                            terms: {
                                code: string;
                                label: string;
                                /** @description Share of the base, after missing terms gave theirs to the others */
                                weight: number;
                                /** @description 0-100; null when not known */
                                value: number | null;
                                /** @description What it adds; the points sum to the base exactly */
                                points: number;
                                reason: string;
                            }[];
                            blockers: {
                                code: string;
                                reason: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                            }[];
                            /** @description What stands between the score and 90, largest first */
                            gaps: {
                                code: string;
                                missing_points: number;
                                advice: string;
                            }[];
                        };
                        people: {
                            score: number;
                            base: number;
                            damper: number;
                            /** @description Why the damper takes something off */
                            friction: string | null;
                            coverage: number;
                            /**
                             * @description ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known
                             * @enum {string}
                             */
                            status: "ready" | "almost" | "not_now" | "unknown";
                            terms: {
                                code: string;
                                label: string;
                                /** @description Share of the base, after missing terms gave theirs to the others */
                                weight: number;
                                /** @description 0-100; null when not known */
                                value: number | null;
                                /** @description What it adds; the points sum to the base exactly */
                                points: number;
                                reason: string;
                            }[];
                            blockers: {
                                code: string;
                                reason: string;
                                /** @description What ends it */
                                lifts: string;
                                /** @description When time alone ends it */
                                lifts_at: string | null;
                                /** @enum {string} */
                                of: "account" | "person";
                            }[];
                            /** @description What stands between the score and 90, largest first */
                            gaps: {
                                code: string;
                                missing_points: number;
                                advice: string;
                            }[];
                            person: {
                                id: string;
                                name: string | null;
                                email: string | null;
                                role: string | null;
                                title: string | null;
                            };
                        }[];
                        evidence: {
                            code: string;
                            sentence: string;
                            source: string;
                        }[];
                        /** @description Prepared; edit it in the ask */
                        invitation: {
                            subject: string;
                            body_text: string;
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
                            user_id: string;
                            email: string;
                            name: string;
                            /**
                             * @description What the person may do
                             * @enum {string}
                             */
                            role: "owner" | "manager" | "finance" | "viewer";
                            /** Format: date-time */
                            created_at: string;
                            /** @description To the hour; null before the first sign-in */
                            last_seen_at: string | null;
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
                        user_id: string;
                        email: string;
                        name: string;
                        /**
                         * @description What the person may do
                         * @enum {string}
                         */
                        role: "owner" | "manager" | "finance" | "viewer";
                        /** Format: date-time */
                        created_at: string;
                        /** @description To the hour; null before the first sign-in */
                        last_seen_at: string | null;
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
                        user_id: string;
                        email: string;
                        name: string;
                        /**
                         * @description What the person may do
                         * @enum {string}
                         */
                        role: "owner" | "manager" | "finance" | "viewer";
                        /** Format: date-time */
                        created_at: string;
                        /** @description To the hour; null before the first sign-in */
                        last_seen_at: string | null;
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
                        /**
                         * @description Always true: whether the address is known is not told
                         * @enum {boolean}
                         */
                        sent: true;
                        /** @description How long a link works */
                        minutes: number;
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
                        /**
                         * @description Who asks: a person of the company, a partner, or an API key
                         * @enum {string}
                         */
                        kind: "user" | "partner" | "key";
                        id: string;
                        name: string;
                        email: string | null;
                        /** @description null for an API key */
                        role: ("owner" | "manager" | "finance" | "viewer" | "partner") | null;
                        /** @description A partner's own id; null for everybody else */
                        partner_id: string | null;
                        /** @description Everything the caller may do */
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                        /** @description False while the person signs in by links only */
                        has_password: boolean;
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
                    /** @description The person's name */
                    name?: string;
                    /**
                     * Format: email
                     * @description E-mail address; upper and lower case are the same
                     */
                    email?: string;
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
                         * @description Who asks: a person of the company, a partner, or an API key
                         * @enum {string}
                         */
                        kind: "user" | "partner" | "key";
                        id: string;
                        name: string;
                        email: string | null;
                        /** @description null for an API key */
                        role: ("owner" | "manager" | "finance" | "viewer" | "partner") | null;
                        /** @description A partner's own id; null for everybody else */
                        partner_id: string | null;
                        /** @description Everything the caller may do */
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                        /** @description False while the person signs in by links only */
                        has_password: boolean;
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
                    /** @description A password of at least 10 characters */
                    password: string;
                    /** @description Needed when a password is already set */
                    current_password?: string;
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
    getV1Mails: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                /** @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again */
                state?: "queued" | "sent" | "kept" | "failed";
                /** @description `invitation`, `welcome`, `sign-in`, … */
                kind?: string;
                /** @description Part of the address, the name or the subject */
                q?: string;
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
                            id: string;
                            to_address: string;
                            to_name: string | null;
                            subject: string;
                            kind: string;
                            /** @description What the mail is about: `ask`, `partner`, … */
                            subject_kind: string | null;
                            subject_id: string | null;
                            /**
                             * @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again
                             * @enum {string}
                             */
                            state: "queued" | "sent" | "kept" | "failed";
                            /** @description What the mail server answered at the last failed try */
                            error: string | null;
                            attempts: number;
                            created_at: string;
                            sent_at: string | null;
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
                        /** @description False when no mail was ever handed to a mail server here */
                        delivers: boolean;
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
                        id: string;
                        to_address: string;
                        to_name: string | null;
                        subject: string;
                        kind: string;
                        /** @description What the mail is about: `ask`, `partner`, … */
                        subject_kind: string | null;
                        subject_id: string | null;
                        /**
                         * @description queued: waits for the job; sent: handed to the mail server; kept: shown here only, no mail server is configured or the address cannot exist; failed: will be tried again
                         * @enum {string}
                         */
                        state: "queued" | "sent" | "kept" | "failed";
                        /** @description What the mail server answered at the last failed try */
                        error: string | null;
                        attempts: number;
                        created_at: string;
                        sent_at: string | null;
                        body_text: string;
                        body_html: string | null;
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
                            id: string;
                            name: string;
                            /** @description The first characters of the key, to recognise it by */
                            prefix: string;
                            scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                            /** @description Who made it (us_…) */
                            created_by: string;
                            /** Format: date-time */
                            created_at: string;
                            expires_at: string | null;
                            /** @description To the minute; null when it was never used */
                            last_used_at: string | null;
                            revoked_at: string | null;
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
                    /** @description What the key is for */
                    name: string;
                    /** @description What the key may do */
                    scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "settings:read" | "track:write")[];
                    /** @description When the key ends by itself; never, when not given */
                    expires_at?: string | null;
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
                        name: string;
                        /** @description The first characters of the key, to recognise it by */
                        prefix: string;
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                        /** @description Who made it (us_…) */
                        created_by: string;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        /** @description To the minute; null when it was never used */
                        last_used_at: string | null;
                        revoked_at: string | null;
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
    getV1Audit: {
        parameters: {
            query?: {
                /** @description Which page, from 1 */
                page?: number;
                /** @description How many on a page */
                per_page?: number;
                /** @description Only about this kind of thing, such as account or payout */
                subject_kind?: string;
                /** @description Only about this one */
                subject_id?: string;
                /** @description Only what this person, key or part of the system did */
                actor_id?: string;
                /** @description Only this action, such as member.invited */
                action?: string;
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
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            actor_kind: "user" | "key" | "partner" | "system";
                            actor_id: string;
                            /** @description The person or key as named today; the id when it has no name */
                            actor_name: string;
                            action: string;
                            subject_kind: string;
                            subject_id: string;
                            detail: {
                                [key: string]: unknown;
                            };
                        }[];
                        total: number;
                        page: number;
                        per_page: number;
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
