import { expect, it } from 'vitest';
import { yearOf } from './year.ts';

it.each([
  ['2026-01-01T00:30:00+01:00', 'Europe/Budapest', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
  ['2026-12-31T23:30:00Z', 'Europe/Budapest', '2026-12-31T23:00:00.000Z', '2027-12-31T23:00:00.000Z'],
  ['2026-12-31T23:30:00Z', 'UTC', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
])('%s falls in the calendar year of %s that begins %s and ends %s', (at, zone, from, to) => {
  expect(yearOf(new Date(at), zone)).toEqual({ from: new Date(from), to: new Date(to) });
});
