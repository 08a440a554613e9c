import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { openStripeDoor, SECRET, type StripeDoor } from './stripe-door.fixture.ts';
import { type StripeEvent as Event, stripeEvents } from './stripe-events.fixture.ts';

const START = '2026-03-01T12:00:00Z';

describe('the door for Stripe', () => {
  const clock = settableClock(START);
  let door: StripeDoor;
  let number = 0;

  beforeAll(async () => {
    door = await openStripeDoor(clock);
  });
  afterAll(() => door.goodword.close());
  beforeEach(() => {
    clock.set(START);
    number += 1;
  });

  const seconds = (offset = 0) => stripeEvents(number, START, '').seconds(offset);
  const event = (type: string, object: object, more: Partial<Event> = {}) =>
    stripeEvents(number, START, '').event(type, object, more);

  it('takes an event that holds a NUL, keeps it without, and applies it only when somebody looked', async () => {
    const text = JSON.stringify(event('invoice.paid', { id: 'in_nul', metadata: { note: 'a\0b', half: '\ud800' } }));
    const first = await door.deliver(text, door.signed(text));
    expect([first.status, (await door.deliver(text, door.signed(text))).body.id]).toEqual([200, first.body.id]);
    expect(await door.get(`/v1/stripe/events/${first.body.id}`)).toMatchObject({
      state: 'refused',
      reason_code: 'text_not_storable',
      deliveries: 2,
      payload: { data: { object: { id: 'in_nul', metadata: { note: 'ab' } } } },
    });
  });

  describe('turns away, and keeps for inspection,', () => {
    const payload = () => JSON.stringify(event('invoice.paid', { id: 'in_never' }));
    const cases: [string, string, () => [string, string | undefined]][] = [
      ['what is not signed', 'unsigned', () => [payload(), undefined]],
      [
        'what was written anew on its way',
        'bad_signature',
        () => [JSON.stringify(JSON.parse(payload()), null, 1), door.signed(payload())],
      ],
      [
        'what another secret signed',
        'bad_signature',
        () => [payload(), door.signed(payload(), { secret: 'whsec_other' })],
      ],
      ['what was signed long ago', 'stale', () => [payload(), door.signed(payload(), { timestamp: seconds(-301) })]],
      ['what is signed and no JSON', 'not_json', () => ['{"a":', door.signed('{"a":')]],
      ['what holds a NUL and is no event', 'not_an_event', () => ['{"id":"\\u0000"}', door.signed('{"id":"\\u0000"}')]],
      ['what is no event', 'not_an_event', () => ['[]', door.signed('[]')]],
    ];
    it.each(cases)('%s', async (_what, reason, make) => {
      const [body, signature] = make();
      expect(await door.deliver(body, signature)).toMatchObject({ status: 400, body: { reason } });
      const { items } = await door.get<{ items: { reason_code: string; body_head: string }[] }>(
        '/v1/stripe/rejections',
      );
      expect(items[0]).toMatchObject({ reason_code: reason, body_head: body });
    });

    it('test events on a live installation, live ones on a test one, and those of other accounts', async () => {
      const refusal = async (more: Partial<Event>) => {
        const text = JSON.stringify(event('invoice.paid', { id: 'in_never' }, more));
        return (await door.deliver(text, door.signed(text))).body.reason;
      };
      expect(await refusal({ livemode: false })).toBe('test_mode');
      expect(await refusal({ account: 'acct_other' })).toBe('wrong_account');
      await door.settings({ livemode: false });
      expect(await refusal({ livemode: true })).toBe('live_mode');
      await door.settings({ livemode: true });
    });

    it('without keeping more than a sample of it', async () => {
      const { status } = await door.deliver('x'.repeat(100_000), undefined);
      expect(status).toBe(400);
      const { items } = await door.get<{ items: { body_head: string; body_bytes: number }[] }>('/v1/stripe/rejections');
      expect(items[0]).toMatchObject({ body_bytes: 100_000, body_head: 'x'.repeat(8000) });
    });
  });

  it('believes the secret before the last for one more day, and never tells either', async () => {
    const changed = await door.settings({ signing_secret: 'whsec_the_next_one' });
    expect(changed.body).toMatchObject({ secret_ends: '_one', previous_until: '2026-03-02T12:00:00.000Z' });
    expect(JSON.stringify(changed.body)).not.toContain('whsec');
    const kept = await door.goodword.product.systemCtx('test').db.selectFrom('stripe_settings').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('whsec');
    expect((await door.send(event('payout.paid', { id: 'po_2' }))).state).toBe('ignored');
    clock.advance(86_400_000);
    const text = JSON.stringify(event('payout.paid', { id: 'po_3' }));
    expect(await door.deliver(text, door.signed(text))).toMatchObject({
      status: 400,
      body: { reason: 'bad_signature' },
    });
    await door.settings({ signing_secret: SECRET });
  });
});
