import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateSegments } from '../../src/flows/segments.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { readFacts } from '../../src/reports/segments/facts.ts';
import { factsTime, previewSegment } from '../../src/reports/segments/preview.ts';
import type { Rule } from '../../src/success/segments/model.ts';
import { CATALOGUE } from '../../src/success/segments/rules/catalogue.ts';
import { checkRule } from '../../src/success/segments/rules/check.ts';
import { matches } from '../../src/success/segments/rules/evaluate.ts';
import { isMember, membersOf } from '../../src/success/segments/service.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { AT, makeCompany } from './advocate-company.fixture.ts';

const clock = settableClock(AT);
const LARGE = {
  all: [
    { field: 'plan', op: 'is', value: 'Team' },
    { field: 'mrr', op: 'gte', value: 13_000 },
  ],
};

describe('segments', () => {
  let door: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    door = await openTestApp({ clock });
    headers = await door.keyHeaders();
    await makeCompany(door.product.systemCtx('test'));
  });
  afterAll(() => door.close());

  const ask = async (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, as = headers) => {
    const answer = await door.app.inject({ method, url: `/v1${url}`, headers: as, payload });
    return { status: answer.statusCode, body: answer.body === '' ? null : JSON.parse(answer.body) };
  };
  const systemCtx = () => door.product.systemCtx('test');

  it('are shown before they are saved: the sentence, how many, what they pay, the largest', async () => {
    const { status, body } = await ask('POST', '/segments/preview', { rule: LARGE });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 3, of: 6, mrr_minor: 42_000, currency: 'EUR' });
    expect(body.sentence).toBe('Accounts on Team with MRR of at least €130: 3 accounts, €420 MRR');
    expect(body.examples.map((one: { id: string }) => one.id)).toEqual(['ac_f', 'ac_e', 'ac_d']);
  });

  it('read every field of the catalogue the same in SQL and in memory, of a real company', async () => {
    const ctx = systemCtx();
    const time = await factsTime(ctx);
    for (const { key, kind } of CATALOGUE) {
      const known: Rule = { field: key, op: 'known' };
      const [first] = await readFacts(ctx, [known], time);
      const value = first?.facts[key] ?? (kind === 'date' ? '2024-06-01' : kind === 'text' ? 'unknown' : 1);
      const type = kind === 'date' || kind === 'text' ? 'string' : 'number';
      expect(typeof value, key).toBe(type);
      const rules: Rule[] = [
        known,
        {
          field: key,
          op: kind === 'date' ? 'gt' : kind === 'text' ? 'in' : 'gte',
          value: kind === 'text' ? [value] : value,
        },
      ];
      for (const rule of rules) {
        const accounts = await readFacts(ctx, [rule], time);
        const inMemory = accounts.filter(({ facts }) => matches(rule, facts, time.time.on)).length;
        expect((await previewSegment(ctx, rule)).total, `${key} ${'op' in rule && rule.op}`).toBe(inMemory);
      }
    }
  });

  it('say what can be asked, with the values in use', async () => {
    const { body } = await ask('GET', '/segments/fields');
    const plan = body.fields.find((one: { key: string }) => one.key === 'plan');
    expect(plan).toMatchObject({
      name: 'Plan',
      kind: 'text',
      closed: false,
      options: [{ value: 'team', name: 'team' }],
    });
    expect(body.fields.find((one: { key: string }) => one.key === 'state').closed).toBe(true);
  });

  it('name the field that is wrong', async () => {
    const refusals: [rule: unknown, field: string, says: string][] = [
      [{ field: 'shoe_size', op: 'is', value: 1 }, 'rule.field', 'There is no field "shoe_size"'],
      [{ field: 'constructor', op: 'known' }, 'rule.field', 'There is no field'],
      [{ all: [{ field: 'plan', op: 'gte', value: 'Pro' }] }, 'rule.all[0].op', 'plan is a text'],
      [{ field: 'mrr', op: 'gte', value: 10.5 }, 'rule.value', 'whole number of minor units'],
      [{ field: 'mrr', op: 'between', value: [5, 1] }, 'rule.value', 'must not be above'],
      [{ field: 'state', op: 'in', value: ['paying', 'rich'] }, 'rule.value[1]', 'is one of paying'],
      [{ field: 'churned_on', op: 'lt', value: '2026-02-30' }, 'rule.value', 'name a date'],
      [{ field: 'last_active_on', op: 'within_last', value: 0 }, 'rule.value', 'whole number of days'],
      [{ any: [] }, 'rule.any', 'at least one condition'],
      [{ not: { not: { not: { not: { not: { field: 'plan', op: 'known' } } } } } }, 'rule.not.not.not.not.not', 'deep'],
      [{ all: Array.from({ length: 51 }, () => ({ field: 'plan', op: 'known' })) }, 'rule.all', '50 conditions'],
      [{ field: 'plan', op: 'is', value: 'a', extra: 1 }, 'rule.extra', 'nothing else'],
      [{}, 'rule.field', 'There is no field without a name'],
    ];
    for (const [rule, field, says] of refusals) {
      const { status, body } = await ask('POST', '/segments/preview', { rule: rule as object });
      expect({ status, field: body.field, says: body.detail }).toEqual({
        status: 422,
        field,
        says: expect.stringContaining(says),
      });
    }
  });

  it('keep who is in, who came and who left, follow the facts, and filter the accounts', async () => {
    const made = await ask('POST', '/segments', { name: 'Large teams', rule: LARGE });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ member_count: 3, sentence: 'Accounts on Team with MRR of at least €130' });
    const { id } = made.body;
    expect(await membersOf(systemCtx(), id)).toEqual(['ac_d', 'ac_e', 'ac_f']);

    clock.advance(3_600_000);
    await systemCtx().db.updateTable('accounts').set({ plan: 'solo' }).where('id', '=', 'ac_f').execute();
    expect(await evaluateSegments(systemCtx())).toMatchObject({ segments: 1, entered: 0, left: 1 });
    expect(await isMember(systemCtx(), { segmentId: id, accountId: 'ac_f' })).toBe(false);
    clock.advance(3_600_000);
    await systemCtx().db.updateTable('accounts').set({ plan: 'team' }).where('id', '=', 'ac_f').execute();
    expect((await ask('POST', '/segments/evaluate')).body).toMatchObject({ entered: 1, left: 0 });

    const history = (await ask('GET', `/segments/${id}/history`)).body;
    const ofF = history.items.filter((one: { account_id: string }) => one.account_id === 'ac_f');
    expect(history.total).toBe(4);
    expect(ofF.map((one: { left_at: string | null }) => one.left_at)).toEqual([null, '2026-03-01T01:00:00.000Z']);
    const listed = (await ask('GET', `/accounts?segment=${id}&sort=name`)).body;
    expect(listed.items.map((one: { id: string }) => one.id)).toEqual(['ac_d', 'ac_e', 'ac_f']);
    const csv = await door.app.inject({ url: `/v1/accounts.csv?segment=${id}`, headers });
    expect(csv.body.trim().split('\n')).toHaveLength(4);
    const mine = (await ask('GET', '/accounts/ac_f/segments')).body;
    expect(mine.items).toHaveLength(2);
    const why = (await ask('GET', `/segments/${id}/accounts/ac_a`)).body;
    expect(why).toMatchObject({ matches: false, conditions: [{ holds: true }, { holds: false, value: 10_000 }] });
  });

  it('are changed, duplicated and put away, with every step in the audit', async () => {
    const { body: made } = await ask('POST', '/segments', { name: 'Small', rule: { not: LARGE } });
    expect((await ask('POST', '/segments', { name: 'SMALL', rule: LARGE })).status).toBe(409);
    const copy = await ask('POST', `/segments/${made.id}/duplicate`);
    expect(copy.body).toMatchObject({ name: 'Small (copy)', member_count: 3 });
    const changed = await ask('PATCH', `/segments/${made.id}`, { rule: { field: 'plan', op: 'is', value: 'none' } });
    expect(changed.body).toMatchObject({ member_count: 0, name: 'Small' });
    expect((await ask('POST', `/segments/${made.id}/archive`)).status).toBe(204);
    expect((await ask('PATCH', `/segments/${made.id}`, { name: 'Again' })).status).toBe(409);
    expect((await ask('POST', '/segments', { name: 'Small', rule: LARGE })).status).toBe(201);
    const shown = (await ask('GET', '/segments')).body.items.map((one: { name: string }) => one.name);
    expect(shown).toEqual(['Large teams', 'Small', 'Small (copy)']);
    expect((await ask('GET', '/segments/sg_none')).status).toBe(404);
    const actions = await systemCtx()
      .db.selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', made.id)
      .orderBy('id')
      .execute();
    expect(actions.map(({ action }) => action)).toEqual(['segment.created', 'segment.changed', 'segment.archived']);
  });

  it('are read by who may read and changed only by who may write', async () => {
    const reader = await door.keyHeaders(['success:read']);
    expect((await ask('GET', '/segments', undefined, reader)).status).toBe(200);
    expect((await ask('POST', '/segments', { name: 'Mine', rule: LARGE }, reader)).status).toBe(403);
    expect((await ask('POST', '/segments/preview', { rule: LARGE }, reader)).status).toBe(403);
  });
});

describe('a rule', () => {
  it('keeps its meaning however it is written', () => {
    expect(checkRule({ all: [{ field: 'attributes.Region', op: 'is', value: ' North ' }] })).toEqual({
      all: [{ field: 'attributes.Region', op: 'is', value: 'North' }],
    });
  });
});
