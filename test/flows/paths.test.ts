import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followAccounts } from '../../src/flows/follow-path.ts';
import { runPathSearch, searchPaths } from '../../src/flows/search-paths.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { earlyActions } from '../../src/reports/paths/actions.ts';
import { accountPath } from '../../src/reports/paths/standings.ts';
import { saveOutcomeRule } from '../../src/success/outcome/service.ts';
import { cancelSearch, getSearch, startSearch } from '../../src/success/paths/service.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { date, insertAll, loadCompany, NOW, PATH } from './path-company.fixture.ts';

describe('a company whose customers succeed along a path', () => {
  let door: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    door = await openTestApp({ clock: settableClock(NOW) });
    headers = await door.keyHeaders();
    await loadCompany(door.product.database.db);
    const stays = { condition: 'retained', at_least: null, missing: 'cannot_tell' } as const;
    await saveOutcomeRule(ctx(), { rule: { day: 90, start: 'signed_up', conditions: [stays] }, reason: 'who stays' });
  });
  afterAll(() => door.close());

  const ctx = () => door.product.systemCtx('test');
  const call = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
    const answer = await door.app.inject({ method, url: `/v1${url}`, headers, ...(payload ? { payload } : {}) });
    const isJson = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: isJson ? JSON.parse(answer.body) : answer.body };
  };

  it('is told to look first', async () => {
    const { body } = await call('GET', '/paths');
    expect(body).toMatchObject({ status: 'unsearched', best: null, paths: [], followed: null, search: null });
    expect(body.needed).toEqual(['Look for paths; it takes a minute.']);
    expect((await call('GET', '/paths/standings')).body).toMatchObject({ items: [], total: 0 });
    expect((await call('GET', '/accounts/ac_1/path')).body).toMatchObject({ path: null, standing: null });
    expect((await call('DELETE', '/paths/followed')).status).toBe(404);
  });

  it('finds it by a job that tells how far it is, one at a time', async () => {
    const started = await call('POST', '/paths/searches', {});
    expect(started).toMatchObject({ status: 202, body: { state: 'waiting', landmark_day: 30 } });
    expect((await call('POST', '/paths/searches', {})).status).toBe(409);
    await runPathSearch(ctx(), started.body.id);
    expect((await call('GET', `/paths/searches/${started.body.id}`)).body).toMatchObject({
      state: 'done',
      progress: 1,
    });
    expect((await call('POST', `/paths/searches/${started.body.id}/cancel`)).status).toBe(409);
    const { body } = await call('GET', '/paths');
    expect(body.status).toBe('found');
    expect(body.best.path.steps.map(({ action }: { action: string }) => action)).toEqual([
      'use:1:routes',
      'use:1:invoicing',
      'use:1:reports',
    ]);
    expect(body.sentence).toMatch(
      /^Customers who did this in order before day 30 succeed more often: \d+% of \d+, against/,
    );
    expect(body.best.path).toMatchObject({ confirmed: true, redundant: false });
    expect(body.best.flow[2].reached).toBe(body.best.path.n_with);
    expect(body.basis).toMatchObject({ outcome_day: 90, accounts: 232 });
    expect(body.limits.join(' ')).toContain('no proof that it makes customers succeed');
    expect(body.limits.join(' ')).toContain('8 who had left by then are not counted');
  });

  it('counts what was done before the landmark and nothing later', async () => {
    const accounts = [{ account_id: 'ac_0', started_on: date(0) }];
    const read = async (before: number) =>
      (await earlyActions(ctx(), { accounts, before, until: '2026-07-01' })).get('ac_0');
    const [early, whole] = [await read(30), await read(365)];
    expect(early?.done.map(({ action }) => action)).not.toContain('use:1:late');
    expect(whole?.done.map(({ action }) => action)).toContain('use:1:late');
    const result = await searchPaths(ctx(), { landmark_day: 30, gap_days: 30, seed: 1 });
    await ctx().db.updateTable('usage_daily').set({ feature: 'even later' }).where('feature', '=', 'late').execute();
    expect(await searchPaths(ctx(), { landmark_day: 30, gap_days: 30, seed: 1 })).toEqual(result);
  });

  it('can be told to stop, and keeps what was found', async () => {
    const before = (await call('GET', '/paths')).body.basis;
    const search = await startSearch(ctx(), { landmark_day: 30, gap_days: 30, seed: 2 });
    await cancelSearch(ctx(), search.id);
    await runPathSearch(ctx(), search.id);
    expect((await getSearch(ctx(), search.id)).state).toBe('cancelled');
    expect((await call('GET', '/paths')).body.basis).toEqual(before);
  });

  it('says what is missing when the landmark lies too late', async () => {
    const search = await startSearch(ctx(), { landmark_day: 60, gap_days: 30, seed: 1 });
    await runPathSearch(ctx(), search.id);
    const { body } = await call('GET', '/paths');
    expect(body).toMatchObject({ status: 'landmark_too_late', best: null });
    expect(body.needed[0]).toContain('An earlier day');
  });

  it('follows a path by versions and says how far everybody is', async () => {
    const steps = PATH.map((feature, at) => ({ action: `use:1:${feature}`, due_day: 5 + at * 8 }));
    expect((await call('PUT', '/paths/followed', { name: 'x', steps: [...steps, steps[0]] })).body).toMatchObject({
      field: 'steps[3].action',
    });
    expect((await call('PUT', '/paths/followed', { name: 'x', steps: [{ action: 'dance', due_day: 1 }] })).status).toBe(
      422,
    );
    await call('PUT', '/paths/followed', { name: 'First', steps: steps.slice(0, 1) });
    const second = await call('PUT', '/paths/followed', { name: 'Onboarding', steps });
    expect(second.body).toMatchObject({ version: 2, is_active: true });
    const followed = await followAccounts(ctx());
    expect(followed?.accounts).toBeGreaterThan(80);
    expect(await followAccounts(ctx())).toMatchObject({ changed: 0 });
    const { body } = await call('GET', '/paths/standings?per_page=200');
    expect(body.total).toBe(followed?.accounts);
    const done = body.items.find(({ standing }: { standing: string }) => standing === 'done');
    expect(done.sentence).toBe('Every step of the path is done.');
    expect((await call('GET', '/paths/standings?standing=missed')).body.items[0].sentence).toMatch(
      /first 30 days are over/,
    );
    expect((await call('GET', `/accounts/${done.account_id}/path`)).body).toMatchObject({
      path: { name: 'Onboarding' },
      standing: { standing: 'done', done_count: 3 },
    });
    const { body: outlook } = await call('GET', '/paths');
    expect(outlook).toMatchObject({ followed: { version: 2 }, versions: [{ version: 1, is_active: false }] });
  });

  it('tells whose customers walk it, and says of a newcomer when the next step is due', async () => {
    const db = ctx().db;
    const { rows } = await sql<{ account_id: string; standing: string }>`
      select account_id, standing from path_standings order by account_id limit 6`.execute(db);
    const stamp = { created_at: NOW, updated_at: NOW };
    await insertAll(db, 'partners', [
      {
        ...stamp,
        id: 'pa_1',
        kind: 'agency',
        name: 'Pinemarch',
        email: 'a@b.example',
        email_normalised: 'a@b.example',
        state: 'approved',
        categories: [],
      },
    ]);
    await insertAll(db, 'programmes', [
      {
        ...stamp,
        id: 'pr_1',
        slug: 'p',
        name: 'P',
        template: 'x',
        state: 'draft',
        currency: 'USD',
        zone: 'UTC',
        attribution: {},
        audience: '',
        visibility: 'public',
        gates: [],
      },
    ]);
    await insertAll(
      db,
      'bindings',
      rows.map(({ account_id }) => ({
        id: `bd_${account_id}`,
        account_id,
        programme_id: 'pr_1',
        partner_id: 'pa_1',
        rule: 'R4',
        bound_at: NOW,
        effective_at: NOW,
      })),
    );
    const { body } = await call('GET', '/paths/partners');
    expect(body.items).toMatchObject([{ partner_name: 'Pinemarch', customers: 6 }]);
    expect(body.all.customers).toBe(body.without_partner.customers + 6);
    expect((await call('GET', '/paths/standings?partner_id=pa_1')).body.total).toBe(6);
    const brought = rows[0]?.account_id ?? '';
    const success = { ...ctx(), scopes: new Set(['success:read'] as const) };
    expect((await accountPath(ctx(), brought)).standing?.partner_name).toBe('Pinemarch');
    expect((await accountPath(success, brought)).standing).toMatchObject({ partner_id: null, partner_name: null });
    await insertAll(db, 'accounts', [
      {
        id: 'ac_new',
        source: 'seeded',
        external_id: 'new',
        name: 'New',
        attributes: {},
        signed_up_at: '2026-06-28',
        ...stamp,
      },
    ]);
    await insertAll(db, 'subscriptions', [
      {
        id: 'sb_new',
        source: 'seeded',
        external_id: 'new',
        account_id: 'ac_new',
        interval_count: 1,
        currency: 'USD',
        mrr_minor: 1,
        is_trial: false,
        started_on: '2026-06-28',
        attributes: {},
        ...stamp,
      },
    ]);
    await followAccounts(ctx());
    const { body: card } = await call('GET', '/accounts/ac_new/path');
    expect(card.sentence).toBe('On track: 0 of 3 steps are done, and the next, “Used routes”, is due by Jul 3, 2026.');
    expect((await call('DELETE', '/paths/followed')).status).toBe(204);
    expect(await followAccounts(ctx())).toBeUndefined();
  });

  describe('that writes down what customers need', () => {
    const needs = async (kind = 'pain_point') => (await call('GET', `/needs/worth?kind=${kind}`)).body;

    it('is offered what records name, and takes it over', async () => {
      const db = ctx().db;
      // Who stays came for missed visits; who leaves came for paper.
      await sql`update accounts set pain_point = case when exists (select from subscriptions s
        where s.account_id = accounts.id and s.ended_on is null) then 'Missed visits' else 'Paper sheets' end`.execute(
        db,
      );
      expect(await needs()).toMatchObject({
        items: [],
        sentence: 'No pain points are written down yet.',
        needed: ["Take over the 2 pain points that your customers' records name."],
      });
      const taken = await call('POST', '/needs/take-over');
      expect(taken.body).toMatchObject({ made: 2, seen: 241, added: 241 });
      expect((await call('POST', '/needs/take-over')).body).toMatchObject({ made: 0, added: 0 });
    });

    it('tells which bring customers who succeed, and what is too early to say', async () => {
      await call('POST', '/needs', { kind: 'pain_point', name: 'No overview' });
      const { items, sentence } = await needs();
      expect(sentence).toContain('Customers with the pain point “Missed visits” succeed more often.');
      const [best] = items;
      expect(best).toMatchObject({ name: 'Missed visits', verdict: 'more', missing: ['usp', 'asset', 'page'] });
      expect(best.success.low).toBeGreaterThan(best.others_success);
      expect(items.find(({ name }: { name: string }) => name === 'No overview')).toMatchObject({
        customers: 0,
        verdict: 'too_few',
        success: null,
        left_share: null,
      });
      expect(await needs('use_case')).toMatchObject({ items: [], sentence: 'No use cases are written down yet.' });
    });

    it('suggests by keywords in answers and tickets; what somebody decided stays', async () => {
      const db = ctx().db;
      const stamp = { source: 'seeded', created_at: NOW };
      await insertAll(db, 'tickets', [
        {
          ...stamp,
          id: 'tk_1',
          account_id: 'ac_1',
          external_id: 't1',
          subject: 'We cannot see who works where',
          status: 'closed',
          opened_at: NOW,
          reopened_count: 0,
          attributes: {},
          updated_at: NOW,
        },
        {
          ...stamp,
          id: 'tk_2',
          account_id: 'ac_2',
          external_id: 't2',
          subject: 'who works where?',
          status: 'closed',
          opened_at: NOW,
          reopened_count: 0,
          attributes: {},
          updated_at: NOW,
        },
      ]);
      const { items } = (await call('GET', '/needs')).body;
      const id = items.find(({ name }: { name: string }) => name === 'No overview').id;
      await call('PATCH', `/needs/${id}`, { keywords: ['who works where'] });
      expect((await call('POST', '/needs/suggest')).body.added).toBe(2);
      const open = await call('GET', '/needs/accounts');
      expect(open.body).toMatchObject({ total: 2, items: [{ state: 'suggested', source: 'ticket' }, {}] });
      await call('PUT', `/accounts/ac_1/needs/${id}`, { state: 'confirmed' });
      await call('PUT', `/accounts/ac_2/needs/${id}`, { state: 'rejected' });
      expect((await call('PUT', `/accounts/nobody/needs/${id}`, { state: 'confirmed' })).status).toBe(404);
      await call('PATCH', `/needs/${id}`, { keywords: [] });
      expect((await call('POST', '/needs/suggest')).body.added).toBe(0);
      const own = (await call('GET', '/accounts/ac_1/needs')).body.items;
      expect(own.find(({ need_id }: { need_id: string }) => need_id === id)).toMatchObject({
        state: 'confirmed',
        evidence: 'We cannot see who works where',
      });
      expect((await call('GET', '/needs/accounts?state=rejected')).body.total).toBe(1);
      expect((await call('DELETE', `/accounts/ac_2/needs/${id}`)).status).toBe(204);
      expect((await call('DELETE', `/accounts/ac_2/needs/${id}`)).status).toBe(404);
    });

    it('writes a brief with numbers, and quotes only people who agreed', async () => {
      const db = ctx().db;
      const best = (await needs()).items[0];
      const url = `/needs/${best.need_id}/brief`;
      expect((await call('GET', url)).body.quotes_sentence).toContain('nobody who speaks of it has agreed');
      const { rows } = await sql<{ id: string }>`
        select account_id as id from account_needs where need_id = ${best.need_id} order by 1 limit 1`.execute(db);
      const account_id = rows[0]?.id;
      const stamp = { source: 'seeded', attributes: {} };
      await insertAll(
        db,
        'people',
        ['agreed', 'silent'].map((id) => ({
          ...stamp,
          id: `pe_${id}`,
          external_id: id,
          name: `Ann ${id}`,
          account_id,
          created_at: NOW,
          updated_at: NOW,
        })),
      );
      await insertAll(db, 'person_consents', [
        { person_id: 'pe_agreed', purpose: 'advocacy', granted: true, at: NOW, evidence: 'form' },
      ]);
      await insertAll(db, 'surveys', [
        { id: 'sv_1', source: 'seeded', external_id: 's', kind: 'open', title: 'x', created_at: NOW },
      ]);
      await insertAll(
        db,
        'survey_answers',
        ['agreed', 'silent'].map((id) => ({
          ...stamp,
          id: `sa_${id}`,
          survey_id: 'sv_1',
          account_id,
          person_id: `pe_${id}`,
          external_id: id,
          answer_text: 'No more\n# missed visits',
          answered_at: NOW,
        })),
      );
      await call('PATCH', `/needs/${best.need_id}`, { usp: 'Nobody waits in vain.' });
      const { body } = await call('GET', url);
      expect(body.quotes).toMatchObject([{ person: 'Ann agreed' }]);
      const markdown = (await call('GET', `${url}.md`)).body;
      expect(markdown).toContain('# Asset brief: Missed visits');
      expect(markdown).toContain('Nobody waits in vain.');
      expect(markdown).toContain('> No more # missed visits');
      expect(markdown).toContain('Still to be written.');
      expect(markdown).not.toContain('silent');
      await sql`insert into person_consents (person_id, purpose, granted, at, evidence)
        values ('pe_agreed', 'advocacy', false, '2026-07-02', 'mail')`.execute(db);
      expect((await call('GET', url)).body.quotes).toEqual([]);
      expect((await call('GET', '/needs/none/brief')).status).toBe(404);
    });

    it('keeps names apart and puts one away', async () => {
      const { items } = (await call('GET', '/needs')).body;
      expect((await call('POST', '/needs', { kind: 'pain_point', name: 'MISSED visits' })).status).toBe(409);
      expect((await call('POST', '/needs', { kind: 'use_case', name: 'Missed visits' })).status).toBe(201);
      expect((await call('PATCH', `/needs/${items[0].id}`, { page_url: 'javascript:alert(1)' })).status).toBe(422);
      expect((await call('POST', `/needs/${items[0].id}/archive`)).status).toBe(204);
      expect((await call('POST', `/needs/${items[0].id}/archive`)).status).toBe(409);
    });
  });
});
