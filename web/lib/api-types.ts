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
