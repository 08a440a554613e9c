import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeTokens } from './token.ts';

const secret = fc.string({ minLength: 1, maxLength: 200 });
const payload = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 100 }),
  times: fc.integer({ min: 0, max: 80 }),
});

it('reads the tokens it signed, of any length and with any secret, and no other purpose or secret does', () => {
  fc.assert(
    fc.property(secret, payload, (secret, { text, times }) => {
      const value = { text: text.repeat(times) };
      const tokens = makeTokens(secret);
      const token = tokens.sign('click', value);
      expect(tokens.signText('click', JSON.stringify(value))).toBe(token);
      expect(tokens.read('click', token)).toEqual(value);
      expect(tokens.read('other', token)).toBeUndefined();
      expect(makeTokens(`${secret}!`).read('click', token)).toBeUndefined();
    }),
  );
});
