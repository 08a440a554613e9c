import { z } from 'zod';
import { ASK_KINDS, CHANNEL_EVIDENCE, READINESS_STATUS } from './model.ts';

export const advocateQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  status: z.enum(READINESS_STATUS).optional().describe('Only accounts in this state'),
  ask_kind: z.enum(ASK_KINDS).optional().describe('Only accounts for which this ask fits'),
  q: z.string().max(200).optional().describe('Part of the name of the account or the person'),
  sort: z.enum(['rank', 'score', 'name']).default('rank').describe('rank: who may be asked first, then by score'),
  order: z.enum(['asc', 'desc']).optional().describe('Default: best first, or A to Z'),
});
export type AdvocateQuery = z.infer<typeof advocateQuery>;

const status = z
  .enum(READINESS_STATUS)
  .describe(
    'ready: 70 and more; almost: 50 to 70; not_now: a reason stands against it, or below 50; unknown: too little is known',
  );

export const blocker = z.object({
  code: z.string(),
  reason: z.string(),
  lifts: z.string().describe('What ends it'),
  lifts_at: z.string().nullable().describe('When time alone ends it'),
  of: z.enum(['account', 'person']),
});
export type Blocker = z.infer<typeof blocker>;

const moment = z.object({ code: z.string(), at: z.string(), reason: z.string() });

export const nomination = z.object({
  rank: z.number().int().describe('Place in the whole list, from 1'),
  account: z.object({
    id: z.string(),
    external_id: z.string(),
    name: z.string(),
    industry: z.string().nullable(),
    plan: z.string().nullable(),
    mrr_minor: z.number().int(),
    currency: z.string(),
  }),
  person: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role: z.string().nullable(),
      title: z.string().nullable(),
      score: z.number().nullable(),
    })
    .nullable()
    .describe('Whom to ask; null when nobody is known'),
  channel: z
    .object({ name: z.string(), evidence: z.enum(CHANNEL_EVIDENCE) })
    .nullable()
    .describe('The channel they came from, and how that is known'),
  ask_kind: z.enum(ASK_KINDS).describe('The ask that fits'),
  reason_code: z.string(),
  reason: z.string(),
  moments: z.array(moment).describe('What happened lately that makes this a good time, newest first'),
  score: z.number(),
  base: z.number(),
  damper: z.number(),
  coverage: z.number(),
  status,
  blockers: z.array(blocker),
  open_ask: z.object({ id: z.string(), state: z.string() }).nullable(),
  last_ask: z
    .object({
      id: z.string(),
      state: z.string(),
      person_id: z.string(),
      person_name: z.string().nullable(),
      sentence: z.string().describe('What came of it, and why somebody else is named now where that is so'),
    })
    .nullable()
    .describe('The newest invitation to anybody at the account that was not cancelled'),
  held_back: z.boolean().describe('Kept back by chance, to tell what asking brings'),
  scored_at: z.string(),
  data_at: z.string().describe('The facts are as of this instant'),
});
export type NominationItem = z.infer<typeof nomination>;

export const advocatePage = z.object({
  items: z.array(nomination),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
  counts: z
    .object({ ready: z.number().int(), almost: z.number().int(), not_now: z.number().int(), unknown: z.number().int() })
    .describe('Accounts by status, whatever the filter'),
  people_known: z.boolean().describe('False when no person is known at any account: nobody can be asked yet'),
});

const term = z.object({
  code: z.string(),
  label: z.string(),
  weight: z.number().describe('Share of the base, after missing terms gave theirs to the others'),
  value: z.number().nullable().describe('0-100; null when not known'),
  points: z.number().describe('What it adds; the points sum to the base exactly'),
  reason: z.string(),
});

const gap = z.object({ code: z.string(), missing_points: z.number(), advice: z.string() });

const explained = z.object({
  score: z.number(),
  base: z.number(),
  damper: z.number(),
  friction: z.string().nullable().describe('Why the damper takes something off'),
  coverage: z.number(),
  status,
  terms: z.array(term),
  blockers: z.array(blocker),
  gaps: z.array(gap).describe('What stands between the score and 90, largest first'),
});

export const advocateDetail = nomination.omit({ rank: true }).extend({
  explanation: explained,
  people: z.array(
    explained.extend({
      person: z.object({
        id: z.string(),
        name: z.string().nullable(),
        email: z.string().nullable(),
        role: z.string().nullable(),
        title: z.string().nullable(),
      }),
    }),
  ),
  evidence: z.array(z.object({ code: z.string(), sentence: z.string(), source: z.string() })),
  invitation: z.object({ subject: z.string(), body_text: z.string() }).describe('Prepared; edit it in the ask'),
});
export type AdvocateDetail = z.infer<typeof advocateDetail>;
export type AdvocatePage = z.infer<typeof advocatePage>;
export type Explained = z.infer<typeof explained>;
