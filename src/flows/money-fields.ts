import { z } from 'zod';
import { isCurrency } from '../kernel/money.ts';

/** Whole minor units, none below 0. */
export const minor = z
  .number()
  .int('must be whole minor units (cents), not a fraction')
  .nonnegative('must not be negative')
  .max(Number.MAX_SAFE_INTEGER);

/** Whole minor units, below 0 too. */
export const signedMinor = z
  .number()
  .int('must be whole minor units (cents), not a fraction')
  .min(Number.MIN_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER);

export const id = z.string().trim().min(1).max(200);

export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= 0 && Date.parse(text) < Date.UTC(3000, 0), 'is outside 1970 to 2999');

export const currencyCode = z
  .string()
  .refine(isCurrency, 'is not a currency: use an ISO 4217 code like EUR, in capital letters')
  .describe('ISO 4217, capital letters');
