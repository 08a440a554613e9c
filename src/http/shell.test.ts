import { expect, it } from 'vitest';
import { frontServer } from './shell.ts';

it('gives up on a request that never ends, its headers sooner than its body', () => {
  const { headersTimeout, requestTimeout } = frontServer(undefined, () => {});
  expect(headersTimeout).toBeGreaterThan(0);
  expect(requestTimeout).toBeGreaterThan(headersTimeout);
});
