import type { IsoDate } from '../../kernel/time.ts';

/** Who does a step: the account's owner, where a member of the team has that name or address, else whoever starts it; or a member. */
export const OWNER = 'owner';

/** One step: due so many days after the start; `hint` is what helps to do it, such as the words of a mail. */
export type Step = { title: string; after_days: number; assignee: string; hint: string };

export type Playbook = {
  id: string;
  name: string;
  when_to_use: string;
  /** Reasons of the churn score it answers: `usage_trend`. */
  answers: string[];
  steps: Step[];
  created_by: string;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
};

/** Three that come with the product; each is kept as one's own once it is changed or started. */
export const READY = [
  {
    id: 'pl_ready_usage',
    key: 'usage',
    answers: ['usage_trend', 'days_since_use', 'active_days', 'events_per_seat', 'features_used'],
    days: [0, 3, 7, 21],
  },
  {
    id: 'pl_ready_unhappy',
    key: 'unhappy',
    answers: ['sentiment', 'tickets', 'open_severity_1', 'reopened', 'hours_to_resolve'],
    days: [0, 2, 10, 30],
  },
  {
    id: 'pl_ready_renewal',
    key: 'renewal',
    answers: ['mrr_change', 'overdue_invoices', 'people_heard'],
    days: [0, 7, 14, 30],
  },
] as const;

export const RUN_STATES = ['running', 'finished', 'stopped'] as const;
export type RunState = (typeof RUN_STATES)[number];

export type Run = {
  id: string;
  playbook_id: string;
  account_id: string;
  state: RunState;
  /** The churn risk over `RISK_DAYS` when it began; null where the account had none. */
  risk: number | null;
  started_by: string;
  started_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  stop_reason: string | null;
};

/** dropped: its playbook was stopped before it was settled. */
export const TASK_STATES = ['open', 'done', 'skipped', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export type Task = {
  id: string;
  run_id: string;
  position: number;
  title: string;
  hint: string;
  assignee_id: string | null;
  due_on: IsoDate;
  state: TaskState;
  /** What came of it, or why it was skipped. */
  note: string;
  minutes: number | null;
  settled_by: string | null;
  settled_at: Date | null;
};

/** The horizon of the churn risk a run is measured against. */
export const RISK_DAYS = 90;

export const REFUSALS = ['runs_already', 'not_known', 'merged'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a step asks of whom, before its run is kept. */
export type Planned = Pick<Task, 'position' | 'title' | 'hint' | 'assignee_id' | 'due_on'>;
