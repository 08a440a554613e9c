import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, EVENT_BYTES, type Quarantined } from '../../src/customers/events/model.ts';
import { removeMapping, saveMapping, saveUnlisted } from '../../src/customers/events/verbs/mappings.ts';
import { forgetQuarantined, listQuarantined } from '../../src/customers/events/verbs/quarantine.ts';
import { replayEvents } from '../../src/flows/replay-events.ts';
import { takeEvents } from '../../src/flows/take-events.ts';
import type { Database } from '../../src/platform/database.ts';
import { holdConnection } from '../../src/platform/postgres.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const AT = '2026-03-01T11:00:00.000Z';

describe('events that arrive', () => {
  let database: Database;
  let ctx: TestCtx;
  let position = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: NOW });
  });
  afterAll(() => database.close());

  type Sent = { door?: Door; is_public?: boolean; type?: string };
  const record = (events: unknown, { door = 'segment', is_public = false, type }: Sent = {}) => {
    position += 1;
    const body = Array.isArray(events) ? { batch: events } : events;
    const about = { key_id: 'ky_1', is_public, door, type, received_at: NOW, body };
    return { position: `e1:${position}`, at: new Date(NOW), payload: Buffer.from(JSON.stringify(about)) };
  };
  const take = (records: ReturnType<typeof record>[]) =>
    holdConnection(ctx.db, ({ db, client }) =>
      db.transaction().execute((db) => takeEvents({ ...ctx, db }, client, records)),
    );
  const send = (events: unknown, sent?: Sent) => take([record(events, sent)]);
  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const uses = async (user: string) =>
    (
      await database.pool.query(
        `select a.external_id as account, u.feature, u.quantity from usage_events u join accounts a on a.id = u.account_id
         where u.person_external_id = $1 or u.id like $1 || ':%' order by u.feature, a.external_id`,
        [user],
      )
    ).rows;
  const held = async (q: string): Promise<Quarantined[]> =>
    (await listQuarantined(ctx, { page: 1, per_page: 50, q })).items;
  const reasonsOf = async (q: string) => (await held(q)).map(({ reason }) => reason);
  const track = (userId: string, event: string, more: object = {}) => ({
    type: 'track',
    userId,
    event,
    timestamp: AT,
    ...more,
  });

  it('count under the account their user belongs to, whatever order the batch has', async () => {
    await send([
      track('u1', 'Exported', { messageId: 'm1' }),
      { type: 'group', userId: 'u1', groupId: 'acme', traits: { name: 'Acme', employees: 12, colour: 'red' } },
      { type: 'identify', userId: 'u1', traits: { email: 'Ann@acme.example', name: 'Ann', password: 'x' } },
      { type: 'page', userId: 'u1', name: 'Pricing', timestamp: AT },
    ]);
    expect(await uses('u1')).toEqual([
      { account: 'acme', feature: 'Exported', quantity: 1 },
      { account: 'acme', feature: 'Page: Pricing', quantity: 1 },
    ]);
    expect(await rows(`select name, employees, source, attributes from accounts where external_id = 'acme'`)).toEqual([
      { name: 'Acme', employees: 12, source: 'api', attributes: { colour: 'red' } },
    ]);
    expect(
      await rows(`select name, email, email_normalised, unsubscribed_at, attributes, last_active_at from people
        where external_id = 'u1'`),
    ).toEqual([
      {
        name: 'Ann',
        email: 'Ann@acme.example',
        email_normalised: 'ann@acme.example',
        unsubscribed_at: null,
        attributes: {},
        last_active_at: expect.any(Date),
      },
    ]);
  });

  it('count once, however often they are sent', async () => {
    const event = track('u1', 'Invited', { messageId: 'm2' });
    await send([event, event]);
    await send([event]);
    expect((await uses('u1')).filter(({ feature }) => feature === 'Invited')).toHaveLength(1);
  });

  it('wait for a user nobody knows, and follow once the user joins an account', async () => {
    await send([track('u2', 'Opened', { messageId: 'm3' })]);
    await send([track('u2', 'Opened', { messageId: 'm3' })]);
    expect(await reasonsOf('u2')).toEqual(['unknown_user']);
    await send([{ type: 'group', userId: 'u2', groupId: 'acme' }]);
    expect(await uses('u2')).toEqual([{ account: 'acme', feature: 'Opened', quantity: 1 }]);
    expect(await held('u2')).toEqual([]);
  });

  it('wait for an account nobody knows until it is told of', async () => {
    await send([track('u3', 'Opened', { context: { groupId: 'beta' } })]);
    expect(await reasonsOf('beta')).toEqual(['unknown_account']);
    await send([{ type: 'group', userId: 'u9', groupId: 'beta', traits: { name: 'Beta' } }]);
    expect(await uses('u3')).toEqual([{ account: 'beta', feature: 'Opened', quantity: 1 }]);
  });

  it('of a visitor wait, and follow when the visitor says who they are, also by way of another name', async () => {
    await send([{ type: 'page', anonymousId: 'v1', messageId: 'v1:1', timestamp: AT }]);
    expect(await reasonsOf('v1')).toEqual(['anonymous']);
    await send([{ type: 'alias', previousId: 'v1', userId: 'v2' }]);
    await send([{ type: 'alias', previousId: 'v2', userId: 'u1' }]);
    expect(await held('v1')).toEqual([]);
    expect(await uses('v1')).toEqual([{ account: 'acme', feature: 'Page viewed', quantity: 1 }]);
    await send([{ type: 'track', event: 'Looked', anonymousId: 'v1', messageId: 'v1:2', timestamp: AT }]);
    expect(await uses('v1')).toHaveLength(2);
  });

  it('meet accounts and people that an import brought, and leave alone what the files say', async () => {
    await database.pool.query(`insert into accounts (id, source, external_id, name, created_at, updated_at)
      values ('ac_x', 'crm', 'x-1', 'Xavier', now(), now())`);
    await database.pool.query(`insert into people (id, account_id, source, external_id, name, email, email_normalised, created_at, updated_at)
      values ('pe_x', 'ac_x', 'crm', 'contact-7', 'Xenia', 'x@x.example', 'x@x.example', now(), now())`);
    await send([
      { type: 'group', userId: 'u4', groupId: 'x-1', traits: { name: 'Renamed', industry: 'Mining' } },
      {
        type: 'identify',
        userId: 'u4',
        traits: { email: 'X@x.example', title: 'CTO', name: 'Other' },
        context: { groupId: 'x-1' },
      },
      track('u4', 'Dug'),
    ]);
    expect(await rows(`select name, industry from accounts where external_id = 'x-1'`)).toEqual([
      { name: 'Xavier', industry: 'Mining' },
    ]);
    expect(await rows(`select id, name, title from people where account_id = 'ac_x'`)).toEqual([
      { id: 'pe_x', name: 'Xenia', title: 'CTO' },
    ]);
    expect(await uses('u4')).toEqual([{ account: 'x-1', feature: 'Dug', quantity: 1 }]);
  });

  it('fill what is empty but overwrite nothing when they come with a key that stands in pages', async () => {
    const traits = { name: 'Mallory Inc', plan: 'team' };
    await send([{ type: 'group', userId: 'u1', groupId: 'acme', traits }], { is_public: true });
    expect(await rows(`select name, plan from accounts where external_id = 'acme'`)).toEqual([
      { name: 'Acme', plan: 'team' },
    ]);
    await send([{ type: 'group', userId: 'u1', groupId: 'acme', traits: { name: 'Acme AG' } }]);
    expect(await rows(`select name from accounts where external_id = 'acme'`)).toEqual([{ name: 'Acme AG' }]);
  });

  it('of a key that stands in pages are no evidence of where a customer lives, since when, or of its mailboxes', async () => {
    const traits = { name: 'Prospect', domain: 'prospect.example', createdAt: '2020-01-01T00:00:00Z' };
    const mail = { type: 'identify', userId: 'prospect-1', traits: { email: 'p@prospect.example' } };
    await send([{ type: 'group', userId: 'prospect-1', groupId: 'prospect', traits }, mail], { is_public: true });
    const account = `select name, domain, signed_up_at from accounts where external_id = 'prospect'`;
    const person = `select email, email_claimed from people where external_id = 'prospect-1'`;
    expect(await rows(account)).toEqual([{ name: 'Prospect', domain: null, signed_up_at: null }]);
    expect(await rows(person)).toEqual([{ email: 'p@prospect.example', email_claimed: true }]);
    await send([{ type: 'group', userId: 'prospect-1', groupId: 'prospect', traits }, mail]);
    expect(await rows(account)).toMatchObject([{ domain: 'prospect.example' }]);
    expect(await rows(person)).toEqual([{ email: 'p@prospect.example', email_claimed: false }]);
  });

  it('come in PostHog’s words too', async () => {
    const batch = [
      {
        event: '$groupidentify',
        distinct_id: '$company_p-1',
        properties: { $group_type: 'company', $group_key: 'p-1', $group_set: { name: 'Posted' } },
      },
      { event: 'Filed', distinct_id: 'anon-1', properties: {}, uuid: 'p:1', timestamp: AT },
      {
        event: '$identify',
        distinct_id: 'p1',
        properties: { $anon_distinct_id: 'anon-1', $set: { email: 'p@p.example' } },
      },
      { event: 'Filed', distinct_id: 'p1', properties: { $groups: { company: 'p-1' } }, uuid: 'p:2', timestamp: AT },
      { event: '$autocapture', distinct_id: 'p1', properties: {}, uuid: 'p:3', timestamp: AT },
      { event: '$create_alias', distinct_id: 'p1', properties: { alias: 'p0' } },
    ];
    await send(batch, { door: 'posthog' });
    expect(await uses('p')).toEqual([
      { account: 'p-1', feature: 'Filed', quantity: 1 },
      { account: 'p-1', feature: 'Filed', quantity: 1 },
    ]);
    await send([{ event: 'Late', distinct_id: 'p0', properties: {}, uuid: 'p:4', timestamp: AT }], { door: 'posthog' });
    expect(await uses('p')).toHaveLength(3);
  });

  it('come in our own words, alone or in a list', async () => {
    const event = { event: 'Merged', user_id: 'u1', id: 'own:1', occurred_at: AT, quantity: 3 };
    await send({ events: [event] }, { door: 'goodword' });
    await send({ ...event, id: 'own:2', account_id: 'beta' }, { door: 'goodword' });
    expect(await uses('own')).toEqual([
      { account: 'acme', feature: 'Merged', quantity: 3 },
      { account: 'beta', feature: 'Merged', quantity: 3 },
    ]);
  });

  it('count as the mapping says, and are tried again when it changes', async () => {
    await saveMapping(ctx, { event_name: 'Rows read', action: 'count', feature: 'Reading', quantity_property: 'rows' });
    await saveMapping(ctx, { event_name: 'Heartbeat', action: 'ignore', feature: null, quantity_property: null });
    await send([
      track('u1', 'Rows read', { messageId: 'q:1', properties: { rows: 40 } }),
      track('u1', 'Rows read', { messageId: 'q:2', properties: { rows: 'many' } }),
      track('u1', 'Heartbeat', { messageId: 'q:3' }),
    ]);
    expect(await uses('q')).toEqual([{ account: 'acme', feature: 'Reading', quantity: 40 }]);
    expect(await reasonsOf('Rows read')).toEqual(['bad_quantity']);
    await saveMapping(ctx, { event_name: 'Rows read', action: 'count', feature: null, quantity_property: null });
    expect(await replayEvents(ctx, { event_name: 'Rows read' })).toEqual({ tried: 1, used: 1 });
    expect(await uses('q')).toContainEqual({ account: 'acme', feature: 'Rows read', quantity: 1 });

    await saveUnlisted(ctx, 'hold');
    await send([track('u1', 'New thing', { messageId: 'q:4' })]);
    expect(await reasonsOf('New thing')).toEqual(['not_listed']);
    expect(await replayEvents(ctx, { reason: 'not_listed' })).toEqual({ tried: 1, used: 0 });
    await saveUnlisted(ctx, 'count');
    expect(await replayEvents(ctx, { reason: 'not_listed' })).toEqual({ tried: 1, used: 1 });
    await removeMapping(ctx, 'Heartbeat');
    await expect(removeMapping(ctx, 'Heartbeat')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that cannot be used are set aside with their reason, and lose nothing of their batch', async () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth += 1) deep = [deep];
    const text = (value: unknown) => ({ type: 'track', userId: 'bad', event: value, timestamp: AT });
    await send([
      'text',
      null,
      text('a\0b'),
      text('half \ud800'),
      text('x'.repeat(300)),
      text(''),
      { type: 'dance', userId: 'bad' },
      { type: 'track', event: 'Nobody', timestamp: AT },
      { type: 'group', userId: 'bad' },
      { type: 'alias', userId: 'bad' },
      track('bad', 'Ahead', { timestamp: '2027-01-01T00:00:00Z' }),
      track('bad', 'Ancient', { timestamp: '1066-10-14T00:00:00Z' }),
      track('bad', 'Someday', { timestamp: 'someday' }),
      track('u1', 'Huge', { quantity: 1e300 }),
      track('u1', 'Large', { properties: { text: 'x'.repeat(EVENT_BYTES) } }),
      track('u1', 'Good', { messageId: 'good:1', properties: JSON.parse('{"__proto__":{"x":1}}') }),
    ]);
    await take([
      {
        ...record([]),
        payload: Buffer.from(
          `{"key_id":"ky_1","door":"segment","received_at":"${NOW}","body":{"batch":[{"type":"track","event":"Deep","userId":"u1",
            "properties":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}},${JSON.stringify(track('u1', 'Beside', { messageId: 'good:2' }))}]}}`,
        ),
      },
    ]);
    expect(await uses('good')).toEqual([
      { account: 'acme', feature: 'Beside', quantity: 1 },
      { account: 'acme', feature: 'Good', quantity: 1 },
    ]);
    const reasons = await rows('select reason, count(*)::int as n from event_quarantine group by 1 order by 1');
    expect(Object.fromEntries(reasons.map(({ reason, n }) => [reason, n]))).toMatchObject({
      bad_quantity: 1,
      bad_text: 2,
      bad_time: 1,
      in_future: 1,
      name_too_long: 1,
      no_group: 1,
      no_name: 1,
      no_previous: 1,
      nobody: 1,
      not_an_event: 2,
      too_deep: 1,
      too_large: 1,
      too_old: 1,
      unknown_type: 1,
    });
  });

  it('get the time of our clock when the sender’s is hours off', async () => {
    const sentAt = '2026-03-01T19:00:02Z';
    await send({ batch: [track('u1', 'Skewed', { messageId: 's:1', timestamp: '2026-03-01T18:30:00Z' })], sentAt });
    expect(await rows(`select occurred_at from usage_events where id = 's:1'`)).toEqual([
      { occurred_at: new Date('2026-03-01T11:30:00Z') },
    ]);
  });

  it('are counted by key and day, and the newest are shown', async () => {
    const days = await rows('select outcome, events::int from event_source_days order by outcome');
    expect(days.map(({ outcome }) => outcome)).toEqual(['counted', 'ignored', 'learned', 'refused', 'waiting']);
    const shown = await rows('select event_name, outcome from event_arrivals order by id desc limit 1');
    expect(shown).toEqual([{ event_name: 'Skewed', outcome: 'counted' }]);
  });

  it('that nobody could use are forgotten after a month', async () => {
    ctx.clock.advance(31 * 86_400_000);
    await forgetQuarantined(ctx);
    expect(await rows('select id from event_quarantine')).toEqual([]);
  });
});
