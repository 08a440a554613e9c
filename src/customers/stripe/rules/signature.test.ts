import { createHmac } from 'node:crypto';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { judgeSignature, readSignature } from './signature.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const BODY = '{"id":"evt_1", "amount":100}';
const SETTINGS = {
  signing_secret: 'whsec_new',
  previous_secret: 'whsec_old',
  previous_until: new Date(NOW.getTime() + 1),
};
const { webhooks } = new Stripe('sk_test_unused');

const sign = (options: { secret?: string; timestamp?: number; payload?: string } = {}) =>
  webhooks.generateTestHeaderString({ payload: BODY, secret: 'whsec_new', timestamp: SECONDS, ...options });

function judge(header: string | undefined, body = BODY, now = NOW) {
  return judgeSignature(header, SETTINGS, now, (secret, seconds, digest) => {
    return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex') === digest;
  });
}

describe("Stripe's signature", () => {
  it("is believed when Stripe's own library made it of these bytes", () => {
    expect(judge(sign())).toBeNull();
  });

  it('is believed with the secret before the last, for as long as it is good', () => {
    expect(judge(sign({ secret: 'whsec_old' }))).toBeNull();
    const later = new Date(NOW.getTime() + 1);
    expect(judge(sign({ secret: 'whsec_old' }), BODY, later)).toBe('bad_signature');
  });

  it('is not believed of the same JSON written differently', () => {
    expect(judge(sign(), JSON.stringify(JSON.parse(BODY)))).toBe('bad_signature');
  });

  it('is not believed with another secret', () => {
    expect(judge(sign({ secret: 'whsec_other' }))).toBe('bad_signature');
  });

  it.each([
    ['300 seconds old', -300, null],
    ['301 seconds old', -301, 'stale'],
    ['300 seconds ahead', 300, null],
    ['301 seconds ahead', 301, 'stale'],
  ])('of %s is judged by its age', (_what, offset, expected) => {
    expect(judge(sign({ timestamp: SECONDS + offset }))).toBe(expected);
  });

  it.each([undefined, '', 'nonsense', 't=1', `t=x,v1=${'a'.repeat(64)}`, `v1=${'a'.repeat(64)}`, 't=1,v0=aa'])(
    'is none when the header says %j',
    (header) => expect(judge(header)).toBe('unsigned'),
  );

  it('may hold several digests, of which one is enough', () => {
    const [time, digest] = sign().split(',');
    expect(judge(`${time},v1=${'0'.repeat(64)},${digest}`)).toBeNull();
    expect(readSignature(`${time},${digest},v1=short`)?.digests).toHaveLength(1);
  });
});
