import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCompany } from '../../src/customers/company/service.ts';
import { mergeAccounts } from '../../src/flows/merge-accounts.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { AT, makeCompany } from './advocate-company.fixture.ts';

const DAY = 86_400_000;
type Task = { id: string; title: string; state: string; due_on: string; overdue: boolean; assignee: object | null };

describe('playbooks', () => {
  const clock = settableClock(AT);
  let door: TestApp;
  let manager: Record<string, string>;
  let viewer: Record<string, string>;
  let me: string;
  beforeAll(async () => {
    door = await openTestApp({ clock });
    manager = await door.memberHeaders('manager', 'mira@example.com');
    viewer = await door.memberHeaders('viewer');
    me = (await ask('GET', '/me')).body.id;
    const { db } = door.product.database;
    await makeCompany(door.product.systemCtx('test'));
    await db.updateTable('accounts').set({ owner_name: 'MIRA@example.com' }).where('id', '=', 'ac_b').execute();
    const model = {
      id: 'ch_x',
      horizon_days: 90,
      outcome: 'predicts',
      card: '{}',
      is_active: true,
      trained_by: 'test',
    };
    await db
      .insertInto('churn_models')
      .values({ ...model, trained_at: AT })
      .execute();
    const risk = { horizon_days: 90, model_id: 'ch_x', risk: 0.4, level: 'high', currency: 'EUR', mrr_minor: 10_000 };
    const contributions = JSON.stringify({ base: 0, parts: [], rest: 0 });
    await db
      .insertInto('churn_risks')
      .values(
        ['ac_a', 'ac_b'].map((account_id) => ({ ...risk, account_id, contributions, data_at: AT, scored_at: AT })),
      )
      .execute();
  });
  afterAll(() => door.close());

  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    as = manager,
  ) => {
    const answer = await door.app.inject({ method, url: `/v1${url}`, headers: as, payload });
    const isJson = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: isJson ? JSON.parse(answer.body) : answer.body };
  };
  const tasksOf = async (account: string, more = '') =>
    (await ask('GET', `/tasks?account_id=${account}${more}`)).body.items as Task[];
  const start = (id: string, ...account_ids: string[]) => ask('POST', `/playbooks/${id}/runs`, { account_ids });

  it('come three with the product, and are kept as one’s own once they are changed', async () => {
    const before = (await ask('GET', '/playbooks')).body.items;
    expect(before.map(({ name, ready_made }: { name: string; ready_made: boolean }) => [name, ready_made])).toEqual([
      ['Renewal is near and doubtful', true],
      ['Unhappy: bad answers or many tickets', true],
      ['Usage fell', true],
    ]);
    clock.advance(1000);
    const { name, when_to_use, answers, steps } = before[0];
    const body = { name, when_to_use, answers, steps: [{ ...steps[0], title: 'Count what they got' }] };
    expect((await ask('PUT', `/playbooks/${before[0].id}`, body)).body).toMatchObject({
      ready_made: false,
      steps: [{ title: 'Count what they got', assignee: 'owner' }],
    });
    expect((await ask('GET', '/playbooks')).body.items).toHaveLength(3);
    expect((await ask('PUT', `/playbooks/${before[0].id}`, { ...body, name: 'usage FELL' })).body).toMatchObject({
      status: 409,
      field: 'name',
    });
    const nobody = { ...body, name: 'Other', steps: [{ title: 'x', after_days: 0, assignee: 'us_nobody' }] };
    expect(await ask('POST', '/playbooks', nobody)).toMatchObject({
      status: 422,
      body: { field: 'steps[0].assignee' },
    });
    expect((await ask('POST', '/playbooks', body, viewer)).status).toBe(403);
  });

  it('are started for several accounts at once; a second start is refused with the reason', async () => {
    const { body } = await start('pl_ready_usage', 'ac_a', 'ac_b', 'ac_nobody', 'ac_a');
    expect(
      body.started.map(({ account_id, tasks }: { account_id: string; tasks: number }) => [account_id, tasks]),
    ).toEqual([
      ['ac_a', 4],
      ['ac_b', 4],
    ]);
    expect(body.refused).toMatchObject([{ account_id: 'ac_nobody', reason_code: 'not_known' }]);
    expect((await start('pl_ready_usage', 'ac_a')).body).toMatchObject({
      started: [],
      refused: [{ reason_code: 'runs_already', reason: 'This playbook runs for the account already.' }],
    });
    const [first] = await tasksOf('ac_b');
    expect(first).toMatchObject({ due_on: '2026-03-01', overdue: false, assignee: { id: me } });
    expect((await ask('GET', '/playbook-runs?account_id=ac_a')).body.items).toMatchObject([
      { state: 'running', risk: 0.4, tasks: 4, open: 4 },
    ]);
  });

  it('show on the at-risk list who is being looked after', async () => {
    await start('pl_ready_unhappy', 'ac_b');
    const risks = async (query: string) =>
      (await ask('GET', `/churn/risks?sort=name&order=asc&${query}`)).body.items.map(
        ({ account_id, care }: { account_id: string; care: { playbooks: string[]; open: number } | null }) => [
          account_id,
          care?.playbooks,
          care?.open,
        ],
      );
    expect(await risks('looked_after=yes')).toEqual([
      ['ac_a', ['Usage fell'], 4],
      ['ac_b', ['Usage fell', 'Unhappy: bad answers or many tickets'], 8],
    ]);
    expect(await risks('looked_after=no')).toEqual([]);
    expect((await ask('GET', '/churn/risks.csv')).body).toContain('"Usage fell, Unhappy: bad answers or many tickets"');
  });

  it('make tasks that are overdue first, mine alone when I ask, and the same as CSV', async () => {
    clock.advance(5 * DAY);
    const mine = (await ask('GET', '/tasks?assignee=me')).body;
    expect(mine.total).toBe(12);
    expect(mine.items.map(({ overdue }: Task) => overdue).slice(0, 6)).toEqual([true, true, true, true, true, true]);
    expect(mine.items.map(({ due_on }: Task) => due_on)).toEqual(
      mine.items.map(({ due_on }: Task) => due_on).toSorted(),
    );
    expect((await ask('GET', '/tasks?assignee=me&state=overdue')).body.total).toBe(6);
    expect((await ask('GET', '/tasks?assignee=none')).body.total).toBe(0);
    expect((await ask('GET', '/tasks?q=champion')).body.total).toBe(2);
    expect((await ask('GET', '/tasks.csv?account_id=ac_a')).body.trim().split('\n')).toHaveLength(5);
  });

  it('let a task be done with a note, skipped with a reason, given away, moved, and all of it taken back', async () => {
    const [one, two] = (await tasksOf('ac_a')) as [Task, Task];
    const done = await ask('POST', `/tasks/${one.id}/done`, { note: 'The admin left.', minutes: 90 });
    expect(done.body).toMatchObject({
      state: 'done',
      note: 'The admin left.',
      minutes: 90,
      settled_by: me,
      overdue: false,
    });
    expect((await ask('POST', `/tasks/${one.id}/skip`, { reason: 'x' })).status).toBe(409);
    expect((await ask('POST', `/tasks/${two.id}/skip`, {})).status).toBe(422);
    expect((await ask('POST', `/tasks/${two.id}/skip`, { reason: 'On holiday' })).body.state).toBe('skipped');
    expect((await ask('POST', `/tasks/${two.id}/reopen`)).body).toMatchObject({ state: 'open', note: '' });
    const moved = await ask('PATCH', `/tasks/${two.id}`, { due_on: '2026-04-01', assignee_id: null });
    expect(moved.body).toMatchObject({ due_on: '2026-04-01', assignee: null, overdue: false });
    expect((await ask('PATCH', `/tasks/${two.id}`, { assignee_id: 'us_nobody' })).status).toBe(422);
    expect((await ask('POST', `/tasks/${two.id}/done`, undefined, viewer)).status).toBe(403);
  });

  it('end with the last task, and begin again when it is opened again', async () => {
    for (const { id } of await tasksOf('ac_a', '&state=open')) await ask('POST', `/tasks/${id}/done`);
    const run = async () => (await ask('GET', '/playbook-runs?account_id=ac_a')).body.items[0];
    expect(await run()).toMatchObject({ state: 'finished', open: 0, ended_by: me });
    const [last] = await tasksOf('ac_a');
    await ask('POST', `/tasks/${last?.id}/reopen`);
    expect(await run()).toMatchObject({ state: 'running', open: 1, ended_at: null });
  });

  it('can be stopped with a reason and go on, unless they were started anew', async () => {
    const { id } = (await ask('GET', '/playbook-runs?account_id=ac_a')).body.items[0];
    expect((await ask('POST', `/playbook-runs/${id}/stop`, {})).status).toBe(422);
    const stopped = await ask('POST', `/playbook-runs/${id}/stop`, { reason: 'They signed for two years' });
    expect(stopped.body).toMatchObject({ state: 'stopped', open: 0, stop_reason: 'They signed for two years' });
    const [dropped] = await tasksOf('ac_a', '&state=dropped');
    expect((await ask('POST', `/tasks/${dropped?.id}/done`)).status).toBe(409);
    expect((await ask('POST', `/playbook-runs/${id}/resume`)).body).toMatchObject({ state: 'running', open: 1 });
    await ask('POST', `/playbook-runs/${id}/stop`, { reason: 'Again' });
    expect((await start('pl_ready_usage', 'ac_a')).body.started).toHaveLength(1);
    expect((await ask('POST', `/playbook-runs/${id}/resume`)).status).toBe(409);
  });

  it('put away are started no more, and can be taken back', async () => {
    expect((await ask('POST', '/playbooks/pl_ready_renewal/archive')).body.archived_at).not.toBeNull();
    expect((await start('pl_ready_renewal', 'ac_c')).status).toBe(409);
    expect((await ask('GET', '/playbooks')).body.items).toHaveLength(2);
    await ask('POST', '/playbooks/pl_ready_renewal/restore');
    expect((await start('pl_ready_renewal', 'ac_c')).body.started).toHaveLength(1);
  });

  it('say that it cannot be known yet whether accounts stayed that would have left', async () => {
    const early = (await ask('GET', '/playbooks/pl_ready_usage/results')).body;
    expect(early).toMatchObject({ status: 'too_early', accounts: 0, stayed: null, left_out: { too_young: 2 } });
    clock.advance(91 * DAY);
    const { db } = door.product.database;
    // Something has to happen, or the data ends here.
    const seen = {
      source: 'test',
      status: 'solved',
      priority: 'low',
      reopened_count: 0,
      created_at: AT,
      updated_at: AT,
    };
    await db
      .insertInto('tickets')
      .values({ id: 'tk_new', account_id: 'ac_f', external_id: 'new', opened_at: clock.now(), ...seen })
      .execute();
    const late = (await ask('GET', '/playbooks/pl_ready_usage/results')).body;
    expect(late).toMatchObject({ status: 'too_early', accounts: 2, left_out: { too_young: 0 } });
    expect(late.sentence).toBe(
      'Cannot be known yet: 2 accounts have been watched for 90 days since this playbook began for them; at least 20 are needed.',
    );
  });

  it('stand in the account’s history beside calls and meetings that were logged', async () => {
    const call = { kind: 'call', happened_on: '2026-05-20', minutes: 30, note: 'Asked about prices' };
    const { status, body } = await ask('POST', '/accounts/ac_a/touches', call);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...call, logged_by: me });
    const future = await ask('POST', '/accounts/ac_a/touches', { ...call, happened_on: '2026-09-01' });
    expect(future).toMatchObject({ status: 422, body: { field: 'happened_on' } });
    expect((await ask('POST', '/accounts/ac_nobody/touches', call)).status).toBe(404);
    const { items } = (await ask('GET', '/accounts/ac_a/care')).body;
    expect(items[0]).toMatchObject({ what: 'touch', at: '2026-05-20', kind: 'call', minutes: 30 });
    const kinds = items.map(({ what }: { what: string }) => what);
    expect(kinds.filter((what: string) => what === 'run_started')).toHaveLength(2);
    expect(kinds.filter((what: string) => what === 'task_done')).toHaveLength(3);
    expect(kinds).toContain('run_stopped');
  });

  it('count in what keeping the account costs, by their minutes, once an hour has a cost', async () => {
    const ctx = door.product.systemCtx('test');
    const settings = { name: 'Nimbus', reporting_currency: 'EUR', simulated: false };
    await saveCompany(ctx, { ...settings, success_hourly_cost_minor: 6000 });
    const cost = async (account: string) =>
      (await ask('GET', `/accounts/${account}`)).body.metrics.find(({ key }: { key: string }) => key === 'crc_account');
    const before = await cost('ac_a');
    const [task] = await tasksOf('ac_a', '&state=open');
    await ask('POST', `/tasks/${task?.id}/done`, { minutes: 90 });
    expect((await cost('ac_a')).value - before.value).toBe(9000);
    await ask('POST', `/tasks/${task?.id}/reopen`);
    expect((await cost('ac_a')).value).toBe(before.value);
    const second = { kind: 'visit', happened_on: '2026-05-21', minutes: 60 };
    const { body } = await ask('POST', '/accounts/ac_a/touches', second);
    expect((await cost('ac_a')).value - before.value).toBe(6000);
    expect((await ask('DELETE', `/touches/${body.id}`)).status).toBe(204);
    expect((await cost('ac_a')).value).toBe(before.value);
  });

  it('follow an account that is merged into another; what runs for both is stopped for the one that goes', async () => {
    const ctx = door.product.systemCtx('test');
    await mergeAccounts(ctx, 'ac_b', { into: 'ac_a', reason: 'One company' });
    const runs = (await ask('GET', '/playbook-runs?account_id=ac_a')).body.items;
    expect(runs.map(({ state }: { state: string }) => state)).toEqual(['running', 'running', 'stopped', 'stopped']);
    expect((await ask('GET', '/playbook-runs?account_id=ac_b')).body.total).toBe(0);
    expect((await start('pl_ready_usage', 'ac_b')).body.refused).toMatchObject([{ reason_code: 'merged' }]);
  });

  it('leave words in the audit log', async () => {
    const { items } = (await ask('GET', '/audit?per_page=200')).body;
    const actions = new Set(items.map(({ action }: { action: string }) => action));
    for (const action of ['playbook.start', 'playbook.stop', 'playbook.resume', 'playbook.finish', 'task.done'])
      expect(actions).toContain(action);
    expect(JSON.stringify(items)).not.toContain('actions.task');
  });
});
