import { AppError, invalidField } from '../../kernel/errors.ts';
import { addDaysToDate, type IsoDate } from '../../kernel/time.ts';
import {
  OWNER,
  type Planned,
  type Refusal,
  type Run,
  type RunState,
  type Step,
  type Task,
  type TaskState,
} from './model.ts';

/** The tasks of a playbook that starts on day `on`. `owner`: the member who owns the account; `starter`: the member who starts it. */
export function planTasks(
  steps: readonly Step[],
  { on, owner, starter }: { on: IsoDate; owner: string | null; starter: string | null },
): Planned[] {
  return steps.map(({ title, hint, assignee, after_days }, at) => ({
    position: at + 1,
    title,
    hint,
    assignee_id: assignee === OWNER ? (owner ?? starter) : assignee,
    due_on: addDaysToDate(on, after_days),
  }));
}

/** A run is over when nothing of it is open. */
export function runStateOf(tasks: readonly Pick<Task, 'state'>[]): Exclude<RunState, 'stopped'> {
  return tasks.some(({ state }) => state === 'open') ? 'running' : 'finished';
}

/** Whether a playbook may be started for an account now; the reason when not. */
export function refuseStart(account: { merged_into_id: string | null } | undefined): Refusal | undefined {
  if (!account) return 'not_known';
  return account.merged_into_id === null ? undefined : 'merged';
}

/** @throws 409 when the task is settled otherwise already, or its playbook was stopped */
export function checkSettle(task: Pick<Task, 'state'>, run: Pick<Run, 'state'>): void {
  if (run.state === 'stopped') throw stopped();
  if (task.state !== 'open')
    throw new AppError('conflict', `This task is ${task.state} already.`, {
      state: task.state,
      hint: 'Open it again first.',
    });
}

/** @throws 409 for a task of a stopped run, which goes on as a whole or not at all */
export function checkReopen(task: Pick<Task, 'state'>, run: Pick<Run, 'state'>): void {
  if (run.state === 'stopped') throw stopped();
  const settled: TaskState[] = ['done', 'skipped'];
  if (!settled.includes(task.state)) throw new AppError('conflict', `This task is ${task.state}.`);
}

function stopped(): AppError {
  return new AppError('conflict', 'This playbook was stopped for the account.', { hint: 'Let it go on first.' });
}

/** @throws 422 when a step goes to somebody who is not of the team */
export function checkAssignees(steps: readonly Step[], members: ReadonlySet<string>): void {
  const at = steps.findIndex(({ assignee }) => assignee !== OWNER && !members.has(assignee));
  if (at >= 0)
    throw invalidField(`steps[${at}].assignee`, 'Nobody of the team has this id.', 'Name a member, or say owner.');
}
