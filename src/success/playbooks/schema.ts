import { z } from 'zod';
import { FEATURES } from '../churn/model.ts';
import { REFUSALS, RUN_STATES, TASK_STATES } from './model.ts';

const count = z.number().int();
const text = z.string();
const day = z.iso.date();
const share = z.number().nullable().describe('Churn risk over 90 days when it began, 0 to 1; null: there was none');

const step = z.strictObject({
  title: z.string().trim().min(1).max(120).describe('What is to be done'),
  after_days: z.number().int().min(0).max(365).describe('Due so many days after the start'),
  assignee: z
    .string()
    .max(40)
    .default('owner')
    .describe('owner: who owns the account, else who starts it; or a member (`us_…`)'),
  hint: z.string().trim().max(5000).default('').describe('What helps to do it, such as the words of a mail'),
});

export const playbookBody = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('Unique among playbooks that are not archived'),
  when_to_use: z.string().trim().max(500).default(''),
  answers: z
    .array(z.enum(FEATURES))
    .max(FEATURES.length)
    .default([])
    .describe('Reasons of the churn score it answers; it is offered first where one of them raises the risk'),
  steps: z.array(step).min(1).max(20),
});
export type PlaybookInput = z.output<typeof playbookBody>;

export const playbookView = z.object({
  id: text,
  name: text,
  when_to_use: text,
  answers: z.array(text),
  steps: z.array(z.object({ title: text, after_days: count, assignee: text, hint: text })),
  ready_made: z.boolean().describe('Came with the product and was not changed yet'),
  running: count.describe('Accounts it runs for now'),
  started: count.describe('Times it was ever started'),
  archived_at: text.nullable(),
});
export type PlaybookView = z.infer<typeof playbookView>;

export const idParams = z.object({ id: z.string().max(40) });
export const archivedQuery = z.object({
  archived: z.enum(['true', 'false']).default('false').describe('With archived ones'),
});

export const startBody = z.strictObject({
  account_ids: z.array(z.string().max(40)).min(1).max(200).describe('For whom it is started'),
});
export const startedView = z.object({
  started: z.array(z.object({ run_id: text, account_id: text, account_name: text, tasks: count })),
  refused: z.array(
    z.object({ account_id: text, account_name: text.nullable(), reason_code: z.enum(REFUSALS), reason: text }),
  ),
});
export type Started = z.infer<typeof startedView>;

const page = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
};

export const taskView = z.object({
  id: text,
  run_id: text,
  playbook: z.object({ id: text, name: text }),
  account: z.object({ id: text, name: text }),
  position: count,
  title: text,
  hint: text,
  assignee: z.object({ id: text, name: text }).nullable(),
  due_on: text,
  overdue: z.boolean().describe('Open, and due before today (UTC)'),
  state: z.enum(TASK_STATES).describe('dropped: the playbook was stopped before it was settled'),
  note: text.describe('What came of it, or why it was skipped'),
  minutes: count.nullable().describe('What it took; counts as a touch in what keeping the account costs'),
  settled_by: text.nullable(),
  settled_at: text.nullable(),
});
export type TaskView = z.infer<typeof taskView>;

const taskFilter = z.object({
  assignee: z.string().max(40).optional().describe('me, none, or a member (`us_…`)'),
  state: z
    .enum([...TASK_STATES, 'overdue'])
    .optional()
    .describe('overdue: open, and due before today'),
  account_id: z.string().max(40).optional(),
  playbook_id: z.string().max(40).optional(),
  q: z.string().trim().min(1).max(200).optional().describe('Found in the task, the account or the playbook'),
});
export const taskQuery = taskFilter.extend(page);
export const taskExportQuery = taskFilter;
export type TaskFilter = z.infer<typeof taskFilter>;
export type TaskQuery = z.infer<typeof taskQuery>;
export const taskPage = z.object({ items: z.array(taskView), total: count, page: count, per_page: count });

const note = z.string().trim().max(2000);
export const doneBody = z
  .strictObject({
    note: note.optional().describe('What came of it'),
    minutes: z.number().int().min(0).max(6000).optional().describe('What it took'),
  })
  .nullish();
export const skipBody = z.strictObject({ reason: note.min(1).describe('Why it is not done') });
export const stopBody = z.strictObject({ reason: note.min(1).describe('Why it is stopped') });
export const changeTaskBody = z.strictObject({
  assignee_id: z.string().max(40).nullable().optional().describe('A member (`us_…`), or null for nobody'),
  due_on: day.optional(),
});
export type TaskChange = z.output<typeof changeTaskBody>;

export const runView = z.object({
  id: text,
  playbook: z.object({ id: text, name: text }),
  account: z.object({ id: text, name: text }),
  state: z.enum(RUN_STATES),
  risk: share,
  started_by: text,
  started_at: text,
  ended_by: text.nullable(),
  ended_at: text.nullable(),
  stop_reason: text.nullable(),
  tasks: count,
  open: count,
  overdue: count,
  next_due_on: text.nullable(),
});
export type RunView = z.infer<typeof runView>;
export const runQuery = z.object({
  ...page,
  account_id: z.string().max(40).optional(),
  playbook_id: z.string().max(40).optional(),
  state: z.enum(RUN_STATES).optional(),
});
export type RunQuery = z.infer<typeof runQuery>;
export const runPage = z.object({ items: z.array(runView), total: count, page: count, per_page: count });
