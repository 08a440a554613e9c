import { expect, it } from 'vitest';
import { makeSigningSecret, signatureHeaders } from './signature.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const MESSAGE = {
  id: 'ob_1',
  at: new Date('2026-03-01T00:00:00.900Z'),
  body: '{"type":"ask.sent","timestamp":"2026-03-01T00:00:00.000Z","data":{"ask_id":"ak_1"}}',
};

it('signs as the reference library of Standard Webhooks does', () => {
  // Made with standardwebhooks 1.1.1.
  expect(signatureHeaders([SECRET], MESSAGE)).toEqual({
    'webhook-id': 'ob_1',
    'webhook-timestamp': '1772323200',
    'webhook-signature': 'v1,2qYhW8qOS0zBa+GiNdRQaPxgftJiSjNC5BgkEBzEL+Q=',
  });
});

it('signs with the old and the new secret while one is being replaced', () => {
  const renewed = makeSigningSecret();
  const both = signatureHeaders([renewed, SECRET], MESSAGE)['webhook-signature']?.split(' ');
  expect(both).toHaveLength(2);
  expect(both?.[1]).toBe('v1,2qYhW8qOS0zBa+GiNdRQaPxgftJiSjNC5BgkEBzEL+Q=');
  expect(renewed).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
