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
                        /** @description Gross margin in basis points (8000 = 80 %) */
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
                    /** @description Gross margin in basis points (8000 = 80 %) */
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
                        /** @description Gross margin in basis points (8000 = 80 %) */
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
                            scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
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
                    scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "settings:read" | "track:write")[];
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
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
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
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
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
                        scopes: ("customers:read" | "customers:write" | "imports:write" | "success:read" | "success:write" | "advocates:read" | "advocates:write" | "programmes:read" | "programmes:write" | "partners:read" | "partners:write" | "money:read" | "money:write" | "payouts:write" | "payouts:approve" | "settings:read" | "settings:write" | "track:write" | "portal:read" | "portal:write")[];
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
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
                            /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
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
                        }[];
                        currency: string;
                    };
                };
            };
            /** @description A refusal, as problem+json (RFC 9457) */
            default: {
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
                            accounts: number;
                            churn_share: {
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                events: number | null;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                flags: number | null;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                subscriptions: number | null;
                            };
                            churned: {
                                events: number | null;
                                flags: number | null;
                                subscriptions: number | null;
                            };
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
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
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
                                /** @description minor: minor units of the currency; ratio: 0.25 is 25 %; null: see the reason */
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
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
                                logo_retention: number | null;
                                /** @description Months after the first one, which is 0 */
                                months: number;
                                /** @description Minor units of `currency` */
                                mrr_minor: number;
                                /** @description 0.25 is 25 %; null when there is nothing to divide by */
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
}
